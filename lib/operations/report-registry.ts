/** All reports: each a definition and the query of the same id. Adding a report adds a line here; pages, files and commands follow from it. */

import { queryCashPaymentsBook } from "@/db/queries/reports/cash-payments-book";
import { queryCashReceiptsBook } from "@/db/queries/reports/cash-receipts-book";
import { queryGeneralJournal } from "@/db/queries/reports/general-journal";
import { queryJournalDocument } from "@/db/queries/reports/journal-document";
import { queryLedger } from "@/db/queries/reports/ledger";
import { queryTrialBalance } from "@/db/queries/reports/trial-balance";
import type { ScopedDb } from "@/db/scoped";
import type { Scope } from "@/lib/access/scope";
import { AppError } from "@/lib/errors/app-error";
import type { ReportDefinition } from "@/lib/reports/definition";
import { cashPaymentsBook } from "@/lib/reports/definitions/cash-payments-book";
import { cashReceiptsBook } from "@/lib/reports/definitions/cash-receipts-book";
import { generalJournal } from "@/lib/reports/definitions/general-journal";
import { journalDocument } from "@/lib/reports/definitions/journal-document";
import { ledger } from "@/lib/reports/definitions/ledger";
import { trialBalance } from "@/lib/reports/definitions/trial-balance";
import type { ReportQueryParams, ReportRows } from "@/lib/reports/report-rows";

export interface RegisteredReport {
  readonly definition: ReportDefinition;
  readonly query: (db: ScopedDb, scope: Scope, params: ReportQueryParams) => Promise<ReportRows>;
}

/** In the order of the report list. */
export const REPORTS: readonly RegisteredReport[] = [
  { definition: trialBalance, query: queryTrialBalance },
  { definition: ledger, query: queryLedger },
  { definition: cashReceiptsBook, query: queryCashReceiptsBook },
  { definition: cashPaymentsBook, query: queryCashPaymentsBook },
  { definition: generalJournal, query: queryGeneralJournal },
  { definition: journalDocument, query: queryJournalDocument },
];

/** Throws an AppError("not-found") that names the reports there are. */
export function getReport(id: string): RegisteredReport {
  const report = REPORTS.find(({ definition }) => definition.id === id);
  if (report) return report;
  const known = REPORTS.map(({ definition }) => `${definition.id} (${definition.title})`).join(", ");
  throw new AppError("not-found", `ไม่มีรายงาน «${id}» — รายงานที่มี: ${known}`);
}
