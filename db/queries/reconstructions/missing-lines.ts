/**
 * What the journal lacks of one account, by the trial balance of the month (T2): debit and credit as the old system closed them, less what
 * was read. Grain: one record a month of the period. Excluded: months of which the period covers a part, since nobody knows the day of a
 * line that is missing.
 */
import { sql } from "drizzle-orm";
import { formatAccountCode } from "@/lib/ledger/account-code";
import { type Amount, satang, ZERO } from "@/lib/money/amount";
import { type Month, monthFromNumber, monthToNumber } from "@/lib/period/month";
import type { LineSelection } from "../reports/journal-lines";
import type { AccountMonth } from "../reports/ledger-months";
import { coversMonth } from "./covers-month";
import { provedBalances } from "./proved-balances";
import { tableGaps } from "./table-gaps";

export interface Sides {
  readonly debit: Amount;
  readonly credit: Amount;
}

export interface MissingMonth {
  readonly month: Month;
  readonly missing: Sides;
  readonly read: Sides;
  /** As the old system closed the month; or, where its trial balance is not there either, the balances on both sides of it. */
  readonly by: { readonly closed: Sides } | { readonly opening: Amount; readonly closing: Amount };
}

export interface MissingLines {
  /** Months in which something is missing, and by how much. */
  readonly months: readonly MissingMonth[];
  /** Every month of the period was read whole or is proved; what is missing besides cannot be. */
  readonly isDetermined: boolean;
  /** Some month was not read whole. */
  readonly isDamaged: boolean;
}

/** A month's row of the trial balance. */
interface Closed extends Sides {
  readonly opening: Amount;
  readonly closing: Amount;
}

const NOTHING: Closed = { opening: ZERO, debit: ZERO, credit: ZERO, closing: ZERO };

/** The difference, on its side. */
function netSides({ debit, credit }: { readonly debit: bigint; readonly credit: bigint }): Sides {
  return debit > credit
    ? { debit: satang(debit - credit), credit: ZERO }
    : { debit: ZERO, credit: satang(credit - debit) };
}

interface Row extends Record<string, unknown> {
  month: number;
  opening: bigint;
  debit: bigint;
  credit: bigint;
  closing: bigint;
}

export async function missingLines(
  { db, head, scope }: Pick<LineSelection, "db" | "head" | "scope">,
  account: bigint,
  parts: readonly AccountMonth[],
): Promise<MissingLines> {
  const { snapshotNo, laoId } = head;
  const gaps = await tableGaps(db, scope, { snapshotNo, laoId, months: parts.map(({ month }) => month) });
  const damaged = parts.filter(({ month }) => !gaps.isWhole("journal", month));
  if (damaged.length === 0) return { months: [], isDetermined: true, isDamaged: false };
  const months = sql.join(
    damaged.map(({ month }) => sql`${monthToNumber(month)}::integer`),
    sql`, `,
  );
  const rows = await db.execute<Row>(sql`
    select month, opening, debit, credit, closing from portal.balances
    where snapshot_no = ${snapshotNo} and lao_id = ${laoId} and lao_id between ${scope.from} and ${scope.to}
      and account_code = ${account}::bigint and month in (${months})`);
  const closedAs = (month: Month): Closed | null => {
    if (gaps.isInDoubt("balances", month, formatAccountCode(account))) return null;
    const own = rows.filter((row) => monthFromNumber(row.month) === month);
    const [row] = own;
    if (!row) return gaps.isWhole("balances", month) ? NOTHING : null;
    const isSound = own.length === 1 && row.opening + row.debit - row.credit === row.closing;
    if (!isSound) return null;
    const { opening, debit, credit, closing } = row;
    return { opening: satang(opening), debit: satang(debit), credit: satang(credit), closing: satang(closing) };
  };
  let isDetermined = true;
  const found: MissingMonth[] = [];
  for (const part of damaged) {
    const isCovered = coversMonth(part, head.span);
    const closed = isCovered ? closedAs(part.month) : null;
    const read = { debit: satang(part.debit), credit: satang(part.credit) };
    const missing = closed && { debit: satang(closed.debit - read.debit), credit: satang(closed.credit - read.credit) };
    const net = isCovered && !closed ? await missingNet(part, read) : undefined;
    if (net) found.push(net);
    // More read than closed: some line was changed, and nothing can be said of what is missing.
    if (!closed || !missing || missing.debit < 0n || missing.credit < 0n) isDetermined = false;
    // Where both sides are lacking they may as well have been changed alike: the balances prove their difference alone.
    else if (missing.debit > 0n && missing.credit > 0n) {
      isDetermined = false;
      const { opening, closing } = closed;
      if (missing.debit !== missing.credit)
        found.push({ month: part.month, missing: netSides(missing), read, by: { opening, closing } });
    } else if (missing.debit > 0n || missing.credit > 0n)
      found.push({ month: part.month, missing, read, by: { closed } });
  }
  return { months: found, isDetermined, isDamaged: true };

  /** Only the difference of both sides is known, from the closing before and the opening after. */
  async function missingNet({ month }: AccountMonth, read: Sides): Promise<MissingMonth | undefined> {
    const balances = await provedBalances(db, scope, { head, month });
    const proved = balances?.accounts.find(({ code }) => code === account)?.proved;
    if (!proved) return undefined;
    const net = proved.closing - proved.opening - (read.debit - read.credit);
    if (net === 0n) return undefined;
    const missing = netSides({ debit: net, credit: 0n });
    return { month, missing, read, by: { opening: proved.opening, closing: proved.closing } };
  }
}
