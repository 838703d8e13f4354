/**
 * Cash in hand and every bank account of an LAO over some days: what it opened with, took in, paid out and closed with, by the daily cash
 * position of the old system. Grain: one record a box. A box has a row on days with movement only, so its balance on other days is the last
 * closing before or the next opening after; where a month between is lost, the balance is not known.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { BANK_DEPOSITS, CASH_IN_HAND } from "@/lib/ledger/account-code";
import { type Amount, satang, ZERO } from "@/lib/money/amount";
import type { IsoDate } from "@/lib/period/date";
import { type Month, monthFromNumber, monthOf, monthToNumber } from "@/lib/period/month";
import type { ReportHead } from "@/lib/reports/report-rows";
import type { ScopedDb } from "../../scoped";
import type { PeriodAccount } from "./period-accounts";

export interface CashBox {
  /** Bank account number; null is cash in hand. */
  readonly no: string | null;
  readonly bank: string;
  readonly branch: string;
  readonly kind: string;
  /** The ledger account that carries it; several boxes may share one. */
  readonly account: bigint;
  /** Null where it is not known, and so are the others. */
  readonly opening: Amount | null;
  readonly received: Amount | null;
  readonly paid: Amount | null;
  readonly closing: Amount | null;
  /** Month of the row that its balance rests on. */
  readonly month: Month | null;
  /** It has a row on some day of the archive. */
  readonly hasMoved: boolean;
}

interface Row extends Record<string, unknown> {
  no: string;
  bank: string | null;
  branch: string | null;
  kind: string | null;
  account_code: bigint | null;
  before_closing: bigint | null;
  before_month: number | null;
  opening: bigint | null;
  received: string;
  paid: string;
  closing: bigint | null;
  last_month: number | null;
  after_opening: bigint | null;
  after_month: number | null;
}

const CASH = "CASH";

/** In the order of the ledger: cash in hand, then bank accounts by their ledger account and number. */
export async function cashBoxes(
  db: ScopedDb,
  scope: Scope,
  head: ReportHead,
  days: { readonly from: IsoDate; readonly to: IsoDate },
): Promise<CashBox[]> {
  const place = sql`snapshot_no = ${head.snapshotNo} and lao_id = ${head.laoId} and lao_id between ${scope.from} and ${scope.to}`;
  const [rows, lost] = await Promise.all([
    db.execute<Row>(sql`
      select box.no, box.bank, box.branch, box.kind, coalesce(box.account_code, inside.account_code, earlier.account_code, later.account_code) as account_code,
        earlier.closing as before_closing, earlier.month as before_month,
        inside.opening, coalesce(inside.received, 0) as received, coalesce(inside.paid, 0) as paid, inside.closing, inside.month as last_month,
        later.opening as after_opening, later.month as after_month
      from (
        select coalesce(b.bank_account_no, c.no) as no, b.bank, b.branch, b.kind, b.account_code
        from (select bank_account_no, bank, branch, kind, account_code from portal.bank_accounts where ${place}) b
        full join (select distinct bank_account_no as no from portal.cash where ${place} union select ${CASH}) c on c.no = b.bank_account_no
      ) box
      left join lateral (
        select closing, month, account_code from portal.cash
        where ${place} and bank_account_no = box.no and day < ${days.from}::date order by day desc, row_no desc limit 1
      ) earlier on true
      left join lateral (
        select (array_agg(opening order by day, row_no))[1] as opening, sum(received) as received, sum(paid) as paid,
          (array_agg(closing order by day desc, row_no desc))[1] as closing, max(month) as month, min(account_code) as account_code
        from portal.cash
        where ${place} and bank_account_no = box.no and day between ${days.from}::date and ${days.to}::date
      ) inside on true
      left join lateral (
        select opening, month, account_code from portal.cash
        where ${place} and bank_account_no = box.no and day > ${days.to}::date order by day, row_no limit 1
      ) later on true
      order by (box.no <> ${CASH}), account_code, box.no`),
    db.execute<{ month: number }>(sql`
      select month from portal.partitions where ${place} and module = 'accounting' and state = 'lost'
      union
      select month from portal.findings where ${place} and module = 'accounting' and table_name = 'cash' and code in ('file/missing', 'tie/silent-partition')`),
  ]);
  const lostMonths = lost.map((row) => row.month);
  const [first, last] = [monthToNumber(monthOf(days.from)), monthToNumber(monthOf(days.to))];
  const isReadable = (from: number, to: number) => !lostMonths.some((month) => month >= from && month <= to);
  return rows.map((row) => toBox(row, first, last, isReadable));
}

