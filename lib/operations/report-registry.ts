/** All reports: each a definition and the query of the same id. Adding a report adds a line here; pages, files and commands follow from it. */

import { queryAccumulatedFundProof } from "@/db/queries/reports/accumulated-fund-proof";
import { queryAssetRegister } from "@/db/queries/reports/asset-register";
import { queryBankReconciliation } from "@/db/queries/reports/bank-reconciliation";
import { queryBudgetRegister } from "@/db/queries/reports/budget-register";
import { queryBudgetRemaining } from "@/db/queries/reports/budget-remaining";
import { queryBudgetSpending } from "@/db/queries/reports/budget-spending";
import { queryBudgetTransfers } from "@/db/queries/reports/budget-transfers";
import { queryCashPaymentsBook } from "@/db/queries/reports/cash-payments-book";
import { queryCashReceiptsAndPayments } from "@/db/queries/reports/cash-receipts-and-payments";
import { queryCashReceiptsBook } from "@/db/queries/reports/cash-receipts-book";
import { queryChequeReport } from "@/db/queries/reports/cheque-report";
import { queryDailyCashPosition } from "@/db/queries/reports/daily-cash-position";
import { queryDamageCertificate } from "@/db/queries/reports/damage-certificate";
import { queryDepositSummary } from "@/db/queries/reports/deposit-summary";
import { queryExpenditureReconciliation } from "@/db/queries/reports/expenditure-reconciliation";
import { queryFinancialPerformance } from "@/db/queries/reports/financial-performance";
import { queryFinancialPosition } from "@/db/queries/reports/financial-position";
import { queryGeneralJournal } from "@/db/queries/reports/general-journal";
import { queryJournalDocument } from "@/db/queries/reports/journal-document";
import { queryLedger } from "@/db/queries/reports/ledger";
import { queryLoanRegister } from "@/db/queries/reports/loan-register";
import { queryReceiptDetails } from "@/db/queries/reports/receipt-details";
import { queryRemittance } from "@/db/queries/reports/remittance";
import { queryRemittanceSummary } from "@/db/queries/reports/remittance-summary";
import { queryRequisition } from "@/db/queries/reports/requisition";
import { queryRequisitionRegister } from "@/db/queries/reports/requisition-register";
import { queryRevenueRegister } from "@/db/queries/reports/revenue-register";
import { queryTrialBalance } from "@/db/queries/reports/trial-balance";
import { queryUnitsSummary } from "@/db/queries/reports/units-summary";
import { queryWithholdingTax } from "@/db/queries/reports/withholding-tax";
import { AppError } from "@/lib/errors/app-error";
import { accumulatedFundProof } from "@/lib/reports/definitions/accumulated-fund-proof";
import { assetRegister } from "@/lib/reports/definitions/asset-register";
import { bankReconciliation } from "@/lib/reports/definitions/bank-reconciliation";
import { budgetRegister } from "@/lib/reports/definitions/budget-register";
import { budgetRemaining } from "@/lib/reports/definitions/budget-remaining";
import { budgetSpending } from "@/lib/reports/definitions/budget-spending";
import { budgetTransfers } from "@/lib/reports/definitions/budget-transfers";
import { cashPaymentsBook } from "@/lib/reports/definitions/cash-payments-book";
import { cashReceiptsAndPayments } from "@/lib/reports/definitions/cash-receipts-and-payments";
import { cashReceiptsBook } from "@/lib/reports/definitions/cash-receipts-book";
import { chequeReport } from "@/lib/reports/definitions/cheque-report";
import { dailyCashPosition } from "@/lib/reports/definitions/daily-cash-position";
import { damageCertificate } from "@/lib/reports/definitions/damage-certificate";
import { depositSummary } from "@/lib/reports/definitions/deposit-summary";
import { expenditureReconciliation } from "@/lib/reports/definitions/expenditure-reconciliation";
import { financialPerformance } from "@/lib/reports/definitions/financial-performance";
import { financialPosition } from "@/lib/reports/definitions/financial-position";
import { generalJournal } from "@/lib/reports/definitions/general-journal";
import { journalDocument } from "@/lib/reports/definitions/journal-document";
import { ledger } from "@/lib/reports/definitions/ledger";
import { loanRegister } from "@/lib/reports/definitions/loan-register";
import { receiptDetails } from "@/lib/reports/definitions/receipt-details";
import { remittance } from "@/lib/reports/definitions/remittance";
import { remittanceSummary } from "@/lib/reports/definitions/remittance-summary";
import { requisition } from "@/lib/reports/definitions/requisition";
import { requisitionRegister } from "@/lib/reports/definitions/requisition-register";
import { revenueRegister } from "@/lib/reports/definitions/revenue-register";
import { trialBalance } from "@/lib/reports/definitions/trial-balance";
import { unitsSummary } from "@/lib/reports/definitions/units-summary";
import { withholdingTax } from "@/lib/reports/definitions/withholding-tax";
import { LAO_COMPARISONS } from "./comparison-registry";
import type { RegisteredReport } from "./registered-report";
import { REKEYED_REPORTS } from "./rekeyed-reports";

/** In the order of the report list. */
export const REPORTS: readonly RegisteredReport[] = [
  { definition: trialBalance, query: queryTrialBalance },
  { definition: ledger, query: queryLedger },
  { definition: cashReceiptsBook, query: queryCashReceiptsBook },
  { definition: cashPaymentsBook, query: queryCashPaymentsBook },
  { definition: generalJournal, query: queryGeneralJournal },
  { definition: journalDocument, query: queryJournalDocument },
  { definition: dailyCashPosition, query: queryDailyCashPosition },
  { definition: cashReceiptsAndPayments, query: queryCashReceiptsAndPayments },
  { definition: depositSummary, query: queryDepositSummary },
  { definition: bankReconciliation, query: queryBankReconciliation },
  { definition: financialPosition, query: queryFinancialPosition },
  { definition: financialPerformance, query: queryFinancialPerformance },
  { definition: expenditureReconciliation, query: queryExpenditureReconciliation },
  { definition: accumulatedFundProof, query: queryAccumulatedFundProof },
  { definition: revenueRegister, query: queryRevenueRegister },
  { definition: receiptDetails, query: queryReceiptDetails },
  { definition: remittance, query: queryRemittance },
  { definition: remittanceSummary, query: queryRemittanceSummary },
  { definition: requisition, query: queryRequisition },
  { definition: requisitionRegister, query: queryRequisitionRegister },
  { definition: chequeReport, query: queryChequeReport },
  { definition: loanRegister, query: queryLoanRegister },
  { definition: withholdingTax, query: queryWithholdingTax },
  { definition: damageCertificate, query: queryDamageCertificate },
  { definition: budgetRegister, query: queryBudgetRegister },
  { definition: budgetRemaining, query: queryBudgetRemaining },
  { definition: budgetTransfers, query: queryBudgetTransfers },
  { definition: budgetSpending, query: queryBudgetSpending },
  { definition: assetRegister, query: queryAssetRegister },
  { definition: unitsSummary, query: queryUnitsSummary },
];

/** Throws an AppError("not-found") that names the reports there are. */
export function getReport(id: string): RegisteredReport {
  const report = [...REPORTS, ...LAO_COMPARISONS, ...REKEYED_REPORTS].find(({ definition }) => definition.id === id);
  if (report) return report;
  const known = REPORTS.map(({ definition }) => `${definition.id} (${definition.title})`).join(", ");
  throw new AppError("not-found", `ไม่มีรายงาน «${id}» — รายงานที่มี: ${known}`);
}
