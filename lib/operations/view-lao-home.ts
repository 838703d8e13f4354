/** An LAO's first page: its archives, the damage map of the chosen one, and what they come to in one sentence's figures. */
import { z } from "zod";
import { type DamageCell, laoDamage } from "@/db/queries/lao-damage";
import { laoSnapshots, type SnapshotChoice } from "@/db/queries/lao-snapshots";
import { mustReadBooks } from "@/lib/access/checks";
import { type Amount, addAmounts } from "@/lib/money/amount";
import type { Lao } from "@/lib/office/office";
import type { DaySpan } from "@/lib/period/report-period";
import type { SnapshotHead } from "@/lib/reports/document";
import { defineOperation } from "./define-operation";
import { openLao } from "./open-lao";

export interface ViewLaoHomeInput {
  /** Default: the newest archive. */
  readonly snapshot?: string | undefined;
  readonly lao: string;
}

/** How much can be read, and what gaps in numbers prove to be missing; empty partitions are no parts. */
export interface DamageHeadline {
  readonly partsIntact: number;
  readonly parts: number;
  readonly rowsQuarantined: number;
  /** Null where nothing tells. */
  readonly documentsMissing: number | null;
  readonly amountMissing: Amount | null;
}

export interface LaoHome {
  readonly lao: Lao;
  readonly snapshot: SnapshotHead;
  readonly snapshots: readonly SnapshotChoice[];
  readonly span: DaySpan;
  /** Every module × month of the archive, by month, then module. */
  readonly partitions: readonly DamageCell[];
  readonly headline: DamageHeadline;
}

export const viewLaoHome = defineOperation<ViewLaoHomeInput, LaoHome>({
  name: "view-lao-home",
  input: z.object({ snapshot: z.string().max(64).optional(), lao: z.string().max(20) }),
  access: mustReadBooks,
  audit: (_input, { snapshot, lao }) => ({ type: "view-damage", snapshot: snapshot.id, lao: lao.code }),
  run: async ({ db, scope }, input) => {
    const head = await openLao(db, scope, input.lao, input.snapshot);
    const [partitions, snapshots] = await Promise.all([
      laoDamage(db, scope, { snapshotNo: head.snapshotNo, laoId: head.laoId }),
      laoSnapshots(db, scope, { laoId: head.laoId }),
    ]);
    return {
      lao: head.lao,
      snapshot: head.snapshot,
      snapshots,
      span: head.span,
      partitions,
      headline: headlineOf(partitions),
    };
  },
});

function headlineOf(partitions: readonly DamageCell[]): DamageHeadline {
  const parts = partitions.filter((part) => part.state !== "empty");
  const documents = partitions.map((part) => part.documentsMissing).filter((count) => count !== null);
  const amounts = partitions.map((part) => part.amountMissing).filter((amount) => amount !== null);
  return {
    partsIntact: parts.filter((part) => part.state === "intact").length,
    parts: parts.length,
    rowsQuarantined: parts.reduce((sum, part) => sum + part.rowsQuarantined, 0),
    documentsMissing: documents.length === 0 ? null : documents.reduce((sum, count) => sum + count, 0),
    amountMissing: amounts.length === 0 ? null : addAmounts(...amounts),
  };
}