function toBox(row: Row, first: number, last: number, isReadable: (from: number, to: number) => boolean): CashBox {
  const known = (amount: bigint | null, from: number | null, to: number | null) =>
    amount !== null && from !== null && to !== null && isReadable(from, to) ? satang(amount) : null;
  const before = known(row.before_closing, row.before_month, first);
  const after = known(row.after_opening, last, row.after_month);
  const isLost = !isReadable(first, last);
  const opening = isLost ? null : row.opening !== null ? satang(row.opening) : (before ?? after);
  const closing = isLost ? null : row.closing !== null ? satang(row.closing) : (before ?? after);
  const standsOn = row.opening !== null ? row.last_month : before !== null ? row.before_month : row.after_month;
  return {
    no: row.no === CASH ? null : row.no,
    bank: row.bank ?? "",
    branch: row.branch ?? "",
    kind: row.kind ?? "",
    account: row.account_code ?? (row.no === CASH ? CASH_IN_HAND.from : BANK_DEPOSITS.from),
    opening,
    received: isLost ? null : satang(BigInt(row.received)),
    paid: isLost ? null : satang(BigInt(row.paid)),
    closing,
    month: standsOn === null ? null : monthFromNumber(standsOn),
    hasMoved: row.before_month !== null || row.last_month !== null || row.after_month !== null,
  };
}

/** Each null where one box's is not known. */
export type BoxSums = Pick<CashBox, "opening" | "received" | "paid" | "closing">;

export function sumBoxes(boxes: readonly CashBox[]): BoxSums {
  const sum = (pick: (box: CashBox) => Amount | null) => {
    let total = 0n;
    for (const box of boxes) {
      const amount = pick(box);
      if (amount === null) return null;
      total += amount;
    }
    return satang(total);
  };
  return {
    opening: sum((box) => box.opening),
    received: sum((box) => box.received),
    paid: sum((box) => box.paid),
    closing: sum((box) => box.closing),
  };
}

/** A box that never moved in the archive has no row of its own: its balance is its ledger account's, where it alone stands on it. */
export function completeFromLedger(boxes: readonly CashBox[], accounts: readonly PeriodAccount[]): CashBox[] {
  return boxes.map((box) => {
    if (box.hasMoved) return box;
    const others = boxes.filter((other) => other !== box && other.account === box.account);
    if (others.length > 0) return box;
    const own = accounts.filter(({ code }) =>
      box.no === null ? code >= CASH_IN_HAND.from && code <= CASH_IN_HAND.to : code === box.account,
    );
    // An office without cash has no account for it; any other account that is absent may have stood in rows that were not read.
    if (own.length === 0 && (box.no !== null || accounts.length === 0)) return box;
    const sum = (pick: (account: PeriodAccount) => Amount | null) =>
      own.reduce<Amount | null>((total, account) => {
        const amount = pick(account);
        return total === null || amount === null ? null : satang(total + amount);
      }, ZERO);
    return { ...box, opening: sum((account) => account.opening), closing: sum((account) => account.closing) };
  });
}

/** Whether the ledger account is cash in hand or a deposit: by the chart's ranges, or because a bank account of the LAO stands on it. */
export function isCashAccount(account: bigint, boxes: readonly CashBox[]): boolean {
  return (
    (account >= CASH_IN_HAND.from && account <= CASH_IN_HAND.to) ||
    (account >= BANK_DEPOSITS.from && account <= BANK_DEPOSITS.to) ||
    boxes.some((box) => box.account === account)
  );
}

/** The months that the boxes' figures of a month rest on, in order. */
export function monthsOfBoxes(boxes: readonly CashBox[], month: Month): Month[] {
  const used = boxes.map((box) => box.month).filter((used): used is Month => used !== null);
  return [...new Set([...used, month])].sort();
}

/** Whether the ledger account carries the box: its own, and for cash in hand every one of the chart's range. */
export function isCarriedBy(box: CashBox, { code }: Pick<PeriodAccount, "code">): boolean {
  return box.account === code || (box.no === null && code >= CASH_IN_HAND.from && code <= CASH_IN_HAND.to);
}

/** What the ledger accounts of the boxes come to; null where one is not known. */
export function ledgerOfBoxes(boxes: readonly CashBox[], accounts: readonly PeriodAccount[]): Amount | null {
  const own = accounts.filter((account) => boxes.some((box) => isCarriedBy(box, account)));
  return own.reduce<Amount | null>(
    (total, { closing }) => (total === null || closing === null ? null : satang(total + closing)),
    ZERO,
  );
}
