/**
 * T5: receipts that were not cancelled against what the register says was received, over whole months. Grain: one line of proof, and one
 * for each kind of revenue that differs. Excluded: periods that take a month in part, which no register can prove.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { type Amount, satang } from "@/lib/money/amount";
import type { ReportPeriod } from "@/lib/period/report-period";
import type { ProofLine } from "@/lib/reports/document";
import type { ReportHead } from "@/lib/reports/report-rows";
import { NOT_IN_CLASSIFICATION, proveNothing, proveSame } from "@/lib/wording/documents";
import type { ScopedDb } from "../../scoped";
import { monthBounds, wholeMonths } from "./whole-months";

interface Difference extends Record<string, unknown> {
  revenue_code: string;
  name: string | null;
  receipts: string;
  register: string;
  is_in_register: boolean;
}

/** Kinds that are named; the sums are always complete. */
const NAMED_MAX = 5;

const REGISTER = "รับจริงในทะเบียนเงินรายรับ";

export async function proveRegister(
  { db, head, scope, period }: { db: ScopedDb; head: ReportHead; scope: Scope; period: ReportPeriod },
  receipts: Amount,
): Promise<ProofLine[]> {
  const [from, to] = monthBounds(wholeMonths(period, head.span));
  if (from > to) return [];
  const own = (alias: string) =>
    sql`${sql.raw(alias)}.snapshot_no = ${head.snapshotNo} and ${sql.raw(alias)}.lao_id = ${head.laoId} and ${sql.raw(alias)}.lao_id between ${scope.from} and ${scope.to}`;
  const kinds = await db.execute<Difference>(sql`
    select revenue_code, c.name, coalesce(r.amount, 0) as receipts, coalesce(g.amount, 0) as register, g.amount is not null as is_in_register
    from (
      select r.revenue_code, sum(r.amount) as amount from portal.receipts r
      where ${own("r")} and not r.cancelled and r.receipt_date between ${period.from}::date and ${period.to}::date
      group by r.revenue_code
    ) r
    full join (
      select g.revenue_code, sum(g.received) as amount from portal.revenue_register g
      where ${own("g")} and g.month between ${from}::integer and ${to}::integer
      group by g.revenue_code
    ) g using (revenue_code)
    left join portal.classifications c on c.snapshot_no = ${head.snapshotNo} and c.kind = 'revenue' and c.code = revenue_code
    order by revenue_code`);
  if (kinds.length > 0 && !kinds.some((kind) => kind.is_in_register))
    return [proveNothing("ใบเสร็จรับเงินที่ไม่ยกเลิก", "ทะเบียนเงินรายรับของงวดนี้")];
  const register = satang(kinds.reduce((sum, kind) => sum + BigInt(kind.register), 0n));
  const differing = kinds.filter((kind) => BigInt(kind.receipts) !== BigInt(kind.register));
  return [
    proveSame("ใบเสร็จรับเงินที่ไม่ยกเลิก", receipts, REGISTER, register),
    ...differing
      .slice(0, NAMED_MAX)
      .map((kind) =>
        proveSame(
          `${kind.revenue_code} ${kind.name ?? NOT_IN_CLASSIFICATION}: ใบเสร็จรับเงิน`,
          satang(BigInt(kind.receipts)),
          REGISTER,
          satang(BigInt(kind.register)),
        ),
      ),
  ];
}
