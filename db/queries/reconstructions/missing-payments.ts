/**
 * Payments of which one side is missing: cheques by the net of their requisitions (T7), requisitions by the vouchers that paid them (T6).
 * Grain: one record a treasury number that is not, or not wholly, there. Excluded: numbers of which no other table tells.
 */
import { type SQL, sql } from "drizzle-orm";
import { BANK_DEPOSITS } from "@/lib/ledger/account-code";
import { type Amount, satang } from "@/lib/money/amount";
import { type Month, monthFromNumber } from "@/lib/period/month";
import { monthsOfPeriod } from "@/lib/period/report-period";
import type { LineSelection, MonthPart } from "../reports/journal-lines";
import { coversMonth } from "./covers-month";
import { tableGaps } from "./table-gaps";

type Selection = Pick<LineSelection, "db" | "head" | "scope">;

export interface MissingCheques {
  readonly month: Month;
  readonly treasuryNo: string;
  readonly payee: string;
  readonly net: Amount;
  /** What the cheques that were read come to. */
  readonly read: Amount;
}

export interface MissingRequisition {
  readonly month: Month;
  readonly treasuryNo: string;
  readonly entryNos: readonly string[];
  readonly description: string;
  readonly gross: Amount;
  readonly net: Amount;
}

export interface MissingPayments<Missing> {
  readonly rows: readonly Missing[];
  /** Whatever the period lacks is proved. */
  readonly isDetermined: boolean;
}

interface ChequeRow extends Record<string, unknown> {
  month: number;
  treasury_no: string;
  payee: string;
  net: bigint;
  /** Sums are numeric, read as text. */
  read: string;
}

export function missingCheques(
  selection: Selection,
  parts: readonly MonthPart[],
): Promise<MissingPayments<MissingCheques>> {
  return missingPayments(selection, parts, { table: "cheques", by: "requisitions" }, async () => {
    const rows = await selection.db.execute<ChequeRow>(sql`
      select r.month, r.treasury_no, r.payee, r.net, coalesce(q.amount, 0)::text as read
      from portal.requisitions r
      left join (
        select treasury_no, sum(amount) as amount from portal.cheques q where ${own(selection, "q")} group by treasury_no
      ) q on q.treasury_no = r.treasury_no
      where ${own(selection, "r")} and not r.cancelled and r.net <> coalesce(q.amount, 0)
      order by r.treasury_no`);
    return rows.map((row) => ({
      month: monthFromNumber(row.month),
      treasuryNo: row.treasury_no,
      payee: row.payee,
      net: satang(row.net),
      read: satang(BigInt(row.read)),
    }));
  });
}

interface VoucherRow extends Record<string, unknown> {
  month: number;
  treasury_no: string;
  entry_nos: string[];
  description: string;
  gross: string;
  net: string;
}

export function missingRequisitions(
  selection: Selection,
  parts: readonly MonthPart[],
): Promise<MissingPayments<MissingRequisition>> {
  return missingPayments(selection, parts, { table: "requisitions", by: "journal" }, async () => {
    const rows = await selection.db.execute<VoucherRow>(sql`
      select min(j.month) as month, j.source_no as treasury_no, array_agg(distinct j.entry_no) as entry_nos, min(j.description) as description,
        sum(j.debit)::text as gross,
        coalesce(sum(j.credit) filter (where j.account_code between ${BANK_DEPOSITS.from}::bigint and ${BANK_DEPOSITS.to}::bigint), 0)::text as net
      from portal.journal j
      where ${own(selection, "j")} and j.book = 'PV' and j.source_no is not null
        and not exists (select from portal.requisitions r where ${own(selection, "r")} and r.treasury_no = j.source_no)
      group by j.source_no order by j.source_no`);
    return rows.map((row) => ({
      month: monthFromNumber(row.month),
      treasuryNo: row.treasury_no,
      entryNos: row.entry_nos,
      description: row.description,
      gross: satang(BigInt(row.gross)),
      net: satang(BigInt(row.net)),
    }));
  });
}

/**
 * A payment may be dated in another month than the document that tells of it. So it is proved only where a single month of the archive lacks
 * rows, which must be the month of all that is missing, and where the other table was read whole.
 */
async function missingPayments<Missing extends { readonly month: Month }>(
  { db, scope, head }: Selection,
  parts: readonly MonthPart[],
  { table, by }: { readonly table: string; readonly by: string },
  read: () => Promise<readonly Missing[]>,
): Promise<MissingPayments<Missing>> {
  const months = monthsOfPeriod({ kind: "range", ...head.span });
  const gaps = await tableGaps(db, scope, { snapshotNo: head.snapshotNo, laoId: head.laoId, months });
  const damaged = months.filter((month) => gaps.isShort(table, month));
  const part = parts.find(({ month }) => damaged.includes(month));
  if (!part) return { rows: [], isDetermined: true };
  const isAlone = damaged.length === 1 && coversMonth(part, head.span);
  if (!isAlone || months.some((month) => gaps.isShort(by, month))) return { rows: [], isDetermined: false };
  const rows = await read();
  return { rows: rows.map((row) => ({ ...row, month: part.month })), isDetermined: true };
}

function own({ head, scope }: Selection, alias: string): SQL {
  const at = sql.raw(alias);
  return sql`${at}.snapshot_no = ${head.snapshotNo} and ${at}.lao_id = ${head.laoId} and ${at}.lao_id between ${scope.from} and ${scope.to}`;
}
