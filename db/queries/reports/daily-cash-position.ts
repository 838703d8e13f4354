/**
 * รายงานสถานะการเงินประจำวัน of one day. Grain: the lines of the printed form, then one line a bank account. Excluded: money moved between two
 * bank accounts, which the form neither receives nor pays; it is said above the table.
 */
import type { Scope } from "@/lib/access/scope";
import { formatAccountCode } from "@/lib/ledger/account-code";
import { type Amount, addAmounts, sayBaht, subtractAmount, sumAmounts } from "@/lib/money/amount";
import { formatDateLong } from "@/lib/period/date";
import { firstDay, monthOf } from "@/lib/period/month";
import type { ProofLine } from "@/lib/reports/document";
import type { ReportQueryParams, ReportRows, SourceRow } from "@/lib/reports/report-rows";
import {
  CREDITS_OF_CASH,
  DAILY_CASH,
  DEBITS_OF_CASH,
  LEDGER_OF_CASH,
  sayBankAccount,
} from "@/lib/wording/cash-reports";
import { proveSame, TOTAL } from "@/lib/wording/reports";
import type { ScopedDb } from "../../scoped";
import { type BoxSums, cashBoxes, completeFromLedger, ledgerOfBoxes, monthsOfBoxes, sumBoxes } from "./cash-boxes";
import { cashMovements } from "./cash-movements";
import { listedRows } from "./listed-rows";
import { periodAccounts } from "./period-accounts";
import { waitingCheques } from "./waiting-cheques";

export async function queryDailyCashPosition(
  db: ScopedDb,
  scope: Scope,
  { head, input }: ReportQueryParams,
): Promise<ReportRows> {
  const day = input.period.to;
  const month = monthOf(day);
  const days = { from: day, to: day };
  const [found, accounts, moved, cheques] = await Promise.all([
    cashBoxes(db, scope, head, days),
    periodAccounts(db, scope, head, { kind: "date", from: firstDay(month), to: day }),
    cashMovements(db, scope, head, days),
    waitingCheques(db, scope, head, day),
  ]);
  const boxes = completeFromLedger(found, accounts);
  const banks = boxes.filter((box) => box.no !== null);
  const cash = sumBoxes(boxes.filter((box) => box.no === null));
  const bank = sumBoxes(banks);
  const paidInCash = subtractAmount(cash.paid, moved.banked);

  const heading = (item: string): SourceRow => ({ kind: "heading", cells: {}, text: item });
  const line = (item: string, amount: Amount | null, more: Partial<SourceRow> = {}): SourceRow => ({
    kind: "entry",
    level: 1,
    cells: { item, amount },
    origin: { month, rowNo: null, doc: null, account: null },
    ...more,
  });
  const sum = (item: string, amount: Amount | null) => line(item, amount, { kind: "subtotal", rule: "single" });
  const book = (reportId: string) => ({ link: { reportId, params: days } });
  const rows: SourceRow[] = [
    heading(DAILY_CASH.cash),
    line(DAILY_CASH.cashBefore, cash.opening),
    line(DAILY_CASH.cashReceived, cash.received, book("cash-receipts-book")),
    line(DAILY_CASH.banked, moved.banked, book("general-journal")),
    ...(paidInCash === 0n ? [] : [line(DAILY_CASH.cashPaid, paidInCash)]),
    sum(DAILY_CASH.cashAfter, cash.closing),
    heading(DAILY_CASH.bank),
    line(DAILY_CASH.bankBefore, bank.opening),
    line(DAILY_CASH.banked, subtractAmount(bank.received, moved.transferred), book("cash-receipts-book")),
    line(DAILY_CASH.bankPaid, subtractAmount(bank.paid, moved.transferred), book("cash-payments-book")),
    sum(DAILY_CASH.bankAfter, bank.closing),
    line(DAILY_CASH.waiting(cheques.length), sumAmounts(cheques.map((cheque) => cheque.amount)), {
      level: 0,
      link: { reportId: "bank-reconciliation", params: { date: day } },
    }),
    heading(DAILY_CASH.accounts),
    ...banks.map((box) =>
      line(sayBankAccount(box), box.closing, {
        link: {
          reportId: "ledger",
          params: { account: formatAccountCode(box.account), from: firstDay(month), to: day },
        },
      }),
    ),
    sum(TOTAL, bank.closing),
  ];
  return {
    ...listedRows(rows),
    period: `ประจำวันที่ ${formatDateLong(day)}`,
    fields: moved.transferred === 0n ? [] : [{ label: DAILY_CASH.transferred, value: sayBaht(moved.transferred) }],
    totals: [],
    proof: [
      ...chain(cash, DAILY_CASH.cashAfter),
      ...chain(bank, DAILY_CASH.bankAfter),
      proveSame(
        { what: `${DAILY_CASH.cashReceived}และเงินเข้าบัญชีเงินฝาก`, amount: addAmounts(cash.received, bank.received) },
        { what: DEBITS_OF_CASH, amount: addAmounts(moved.cashIn, moved.bankIn) },
      ),
      proveSame(
        { what: "เงินสดจ่ายและเงินออกจากบัญชีเงินฝาก", amount: addAmounts(cash.paid, bank.paid) },
        { what: CREDITS_OF_CASH, amount: addAmounts(moved.cashOut, moved.bankOut) },
      ),
      ...withLedger(addKnown(cash.closing, bank.closing), ledgerOfBoxes(boxes, accounts)),
    ],
    reach: {
      months: monthsOfBoxes(boxes, month),
      tables: ["cash", "cheques"],
      relatedTables: ["journal", "balances"],
      account: null,
      documents: null,
      records: null,
    },
  };
}

/** Opening, received and paid come to the closing of the same rows. */
function chain(sums: BoxSums, what: string): ProofLine[] {
  if (sums.opening === null || sums.closing === null) return [];
  const reckoned = subtractAmount(addAmounts(sums.opening, sums.received), sums.paid);
  return [proveSame({ what, amount: sums.closing }, { what: "ยอดยกมาบวกรับหักจ่าย", amount: reckoned })];
}

function withLedger(position: Amount | null, ledger: Amount | null): ProofLine[] {
  if (position === null || ledger === null) return [];
  return [
    proveSame({ what: "เงินสดและเงินฝากธนาคารคงเหลือ", amount: position }, { what: LEDGER_OF_CASH, amount: ledger }),
  ];
}

function addKnown(one: Amount | null, other: Amount | null): Amount | null {
  return one === null || other === null ? null : addAmounts(one, other);
}
