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
import { provedBoxSentence, provedMovementSentence, provedOpeningOfDaySentence } from "@/lib/wording/reconstruction";
import { proveSame, TOTAL } from "@/lib/wording/reports";
import type { ScopedDb } from "../../scoped";
import { type ProvedBoxes, proveBoxes } from "../reconstructions/proved-boxes";
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
  const inHand = boxes.filter((box) => box.no === null);
  const [cash, bank] = [sumBoxes(inHand), sumBoxes(banks)];
  const paidInCash = minus(cash.paid, moved.banked);
  const provedPaidInCash = subtractAmount(moved.cashOut, moved.banked);
  const proof = await proveBoxes(db, scope, { head, month, boxes, accounts, isAtDay: true });
  const [provedCash, provedBank] = [proof.closingOf(inHand), proof.closingOf(banks)];

  const heading = (item: string): SourceRow => ({ kind: "heading", cells: {}, text: item });
  const line = (item: string, amount: Amount | null, more: Partial<SourceRow> = {}): SourceRow => ({
    kind: "entry",
    level: 1,
    cells: { item, amount },
    origin: { month, rowNo: null, doc: null, account: null },
    ...more,
  });
  const sum = (item: string, amount: Amount | null) => line(item, amount, { kind: "subtotal", rule: "single" });
  /** Below a line whose figure is not known: what is proved of it. */
  const proved = (unknown: SourceRow, amount: Amount | null, text: string): SourceRow[] => [
    unknown,
    ...(unknown.cells.amount === null && amount !== null
      ? [{ kind: "reconstructed" as const, level: 1, cells: { item: unknown.cells.item ?? null, amount }, text }]
      : []),
  ];
  const provedClosing = (unknown: SourceRow, by: ProvedBoxes | null) =>
    proved(unknown, by?.amount ?? null, provedBoxSentence(by?.accounts ?? [], month, day));
  const provedMove = (unknown: SourceRow, amount: Amount) =>
    proved(unknown, provedCash && provedBank ? amount : null, provedMovementSentence);
  const provedOpening = (
    unknown: SourceRow,
    by: ProvedBoxes | null,
    moves: { readonly in: Amount; readonly out: Amount },
  ) => proved(unknown, by && addAmounts(subtractAmount(by.amount, moves.in), moves.out), provedOpeningOfDaySentence);
  const book = (reportId: string) => ({ link: { reportId, params: days } });
  const rows: SourceRow[] = [
    heading(DAILY_CASH.cash),
    ...provedOpening(line(DAILY_CASH.cashBefore, cash.opening), provedCash, { in: moved.cashIn, out: moved.cashOut }),
    ...provedMove(line(DAILY_CASH.cashReceived, cash.received, book("cash-receipts-book")), moved.cashIn),
    line(DAILY_CASH.banked, moved.banked, book("general-journal")),
    ...((paidInCash ?? (provedCash && provedPaidInCash)) === 0n
      ? []
      : provedMove(line(DAILY_CASH.cashPaid, paidInCash), provedPaidInCash)),
    ...provedClosing(sum(DAILY_CASH.cashAfter, cash.closing), provedCash),
    heading(DAILY_CASH.bank),
    ...provedOpening(line(DAILY_CASH.bankBefore, bank.opening), provedBank, { in: moved.bankIn, out: moved.bankOut }),
    ...provedMove(
      line(DAILY_CASH.banked, minus(bank.received, moved.transferred), book("cash-receipts-book")),
      subtractAmount(moved.bankIn, moved.transferred),
    ),
    ...provedMove(
      line(DAILY_CASH.bankPaid, minus(bank.paid, moved.transferred), book("cash-payments-book")),
      subtractAmount(moved.bankOut, moved.transferred),
    ),
    ...provedClosing(sum(DAILY_CASH.bankAfter, bank.closing), provedBank),
    line(DAILY_CASH.waiting(cheques.length), sumAmounts(cheques.map((cheque) => cheque.amount)), {
      level: 0,
      link: { reportId: "bank-reconciliation", params: { date: day } },
    }),
    heading(DAILY_CASH.accounts),
    ...banks.flatMap((box) =>
      provedClosing(
        line(sayBankAccount(box), box.closing, {
          link: {
            reportId: "ledger",
            params: { account: formatAccountCode(box.account), from: firstDay(month), to: day },
          },
        }),
        proof.closingOf([box]),
      ),
    ),
    ...provedClosing(sum(TOTAL, bank.closing), provedBank),
  ];
  return {
    ...listedRows(rows),
    period: `ประจำวันที่ ${formatDateLong(day)}`,
    fields: moved.transferred === 0n ? [] : [{ label: DAILY_CASH.transferred, value: sayBaht(moved.transferred) }],
    totals: [],
    proof: [
      ...chain(cash, DAILY_CASH.cashAfter),
      ...chain(bank, DAILY_CASH.bankAfter),
      ...proveKnown(
        { what: `${DAILY_CASH.cashReceived}และเงินเข้าบัญชีเงินฝาก`, amount: addKnown(cash.received, bank.received) },
        { what: DEBITS_OF_CASH, amount: addAmounts(moved.cashIn, moved.bankIn) },
      ),
      ...proveKnown(
        { what: "เงินสดจ่ายและเงินออกจากบัญชีเงินฝาก", amount: addKnown(cash.paid, bank.paid) },
        { what: CREDITS_OF_CASH, amount: addAmounts(moved.cashOut, moved.bankOut) },
      ),
      ...proveKnown(
        { what: "เงินสดและเงินฝากธนาคารคงเหลือ", amount: addKnown(cash.closing, bank.closing) },
        { what: LEDGER_OF_CASH, amount: ledgerOfBoxes(boxes, accounts) },
      ),
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

interface Side {
  readonly what: string;
  readonly amount: Amount | null;
}

function proveKnown(one: Side, other: Side): ProofLine[] {
  if (one.amount === null || other.amount === null) return [];
  return [proveSame({ what: one.what, amount: one.amount }, { what: other.what, amount: other.amount })];
}

/** Opening, received and paid come to the closing of the same rows. */
function chain({ opening, received, paid, closing }: BoxSums, what: string): ProofLine[] {
  const reckoned = minus(addKnown(opening, received), paid);
  return proveKnown({ what, amount: closing }, { what: "ยอดยกมาบวกรับหักจ่าย", amount: reckoned });
}

function addKnown(one: Amount | null, other: Amount | null): Amount | null {
  return one === null || other === null ? null : addAmounts(one, other);
}

function minus(one: Amount | null, other: Amount | null): Amount | null {
  return one === null || other === null ? null : subtractAmount(one, other);
}
