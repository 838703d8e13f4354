/**
 * T9: the daily cash position adds up, runs on from day to day and month to month, and ends each month on the ledger's balance.
 * Several bank accounts may share one ledger account: then their sum is compared.
 */
import { type Confidence, type Finding, makeFinding } from "@/lib/finding/finding";
import { satang, toBahtText } from "@/lib/money/amount";
import type { Month } from "@/lib/period/month";
import { groupBy } from "../book-index";
import type { CashEvidence, LaoEvidence } from "../evidence";
import type { Witnesses } from "../witnesses";
import type { AccountMonths } from "./account-months";

interface CashRow {
  readonly source: CashEvidence;
  opening: bigint;
  received: bigint;
  paid: bigint;
  closing: bigint;
}

interface Said {
  readonly month: Month;
  readonly account: string;
  readonly rows?: readonly CashRow[];
  readonly dateFrom?: string | null;
  readonly dateTo?: string | null;
  readonly expected: bigint | null;
  readonly found: bigint | null;
  readonly amount: bigint | null;
  readonly confidence?: Confidence;
  /** Expected and found where they are no amounts. */
  readonly texts?: readonly [expected: string | null, found: string | null];
  readonly column?: string;
}

const baht = (amount: bigint | null) => (amount === null ? null : toBahtText(satang(amount)));

function cashFinding(evidence: LaoEvidence, said: Said): Finding {
  const rowNos = (said.rows ?? []).map((row) => row.source.rowNo);
  return makeFinding({
    code: "tie/cross-module",
    confidence: said.confidence ?? "arithmetic",
    lao: evidence.lao,
    module: "accounting",
    month: said.month,
    table: "cash",
    rowFrom: rowNos.length > 0 ? rowNos.reduce((one, other) => Math.min(one, other)) : null,
    rowTo: rowNos.length > 0 ? rowNos.reduce((one, other) => Math.max(one, other)) : null,
    dateFrom: said.dateFrom ?? said.rows?.[0]?.source.day ?? null,
    dateTo: said.dateTo ?? said.rows?.at(-1)?.source.day ?? null,
    account: said.account,
    column: said.column ?? null,
    expected: said.texts ? said.texts[0] : baht(said.expected),
    found: said.texts ? said.texts[1] : baht(said.found),
    amount: said.amount === null ? null : satang(said.amount),
  });
}

/** The row runs on from the row before it, or into the row after it, of the same bank account. */
function fits(source: CashEvidence, rows: readonly CashEvidence[]): boolean {
  const before = rows.findLast(({ day }) => day < source.day);
  const after = rows.find(({ day }) => day > source.day);
  return before?.closing === source.opening || after?.opening === source.closing;
}

/**
 * Rows by bank account, in order of days. A row whose bank account and ledger account do not belong together, or whose bank account nobody
 * knows, counts where it fits in; it is told where the bank account is known (T11 tells of unknown ones).
 */
function rowsByBankAccount(evidence: LaoEvidence): { groups: Map<string, CashRow[]>; misfits: Finding[] } {
  const { bankAccounts } = evidence;
  const byNo = groupBy([...evidence.cash].sort(byDay), ({ bankAccountNo }) => bankAccountNo);
  const carrierOf = (no: string) =>
    bankAccounts.get(no) ?? (no === CASH ? usualAccount(byNo.get(no) ?? []) : undefined);
  const misfits: Finding[] = [];
  const groups = new Map<string, CashRow[]>();
  for (const source of evidence.cash) {
    let no = source.bankAccountNo;
    const carrier = carrierOf(no);
    let { account } = source;
    if (bankAccounts.size > 0 && carrier !== account) {
      const others = [...new Set([...bankAccounts.keys(), CASH])].filter((other) => carrierOf(other) === account);
      const home =
        others.find((other) => other !== no && fits(source, byNo.get(other) ?? [])) ??
        (carrier === undefined ? others[0] : undefined);
      const isAccountWrong =
        carrier !== undefined &&
        (home === undefined ||
          fits(
            source,
            (byNo.get(no) ?? []).filter((row) => row !== source),
          ));
      if (carrier !== undefined)
        misfits.push(
          cashFinding(evidence, {
            month: source.month,
            account,
            rows: [rowOf(source)],
            expected: null,
            found: null,
            amount: null,
            column: isAccountWrong ? "account_code" : "bank_account_no",
            texts: isAccountWrong ? [carrier, account] : [home ?? null, no],
          }),
        );
      if (isAccountWrong && carrier !== undefined) account = carrier;
      else if (home !== undefined) no = home;
    }
    const group = groups.get(no) ?? [];
    group.push(rowOf({ ...source, account }));
    groups.set(no, group);
  }
  for (const group of groups.values()) group.sort((left, right) => byDay(left.source, right.source));
  return { groups, misfits };
}

