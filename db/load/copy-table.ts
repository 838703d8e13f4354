/**
 * Copies one table of one province: every file of it, LAO by LAO and month by month, as one COPY. Rows kept apart and findings are
 * written in between when they pile up, since a session in a COPY can do nothing else.
 */
import type pg from "pg";
import { createCopyBuffer } from "@/lib/archive/csv/copy-buffer";
import { copyColumns } from "@/lib/archive/csv/copy-columns";
import type { TableSpec } from "@/lib/archive/tables";
import type { Finding } from "@/lib/finding/finding";
import type { LaoId } from "@/lib/office/office";
import { insertFindings, insertQuarantinedRows, type QuarantinedRow } from "./damage-rows";
import { leafOf } from "./fact-partitions";
import { type Copy, openCopy } from "./open-copy";

const PENDING_ROWS_MAX = 5_000;

export interface TableCopy {
  /** Rows for the table, as COPY text. */
  readonly out: ReturnType<typeof createCopyBuffer>;
  /** Damage of the file just read; written now or later, in this transaction. */
  readonly keep: (damage: {
    readonly findings: readonly { readonly laoId: LaoId; readonly finding: Finding }[];
    readonly quarantined: readonly QuarantinedRow[];
  }) => Promise<void>;
  /** Ends the COPY; resolves with the rows that the server counted. */
  readonly finish: () => Promise<number>;
  readonly abandon: () => Promise<void>;
}

export interface TableCopyRequest {
  readonly session: pg.Client;
  readonly spec: TableSpec;
  readonly snapshotNo: number;
  readonly provinceNo: number;
  /** When the session is free and the leaf is made. Rows are taken before, a piece of them. */
  readonly ready: Promise<void>;
}

/** Into the leaf of that province, made in the caller's transaction (COPY FREEZE asks for that, and spares a later rewrite of every row). */
export function openTableCopy({ session, spec, snapshotNo, provinceNo, ready }: TableCopyRequest): TableCopy {
  const statement = `copy ${leafOf(spec.name, snapshotNo, provinceNo)} (${copyColumns(spec).join(", ")}) from stdin with (format text, freeze)`;
  const findings: { laoId: LaoId; finding: Finding }[] = [];
  const quarantined: QuarantinedRow[] = [];
  let copy: Copy | undefined;
  let rowsCopied = 0;

  const out = createCopyBuffer({
    flush: async (piece, release) => {
      await ready;
      copy ??= openCopy(session, statement);
      await copy.write(piece, release);
    },
  });
  const finish = async () => {
    await ready;
    await out.end();
    if (copy) rowsCopied += await copy.finish();
    copy = undefined;
    await insertFindings(session, snapshotNo, findings.splice(0));
    await insertQuarantinedRows(session, snapshotNo, quarantined.splice(0));
    return rowsCopied;
  };
  return {
    out,
    keep: async (damage) => {
      for (const finding of damage.findings) findings.push(finding);
      for (const row of damage.quarantined) quarantined.push(row);
      if (findings.length + quarantined.length > PENDING_ROWS_MAX) await finish();
    },
    finish,
    abandon: async () => {
      await copy?.abandon();
    },
  };
}
