/**
 * The findings of a snapshot within scope, one row per finding, ordered by LAO, module, month and the order they were found in. Read in pages by
 * key, not by offset: a bag can hold a hundred thousand. Findings about the bag itself (no LAO) are shown to administrators.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import type { Confidence, Finding, FindingCode } from "@/lib/finding/finding";
import { satang } from "@/lib/money/amount";
import type { LaoCode, Module } from "@/lib/office/office";
import { type Month, monthFromNumber, monthToNumber } from "@/lib/period/month";
import type { ScopedDb } from "../scoped";

/** Place of the last finding of a page; opaque to callers. */
export type FindingsCursor = readonly [laoId: number, module: string, month: number, findingNo: string];

export interface FindingsParams {
  readonly snapshotNo: number;
  readonly laoCode?: LaoCode | undefined;
  readonly module?: Module | undefined;
  readonly month?: Month | undefined;
  readonly after?: FindingsCursor | undefined;
  readonly limit: number;
}

export interface FindingsPage {
  readonly findings: readonly Finding[];
  /** Null on the last page. */
  readonly next: FindingsCursor | null;
}

interface Row extends Record<string, unknown> {
  finding_no: bigint;
  lao_id: number;
  lao_code: LaoCode | null;
  code: FindingCode;
  confidence: Confidence;
  module: Module | null;
  month: number | null;
  table_name: string | null;
  file: string | null;
  row_from: number | null;
  row_to: number | null;
  column_name: string | null;
  doc_from: string | null;
  doc_to: string | null;
  date_from: string | null;
  date_to: string | null;
  account: string | null;
  expected: string | null;
  found: string | null;
  amount: bigint | null;
  count: number | null;
}

export async function findings(db: ScopedDb, scope: Scope, params: FindingsParams): Promise<FindingsPage> {
  const [laoId, module, month, findingNo] = params.after ?? [-1, "", -1, "0"];
  const rows = await db.execute<Row>(sql`
    select f.*, l.lao_code
    from portal.findings f left join portal.snapshot_laos l on l.snapshot_no = f.snapshot_no and l.lao_id = f.lao_id
    where f.snapshot_no = ${params.snapshotNo}
      and (f.lao_id between ${scope.from} and ${scope.to} or (f.lao_id = 0 and ${scope.isAdministrator}))
      and (${params.laoCode ?? null}::text is null or l.lao_code = ${params.laoCode ?? null})
      and (${params.module ?? null}::text is null or f.module = ${params.module ?? null})
      and (${params.month ? monthToNumber(params.month) : null}::integer is null or f.month = ${params.month ? monthToNumber(params.month) : null})
      and f.lao_id >= ${laoId}
      and (f.lao_id, coalesce(f.module, ''), coalesce(f.month, 0), f.finding_no)
        > (${laoId}::integer, ${module}::text, ${month}::integer, ${findingNo}::bigint)
    order by f.lao_id, coalesce(f.module, ''), coalesce(f.month, 0), f.finding_no
    limit ${params.limit}`);
  const last = rows.at(-1);
  return {
    findings: rows.map(toFinding),
    next:
      last && rows.length === params.limit
        ? [last.lao_id, last.module ?? "", last.month ?? 0, last.finding_no.toString()]
        : null,
  };
}

function toFinding(row: Row): Finding {
  return {
    code: row.code,
    confidence: row.confidence,
    lao: row.lao_code,
    module: row.module,
    month: row.month === null ? null : monthFromNumber(row.month),
    table: row.table_name,
    file: row.file,
    rowFrom: row.row_from,
    rowTo: row.row_to,
    column: row.column_name,
    docFrom: row.doc_from,
    docTo: row.doc_to,
    dateFrom: row.date_from,
    dateTo: row.date_to,
    account: row.account,
    expected: row.expected,
    found: row.found,
    amount: row.amount === null ? null : satang(row.amount),
    count: row.count,
  };
}
