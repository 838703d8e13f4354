/** An LAO's first page: its archives, the damage map of the chosen one, and what they come to in one sentence's figures. */
import { z } from "zod";
import { damageSummary } from "@/db/queries/damage-summary";
import { type DamageCell, laoDamage } from "@/db/queries/lao-damage";
import { laoSnapshots, type SnapshotChoice } from "@/db/queries/lao-snapshots";
import { mustReadBooks } from "@/lib/access/checks";
import type { DamageSummary, SummaryOf } from "@/lib/finding/damage-summary";
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

export interface LaoHome {
  readonly lao: Lao;
  readonly snapshot: SnapshotHead;
  readonly snapshots: readonly SnapshotChoice[];
  readonly span: DaySpan;
  /** Every module × month of the archive, by month, then module. */
  readonly partitions: readonly DamageCell[];
  /** What the damage comes to, over all modules and in each. */
  readonly damage: ReadonlyMap<SummaryOf, DamageSummary>;
}

export const viewLaoHome = defineOperation<ViewLaoHomeInput, LaoHome>({
  name: "view-lao-home",
  input: z.object({ snapshot: z.string().max(64).optional(), lao: z.string().max(20) }),
  access: mustReadBooks,
  audit: (_input, { snapshot, lao }) => ({ type: "view-damage", snapshot: snapshot.id, lao: lao.code }),
  run: async ({ db, scope }, input) => {
    const head = await openLao(db, scope, input.lao, input.snapshot);
    const [partitions, damage, snapshots] = await Promise.all([
      laoDamage(db, scope, { snapshotNo: head.snapshotNo, laoId: head.laoId }),
      damageSummary(db, scope, { snapshotNo: head.snapshotNo, laoId: head.laoId }),
      laoSnapshots(db, scope, { laoId: head.laoId }),
    ]);
    return {
      lao: head.lao,
      snapshot: head.snapshot,
      snapshots,
      span: head.span,
      partitions,
      damage,
    };
  },
});
