/**
 * What receipts of each kind of revenue are missing, by the register of the month (T5): what it says was received, less the receipts that
 * were read. A register that was not read follows from what the months on both sides say was received since the year began. Grain: one record
 * a kind and month. Excluded: months of which the period covers a part.
 */
import { sql } from "drizzle-orm";
import { type Amount, satang } from "@/lib/money/amount";
import { addMonths, type Month, monthToNumber } from "@/lib/period/month";
import { NOT_IN_CLASSIFICATION } from "@/lib/wording/documents";
import type { LineSelection, MonthPart } from "../reports/journal-lines";
import { coversMonth } from "./covers-month";
import { tableGaps } from "./table-gaps";

export interface MissingKind {
  readonly month: Month;
  readonly code: string;
  readonly name: string;
  readonly received: Amount;
  /** Received since the year began, up to the end of the month and of the one before; null where the month's own register was read. */
  readonly toDate: { readonly before: Amount; readonly after: Amount } | null;
  readonly read: Amount;
}

export interface MissingReceipts {
  /** By month and kind. */
  readonly kinds: readonly MissingKind[];
  /** Every month of the period was read whole or is proved. */
  readonly isDetermined: boolean;
}

interface Row extends Record<string, unknown> {
  code: string;
  name: string | null;
  /** Sums are numeric, read as text. */
  read: string;
  received: bigint | null;
  before: bigint | null;
  next_received: bigint | null;
  next_to_date: bigint | null;
}

export async function missingReceipts(
  { db, scope, head }: Pick<LineSelection, "db" | "head" | "scope">,
  parts: readonly MonthPart[],
): Promise<MissingReceipts> {
  const { snapshotNo, laoId } = head;
  const months = [...new Set(parts.flatMap(({ month }) => [addMonths(month, -1), month, addMonths(month, 1)]))];
  const gaps = await tableGaps(db, scope, { snapshotNo, laoId, months });
  const found: MissingKind[] = [];
  let isDetermined = true;
  for (const part of parts) {
    const { month } = part;
    if (gaps.isWhole("receipts", month)) continue;
    const [before, after] = [addMonths(month, -1), addMonths(month, 1)];
    const isRegistered = gaps.isWhole("revenue_register", month);
    const isBetween = gaps.isWhole("revenue_register", before) && gaps.isWhole("revenue_register", after);
    const kinds =
      coversMonth(part, head.span) && (isRegistered || isBetween)
        ? (await rowsOf(month, before, after)).map((row): MissingKind => {
            const toDate = {
              before: satang(row.before ?? 0n),
              after: satang((row.next_to_date ?? 0n) - (row.next_received ?? 0n)),
            };
            return {
              month,
              code: row.code,
              name: row.name ?? NOT_IN_CLASSIFICATION,
              received: isRegistered ? satang(row.received ?? 0n) : satang(toDate.after - toDate.before),
              toDate: isRegistered ? null : toDate,
              read: satang(BigInt(row.read)),
            };
          })
        : [];
    // More read than registered: some receipt was changed, and nothing can be said of what is missing.
    const isProved = kinds.length > 0 && kinds.every(({ received, read }) => received >= read);
    if (isProved) found.push(...kinds.filter(({ received, read }) => received > read));
    else isDetermined = false;
  }
  return { kinds: found, isDetermined };

  function rowsOf(month: Month, before: Month, after: Month): Promise<Row[]> {
    const place = sql`snapshot_no = ${snapshotNo} and lao_id = ${laoId} and lao_id between ${scope.from} and ${scope.to}`;
    const registerOf = (at: Month) =>
      sql`(select * from portal.revenue_register where ${place} and month = ${monthToNumber(at)})`;
    return db.execute<Row>(sql`
      select u.revenue_code as code, c.name, coalesce(r.amount, 0)::text as read, g.received, b.received_to_date as before,
        n.received as next_received, n.received_to_date as next_to_date
      from (
        select revenue_code from portal.revenue_register where ${place} and month between ${monthToNumber(before)} and ${monthToNumber(after)}
        union select revenue_code from portal.receipts where ${place} and month = ${monthToNumber(month)} and not cancelled
      ) u
      left join (
        select revenue_code, sum(amount) as amount from portal.receipts
        where ${place} and month = ${monthToNumber(month)} and not cancelled group by revenue_code
      ) r on r.revenue_code = u.revenue_code
      left join ${registerOf(month)} g on g.revenue_code = u.revenue_code
      left join ${registerOf(before)} b on b.revenue_code = u.revenue_code
      left join ${registerOf(after)} n on n.revenue_code = u.revenue_code
      left join portal.classifications c on c.snapshot_no = ${snapshotNo} and c.kind = 'revenue' and c.code = u.revenue_code
      order by u.revenue_code`);
  }
}