const CASH = "CASH";

function byDay(left: CashEvidence, right: CashEvidence): number {
  return left.day < right.day ? -1 : left.day > right.day ? 1 : left.rowNo - right.rowNo;
}

function rowOf(source: CashEvidence): CashRow {
  const { opening, received, paid, closing } = source;
  return { source, opening, received, paid, closing };
}

/** Cash in hand is carried by the account that most of its days name. */
function usualAccount(rows: readonly CashEvidence[]): string | undefined {
  const groups = [...groupBy(rows, ({ account }) => account)].sort(([, left], [, right]) => right.length - left.length);
  return groups[0]?.[0];
}

/** Rows that do not add up: the figure that its neighbours contradict is set right. */
function findBrokenDays(evidence: LaoEvidence, rows: readonly CashRow[]): Finding[] {
  return rows.flatMap((row, index) => {
    const gap = row.closing - (row.opening + row.received - row.paid);
    if (gap === 0n) return [];
    const [before, after] = [rows[index - 1], rows[index + 1]];
    let [expected, found, amount] = [row.closing - gap, row.closing, -gap];
    if (before && before.closing !== row.opening && before.closing === row.opening + gap) {
      [expected, found, amount] = [before.closing, row.opening, gap];
      row.opening = before.closing;
    } else if (after && after.opening !== row.closing && after.opening === row.closing - gap) {
      row.closing = after.opening;
    } else {
      // Both ends are confirmed: what came in or went out that day is wrong.
      [expected, found, amount] = [row.closing - row.opening, row.received - row.paid, gap];
      row.received += gap;
    }
    return [
      cashFinding(evidence, {
        month: row.source.month,
        account: row.source.account,
        rows: [row],
        expected,
        found,
        amount,
      }),
    ];
  });
}

/** What a bank account held at a month's end, as its last day up to then says. */
function closingAt(rows: readonly CashRow[], month: Month): bigint | undefined {
  return rows.findLast((each) => each.source.month <= month)?.closing ?? rows[0]?.opening;
}

/** The ledger's balance of an account at a month's end; undefined if unknown or itself found wrong. */
type LedgerClosing = (account: string, month: Month) => bigint | undefined;

/** What the trial balance says of a month's end; where it has no such month, the next one's opening does. Undefined if itself found wrong. */
function balanceAt(books: AccountMonths, account: string, index: number): bigint | undefined {
  if (books.hasBalances(index)) {
    const row = books.row(account, index);
    return row && !row.isAtFault ? row.closing : undefined;
  }
  const next = books.row(account, index + 1);
  return next && !next.isAtFault ? next.opening : undefined;
}

/** A row whose neighbours agree with each other but not with it, or rows that are missing between two. */
function findBrokenChains(
  evidence: LaoEvidence,
  witnesses: Witnesses,
  rows: readonly CashRow[],
  ledger: LedgerClosing,
): Finding[] {
  const findings: Finding[] = [];
  for (let index = 1; index < rows.length; index += 1) {
    const [before, after, next, previous] = [rows[index - 1], rows[index], rows[index + 1], rows[index - 2]];
    if (!before || !after || before.closing === after.opening) continue;
    const gap = after.opening - before.closing;
    const { account } = after.source;
    const shifted =
      next && next.opening - after.closing === -gap
        ? { row: after, by: -gap, expected: before.closing, found: after.opening }
        : previous && before.opening - previous.closing === -gap
          ? { row: before, by: gap, expected: after.opening, found: before.closing }
          : undefined;
    if (shifted) {
      const { row, by, expected, found } = shifted;
      findings.push(
        cashFinding(evidence, { month: row.source.month, account, rows: [row], expected, found, amount: by }),
      );
      row.opening += by;
      row.closing += by;
      continue;
    }
    findings.push(
      cashFinding(evidence, {
        month: monthOfHole(evidence, witnesses, before, after, ledger),
        account,
        dateFrom: before.source.day,
        dateTo: after.source.day,
        expected: after.opening,
        found: before.closing,
        amount: gap,
      }),
    );
  }
  return findings;
}

/** In which month days are missing between two rows: where the table is known to be damaged, else where the ledger moved away. */
function monthOfHole(
  evidence: LaoEvidence,
  witnesses: Witnesses,
  before: CashRow,
  after: CashRow,
  ledger: LedgerClosing,
): Month {
  const months = evidence.months.filter((month) => month >= before.source.month && month <= after.source.month);
  for (const isLacking of [witnesses.isDamaged, witnesses.isAbsent]) {
    const [only, another] = months.filter((month) => isLacking("cash", month));
    if (only && !another) return only;
  }
  const moved = months.find((month) => {
    const closing = ledger(before.source.account, month);
    return month < after.source.month && closing !== undefined && closing !== before.closing;
  });
  return moved ?? after.source.month;
}

