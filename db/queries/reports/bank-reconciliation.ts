/**
 * งบเทียบยอดเงินฝากธนาคาร at a day, the side of the books. Grain: for each bank account its lines, with one line a cheque that its payee has not
 * collected. Excluded: the bank's own statement and deposits in transit, which the archive does not hold: their lines stay blank to be filled in.
 */
import type { Scope } from "@/lib/access/scope";
import { formatAccountCode } from "@/lib/ledger/account-code";
import { sumAmounts } from "@/lib/money/amount";
import { firstDay, type Month, monthOf, monthsBetween } from "@/lib/period/month";
import type { ProofLine } from "@/lib/reports/document";
import type { ReportQueryParams, ReportRows, SourceRow } from "@/lib/reports/report-rows";
import { LEDGER_OF_BANKS, RECONCILIATION, sayBankAccount } from "@/lib/wording/cash-reports";
import { provedBoxSentence } from "@/lib/wording/reconstruction";
import { proveSame } from "@/lib/wording/reports";
import type { ScopedDb } from "../../scoped";
import { type ProvedBoxes, proveBoxes } from "../reconstructions/proved-boxes";
import { type CashBox, cashBoxes, completeFromLedger, ledgerOfBoxes, monthsOfBoxes, sumBoxes } from "./cash-boxes";
import { listedRows } from "./listed-rows";
import { type PeriodAccount, periodAccounts } from "./period-accounts";
import { type WaitingCheque, waitingCheques } from "./waiting-cheques";

export async function queryBankReconciliation(
  db: ScopedDb,
  scope: Scope,
  { head, input }: ReportQueryParams,
): Promise<ReportRows> {
  const day = input.period.to;
  const month = monthOf(day);
  const [found, accounts, cheques] = await Promise.all([
    cashBoxes(db, scope, head, { from: day, to: day }),
    periodAccounts(db, scope, head, { kind: "date", from: firstDay(month), to: day }),
    waitingCheques(db, scope, head, day),
  ]);
  const banks = completeFromLedger(found, accounts).filter((box) => box.no !== null);
  const shown = input.chosen.bank === undefined ? banks : banks.filter((box) => box.no === input.chosen.bank);
  const chequesOf = (no: string | null) => cheques.filter((cheque) => cheque.bankAccountNo === no);
  const strangers =
    input.chosen.bank === undefined
      ? cheques.filter((cheque) => !banks.some((box) => box.no === cheque.bankAccountNo))
      : [];
  const proof = await proveBoxes(db, scope, { head, month, boxes: banks, accounts, isAtDay: true });
  const provedRows = (item: string, by: ProvedBoxes | null): SourceRow[] =>
    by === null
      ? []
      : [
          {
            kind: "reconstructed",
            cells: { item, amount: by.amount },
            text: provedBoxSentence(by.accounts, month, day),
          },
        ];
  const rows: SourceRow[] = [
    ...shown.flatMap((box, index) => [
      ...(index === 0 ? [] : [{ kind: "blank", cells: {} } as const]),
      ...accountRows(box, chequesOf(box.no), { month, from: firstDay(month), day }),
      ...(box.closing === null ? provedRows(RECONCILIATION.book, proof.closingOf([box])) : []),
    ]),
    ...(strangers.length === 0
      ? []
      : [{ kind: "heading", cells: {}, text: RECONCILIATION.elsewhere } as const, ...strangers.map(chequeRow)]),
  ];
  const sums = sumBoxes(shown);
  const provedSum = sums.closing === null ? proof.closingOf(shown) : null;
  const listed = [...shown.flatMap((box) => chequesOf(box.no)), ...strangers];
  return {
    ...listedRows(rows),
    fields: [],
    totals: [
      {
        label: RECONCILIATION.allWaiting,
        cells: { amount: sumAmounts(listed.map((cheque) => cheque.amount)) },
        tables: ["cheques"],
      },
      ...(sums.closing === null
        ? []
        : [{ label: RECONCILIATION.allBooks, cells: { amount: sums.closing }, tables: ["cash"] }]),
      ...(provedSum === null
        ? []
        : [
            {
              label: RECONCILIATION.allBooks,
              cells: { amount: provedSum.amount },
              tables: ["cash"],
              proved: "completed" as const,
            },
          ]),
    ],
    proof: shown.length === banks.length ? proofOf(banks, accounts) : [],
    reach: {
      months: [month],
      monthsOf: { cash: monthsOfBoxes(shown, month), cheques: monthsBetween(head.span.from, day) },
      tables: ["cash", "cheques"],
      relatedTables: ["journal", "balances"],
      account: null,
      documents: null,
      records: null,
    },
  };
}

/** Proposed order (DOMAIN.md §3.3): statement, deposits in transit, cheques, books. */
function accountRows(
  box: CashBox,
  cheques: readonly WaitingCheque[],
  at: { readonly month: Month; readonly from: string; readonly day: string },
): SourceRow[] {
  const worked = { origin: { month: at.month, rowNo: null, doc: null, account: null } };
  return [
    { kind: "heading", cells: {}, text: sayBankAccount(box) },
    { kind: "subtotal", cells: { item: RECONCILIATION.statement } },
    { kind: "subtotal", cells: { item: RECONCILIATION.inTransit } },
    {
      kind: "subtotal",
      cells: {
        item: RECONCILIATION.waiting(cheques.length),
        amount: sumAmounts(cheques.map((cheque) => cheque.amount)),
      },
      tables: ["cheques"],
      ...worked,
    },
    ...cheques.map(chequeRow),
    {
      kind: "subtotal",
      rule: "single",
      cells: { item: RECONCILIATION.book, amount: box.closing },
      tables: ["cash"],
      link: {
        reportId: "ledger",
        params: { account: formatAccountCode(box.account), from: at.from, to: at.day },
      },
      ...worked,
    },
  ];
}

/** The cheque leads to the entry that booked its payment. */
function chequeRow(cheque: WaitingCheque): SourceRow {
  return {
    kind: "entry",
    level: 1,
    cells: { item: cheque.payee, date: cheque.date, cheque_no: cheque.no, amount: cheque.amount },
    tables: ["cheques"],
    ...(cheque.entryNo === null ? {} : { link: { reportId: "journal-document", params: { entry: cheque.entryNo } } }),
    origin: { month: cheque.month, rowNo: cheque.rowNo, doc: cheque.no, account: null, table: "cheques" },
  };
}

function proofOf(banks: readonly CashBox[], accounts: readonly PeriodAccount[]): ProofLine[] {
  const position = sumBoxes(banks).closing;
  const ledger = ledgerOfBoxes(banks, accounts);
  if (position === null || ledger === null) return [];
  return [proveSame({ what: RECONCILIATION.allBooks, amount: position }, { what: LEDGER_OF_BANKS, amount: ledger })];
}
