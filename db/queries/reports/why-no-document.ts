/** Why a document is not there: inside a known gap of numbers, or possibly in a month of its module that was not read whole. One small record. */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { isInDocumentRange } from "@/lib/ledger/document-number";
import type { Module } from "@/lib/office/office";
import { type Month, monthFromNumber } from "@/lib/period/month";
import type { ReportHead } from "@/lib/reports/report-rows";
import type { ScopedDb } from "../../scoped";

export interface WhyNoDocument {
  readonly damagedMonths: readonly Month[];
  readonly isInGap: boolean;
}

export interface WantedDocument {
  readonly head: ReportHead;
  readonly number: string;
  /** Where it would stand. */
  readonly module: Module;
  readonly table: string;
}

export async function whyNoDocument(
  db: ScopedDb,
  scope: Scope,
  { head, number, module, table }: WantedDocument,
): Promise<WhyNoDocument> {
  const place = sql`snapshot_no = ${head.snapshotNo} and lao_id = ${head.laoId} and lao_id between ${scope.from} and ${scope.to} and module = ${module}`;
  const [months, gaps] = await Promise.all([
    db.execute<{ month: number }>(
      sql`select month from portal.partitions where ${place} and state in ('partial', 'lost') order by month`,
    ),
    db.execute<{ doc_from: string | null; doc_to: string | null }>(sql`
      select doc_from, doc_to from portal.findings
      where ${place} and code = 'tie/number-gap' and (table_name is null or table_name = ${table})`),
  ]);
  return {
    damagedMonths: months.map((row) => monthFromNumber(row.month)),
    isInGap: gaps.some((gap) => isInDocumentRange(number, gap.doc_from, gap.doc_to)),
  };
}