/** Month ends against the ledger, for a ledger account and all bank accounts that it carries. */
function findMonthEnds(
  evidence: LaoEvidence,
  witnesses: Witnesses,
  books: AccountMonths,
  account: string,
  groups: readonly (readonly CashRow[])[],
  explained: ReadonlySet<string>,
): Finding[] {
  const findings: Finding[] = [];
  let toldBefore = 0n;
  books.months.forEach((month, index) => {
    const row = books.row(account, index);
    const balance = balanceAt(books, account, index);
    const today = groups.flatMap((rows) => rows.filter((each) => each.source.month === month));
    if (balance === undefined) return;
    const closings = groups.map((rows) => closingAt(rows, month));
    if (closings.some((closing) => closing === undefined)) return;
    // where days since the last row are known to be missing, it no longer tells what the account held
    const since = (rows: readonly CashRow[]) => rows.findLast((each) => each.source.month <= month)?.source.month;
    const isStale = groups.some((rows) =>
      books.months.some(
        (each) =>
          each > (since(rows) ?? month) &&
          each <= month &&
          (witnesses.isAbsent("cash", each) || witnesses.isDamaged("cash", each)),
      ),
    );
    const closing = closings.reduce((sum: bigint, each) => sum + (each ?? 0n), 0n);
    if (explained.has(`${account} ${month}`)) toldBefore = balance - closing;
    if (isStale || explained.has(`${account} ${month}`)) return;
    const [received, paid] = [
      today.reduce((sum, each) => sum + each.received, 0n),
      today.reduce((sum, each) => sum + each.paid, 0n),
    ];
    if (closing !== balance) {
      const amount = balance - closing;
      // no day since the misfit was told: it is the same one still
      if (today.length === 0 && amount === toldBefore) return;
      toldBefore = amount;
      findings.push(cashFinding(evidence, { month, account, expected: balance, found: closing, amount }));
    } else if (!row) return;
    else if (index === 0 && received - paid !== row.debit - row.credit) {
      // the first days of all: nothing before them can show that they do not run on
      const [expected, found] = [row.debit - row.credit, received - paid];
      findings.push(cashFinding(evidence, { month, account, expected, found, amount: expected - found }));
    } else if (received - paid === row.debit - row.credit && received !== row.debit) {
      // The balance is right, but a day's coming and going is not there: it left no trace in the chain.
      findings.push(
        cashFinding(evidence, {
          month,
          account,
          expected: row.debit,
          found: received,
          amount: row.debit - received,
          confidence: "suspected",
        }),
      );
    }
  });
  return findings;
}

/** All misfits of T9. `books` are those whose wrong figures have been set right by the checks of T2 and T3. */
export function findCashMisfits(evidence: LaoEvidence, witnesses: Witnesses, books: AccountMonths): Finding[] {
  const { groups, misfits } = rowsByBankAccount(evidence);
  const carriers = new Map<string, CashRow[][]>();
  for (const rows of groups.values()) {
    const account = rows[0]?.source.account;
    if (account === undefined) continue;
    const ofAccount = carriers.get(account);
    if (ofAccount) ofAccount.push(rows);
    else carriers.set(account, [rows]);
  }
  const findings: Finding[] = [...misfits];
  for (const [account, group] of carriers) {
    const hasAll = [...evidence.bankAccounts].every(([no, carrier]) => carrier !== account || groups.has(no));
    // of bank accounts that share a ledger account, what the ledger leaves for one beside the others
    const ledgerOf =
      (rows: readonly CashRow[]): LedgerClosing =>
      (code, month) => {
        const balance = balanceAt(books, code, books.months.indexOf(month));
        const others = group.filter((each) => each !== rows).map((each) => closingAt(each, month));
        if (balance === undefined || !hasAll || others.some((closing) => closing === undefined)) return undefined;
        return others.reduce((rest: bigint, closing) => rest - (closing ?? 0n), balance);
      };
    const own = group.flatMap((rows) => [
      ...findBrokenDays(evidence, rows),
      ...findBrokenChains(evidence, witnesses, rows, ledgerOf(rows)),
    ]);
    for (const finding of own) findings.push(finding);
    if (!hasAll) continue;
    const explained = new Set(own.map((finding) => `${account} ${finding.month}`));
    for (const finding of findMonthEnds(evidence, witnesses, books, account, group, explained)) findings.push(finding);
  }
  return findings;
}
