/**
 * Lines of financial statements: ledger accounts summed under the headings of the chart. Grain: one record a heading of the asked depth with an
 * account below it. Excluded: nothing; an account without such a heading is a line of its own.
 */
import { sql } from "drizzle-orm";
import { accountDigits } from "@/lib/ledger/account-code";
import { type Amount, addAmounts, negate, ZERO } from "@/lib/money/amount";
import type { IsoDate } from "@/lib/period/date";
import type { ReportPeriod } from "@/lib/period/report-period";
import type { ReportHead } from "@/lib/reports/report-rows";
import { NOT_IN_CHART } from "@/lib/wording/reports";
import type { ScopedDb } from "../../scoped";
import type { PeriodAccount } from "./period-accounts";

/** Names of headings by the digits that their accounts share. */
export type HeadingNames = ReadonlyMap<string, string>;

export async function headingNames(db: ScopedDb, head: ReportHead): Promise<HeadingNames> {
  const rows = await db.execute<{ account_code: bigint; name: string }>(sql`
    select account_code, name from portal.accounts
    where snapshot_no = ${head.snapshotNo} and not postable and level <= 4 order by account_code`);
  const names = new Map<string, string>();
  for (const row of rows) {
    const digits = accountDigits(row.account_code);
    for (const length of [1, 2, 4, 6])
      if (/^0*$/.test(digits.slice(length)) && !names.has(digits.slice(0, length)))
        names.set(digits.slice(0, length), row.name);
  }
  return names;
}

export interface StatementLine {
  /** Digits that its accounts share. */
  readonly prefix: string;
  readonly name: string;
  /** Debit-positive; null where an account's closing is not known. */
  readonly closing: Amount | null;
}

/** Lines of the accounts below `prefix`, by the first `digits` of their codes, in order of the chart. */
export function statementLines(
  accounts: readonly PeriodAccount[],
  names: HeadingNames,
  prefix: string,
  digits: number,
): StatementLine[] {
  const lines = new Map<string, StatementLine>();
  for (const account of accounts) {
    const code = accountDigits(account.code);
    if (!code.startsWith(prefix)) continue;
    const heading = code.slice(0, digits);
    const key = names.has(heading) ? heading : code;
    const line = lines.get(key);
    lines.set(key, {
      prefix: key,
      name: names.get(key) ?? account.name ?? NOT_IN_CHART,
      closing: line ? addKnown(line.closing, account.closing) : account.closing,
    });
  }
  return [...lines.values()];
}

/** Debit-positive closing of all accounts below one of the prefixes; null where one is not known or no trial balance was read. */
export function closingBelow(accounts: readonly PeriodAccount[], ...prefixes: readonly string[]): Amount | null {
  if (accounts.length === 0) return null;
  return accounts
    .filter((account) => prefixes.some((prefix) => accountDigits(account.code).startsWith(prefix)))
    .reduce<Amount | null>((sum, account) => addKnown(sum, account.closing), ZERO);
}

/** Null where one of them is not known. */
export function addKnown(...amounts: readonly (Amount | null)[]): Amount | null {
  return amounts.reduce<Amount | null>(
    (sum, amount) => (sum === null || amount === null ? null : addAmounts(sum, amount)),
    ZERO,
  );
}

/** The credit side's amount; what is not known stays so. */
export function turned(amount: Amount | null): Amount | null {
  return amount === null ? null : negate(amount);
}

/** The day of a state: a month that the archive ends in is shown as it stood on the archive's last day. */
export function lastDayShown(period: ReportPeriod, head: ReportHead): IsoDate {
  return period.to < head.span.to ? period.to : head.span.to;
}
