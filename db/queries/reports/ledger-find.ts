/**
 * Lines of one account that hold a term, each with the running movement of the whole account up to it. Grain: one row a matching line, in
 * order of day, document, line. Excluded: lines that do not match; they count in the running movement all the same.
 */
import { type SQL, sql } from "drizzle-orm";
import { type Amount, satang } from "@/lib/money/amount";
import type { ReportPeriod } from "@/lib/period/report-period";
import type { RowWindow } from "@/lib/reports/document";
import { type JournalLine, type LineKey, type LineSelection, ownLines } from "./journal-lines";

/** Each batch works the running balance out anew, so batches are large. */
const MATCHES_PER_BATCH = 10_000;

export interface FoundLine extends JournalLine {
  /** Debit less credit from the first line of the period up to and including this one, a numeric as text. */
  readonly running: string;
}

export interface FoundInLedger {
  readonly rowCount: number;
  readonly sums: { readonly debit: Amount; readonly credit: Amount };
  readonly rows: (window?: RowWindow) => AsyncIterable<FoundLine>;
}

export async function findInLedger(
  selection: LineSelection,
  matches: SQL,
  period: ReportPeriod,
): Promise<FoundInLedger> {
  const lines = sql`portal.journal j where ${ownLines(selection)} and j.entry_date between ${period.from}::date and ${period.to}::date`;
  const [count] = await selection.db.execute<{ lines: number; debit: string; credit: string }>(sql`
    select count(*)::integer as lines, coalesce(sum(j.debit), 0) as debit, coalesce(sum(j.credit), 0) as credit
    from ${lines} and ${matches}`);
  const rowCount = count?.lines ?? 0;
  async function* rows(window?: RowWindow): AsyncGenerator<FoundLine> {
    let key: LineKey | null = null;
    let skip = window?.offset ?? 0;
    let left = Math.min(window?.limit ?? rowCount, rowCount);
    while (left > 0) {
      const limit = Math.min(left, MATCHES_PER_BATCH);
      const found: FoundLine[] = await selection.db.execute<FoundLine>(sql`
        select j.* from (
          select j.entry_date, j.entry_no, j.line_no, j.month, j.row_no, j.debit, j.credit, j.account_code, j.description, j.source_no, j.unit_code,
            sum(j.debit - j.credit) over (order by j.entry_date, j.entry_no, j.line_no rows unbounded preceding) as running
          from ${lines}
        ) j
        where ${matches} ${key ? sql`and (j.entry_date, j.entry_no, j.line_no) > (${key.entry_date}::date, ${key.entry_no}, ${key.line_no}::integer)` : sql``}
        order by j.entry_date, j.entry_no, j.line_no
        offset ${skip} limit ${limit}`);
      yield* found;
      left -= found.length;
      const last = found.at(-1);
      if (!last || found.length < limit) return;
      key = last;
      skip = 0;
    }
  }
  return {
    rowCount,
    sums: { debit: satang(BigInt(count?.debit ?? 0)), credit: satang(BigInt(count?.credit ?? 0)) },
    rows,
  };
}
