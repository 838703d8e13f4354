/**
 * The findings of a snapshot within scope, one row per finding with its consequences, ordered by LAO, module, month and the order they were found in. Read in pages by
 * key, not by offset: a bag can hold a hundred thousand. Findings about the bag itself (no LAO) are shown to administrators.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import type { Finding } from "@/lib/finding/finding";
import type { LaoCode, Module } from "@/lib/office/office";
import { type Month, monthToNumber } from "@/lib/period/month";
import type { ScopedDb } from "../scoped";
import { consequencesOf, type FindingRow, toFinding } from "./partition-findings";

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

interface Row extends FindingRow {
  lao_id: number;
  lao_code: LaoCode | null;
}

export async function findings(db: ScopedDb, scope: Scope, params: FindingsParams): Promise<FindingsPage> {
  const [laoId, module, month, findingNo] = params.after ?? [-1, "", -1, "0"];
  const rows = await db.execute<Row>(sql`
    select f.*, l.lao_code
    from portal.findings f left join portal.snapshot_laos l on l.snapshot_no = f.snapshot_no and l.lao_id = f.lao_id
    where f.snapshot_no = ${params.snapshotNo} and f.cause_no is null
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
  const codes = new Map(rows.map((row) => [row.lao_id, row.lao_code]));
  const consequences = await consequencesOf(db, scope, rows, (laoId) => codes.get(laoId) ?? null);
  return {
    findings: rows.map((row) => toFinding(row, row.lao_code, scope.isAdministrator, consequences.get(row.finding_no))),
    next:
      last && rows.length === params.limit
        ? [last.lao_id, last.module ?? "", last.month ?? 0, last.finding_no.toString()]
        : null,
  };
}
