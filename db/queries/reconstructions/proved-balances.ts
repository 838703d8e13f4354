/**
 * The accounts of a month that stand in its neighbours or its journal but not in its own trial balance, with what arithmetic proves of
 * them. A neighbour without a trial balance is passed over where its journal was read whole: balances are carried through it. Grain: one record an account, in order of the chart. Excluded: accounts whose row was read; accounts with nothing but zeros.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { formatAccountCode } from "@/lib/ledger/account-code";
import { satang } from "@/lib/money/amount";
import { addMonths, type Month, monthFromNumber, monthToNumber } from "@/lib/period/month";
import { monthsOfPeriod } from "@/lib/period/report-period";
import { type BalanceSources, type ProvedBalance, proveBalance } from "@/lib/reconstruction/prove-balance";
import type { ReportHead } from "@/lib/reports/report-rows";
import type { ProvingMonths } from "@/lib/wording/reconstruction";
import type { ScopedDb } from "../../scoped";
import { tableGaps } from "./table-gaps";

export interface ProvedAccount {
  readonly code: bigint;
  /** Null where the chart does not have it. */
  readonly name: string | null;
  readonly sources: BalanceSources;
  readonly proved: ProvedBalance;
}

export interface ProvedBalances {
  /** The months whose trial balances prove it. */
  readonly months: ProvingMonths;
  readonly accounts: readonly ProvedAccount[];
  /** Every account that the month can have had is read or proved: nothing can be missing besides. */
  readonly isComplete: boolean;
  readonly isJournalWhole: boolean;
}

interface Row extends Record<string, unknown> {
  account_code: bigint;
  name: string | null;
  before: bigint | null;
  after: bigint | null;
  /** What moved between them and the month, debit less credit: sums are numeric, read as text. */
  moved_before: string;
  moved_after: string;
  debit: bigint | null;
  credit: bigint | null;
}

interface MonthQuery {
  readonly head: ReportHead;
  readonly month: Month;
}

/** Null where the month's trial balance was read whole: then there is nothing to prove. */
export async function provedBalances(
  db: ScopedDb,
  scope: Scope,
  { head, month }: MonthQuery,
): Promise<ProvedBalances | null> {
  const { snapshotNo, laoId } = head;
  const all = monthsOfPeriod({ kind: "range", ...head.span });
  const gaps = await tableGaps(db, scope, { snapshotNo, laoId, months: all });
  if (gaps.isWhole("balances", month) && !gaps.hasDoubts("balances", month)) return null;
  const place = sql`snapshot_no = ${snapshotNo} and lao_id = ${laoId} and lao_id between ${scope.from} and ${scope.to}`;
  const standing = await db.execute<{ month: number }>(sql`select distinct month from portal.balances where ${place}`);
  const hasBalances = new Set(standing.map((row) => monthFromNumber(row.month)));
  const [before, after] = [nearest(-1), nearest(1)];
  const movedBetween = (from: Month, to: Month) => sql`(
    select account_code, sum(debit - credit) as net from portal.journal_months
    where ${place} and month > ${monthToNumber(from)} and month < ${monthToNumber(to)} group by account_code)`;
  const balancesOf = (at: Month) =>
    sql`(select * from portal.balances where ${place} and month = ${monthToNumber(at)})`;
  const rows = await db.execute<Row>(sql`
    select u.account_code, a.name, b.closing as before, n.opening as after, j.debit, j.credit,
      coalesce(p.net, 0)::text as moved_before, coalesce(s.net, 0)::text as moved_after
    from (
      select account_code from portal.balances where ${place} and month in (${monthToNumber(before)}, ${monthToNumber(after)})
      union select account_code from portal.journal_months
      where ${place} and month > ${monthToNumber(before)} and month < ${monthToNumber(after)}
      except select account_code from portal.balances where ${place} and month = ${monthToNumber(month)}
    ) u
    left join ${balancesOf(before)} b on b.account_code = u.account_code
    left join ${balancesOf(after)} n on n.account_code = u.account_code
    left join (select * from portal.journal_months where ${place} and month = ${monthToNumber(month)}) j on j.account_code = u.account_code
    left join ${movedBetween(before, month)} p on p.account_code = u.account_code
    left join ${movedBetween(month, after)} s on s.account_code = u.account_code
    left join portal.accounts a on a.snapshot_no = ${snapshotNo} and a.account_code = u.account_code
    order by u.account_code`);
  const isWhole = {
    before: gaps.isWhole("balances", before),
    after: gaps.isWhole("balances", after),
    journal: gaps.isWhole("journal", month),
  };
  const accounts: ProvedAccount[] = [];
  // The trial balance after knows every account of this month; the one before knows all but those that the journal brought in.
  let isComplete = isWhole.after || (isWhole.before && isWhole.journal);
  for (const row of rows) {
    const name = formatAccountCode(row.account_code);
    const known = (amount: bigint | null, moved: bigint, at: Month, whole: boolean) => {
      if (gaps.isInDoubt("balances", at, name)) return null;
      return amount !== null || whole ? satang((amount ?? 0n) + moved) : null;
    };
    const sources: BalanceSources = {
      before: known(row.before, BigInt(row.moved_before), before, isWhole.before),
      after: known(row.after, -BigInt(row.moved_after), after, isWhole.after),
      moved: isWhole.journal ? { debit: satang(row.debit ?? 0n), credit: satang(row.credit ?? 0n) } : null,
    };
    const proved = proveBalance(sources);
    if (!proved || proved.isNet) isComplete = false;
    if (proved && (proved.opening || proved.closing || proved.debit || proved.credit))
      accounts.push({ code: row.account_code, name: row.name, sources, proved });
  }
  return { months: { before, own: month, after }, accounts, isComplete, isJournalWhole: isWhole.journal };

  /** The next month on that side with a trial balance; where a journal on the way was not read whole, the month beside, of which nothing is known. */
  function nearest(step: 1 | -1): Month {
    const beside = addMonths(month, step);
    for (let at = beside; all.includes(at); at = addMonths(at, step)) {
      if (hasBalances.has(at) || gaps.isWhole("balances", at)) return at;
      if (!gaps.isWhole("journal", at)) return beside;
    }
    return beside;
  }
}
