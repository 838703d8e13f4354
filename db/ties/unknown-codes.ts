/** Rows that name an account, unit, bank account, class or budget code which the snapshot's reference tables do not have (T11). */
import type pg from "pg";
import { CODE_COLUMNS, type CodeColumn, UNKNOWN_CODES_MOST } from "@/lib/damage/code-columns";
import type { UnknownCode } from "@/lib/damage/evidence";
import type { LaoId } from "@/lib/office/office";
import { monthFromNumber } from "@/lib/period/month";
import { leafOf } from "../load/fact-partitions";
import { account } from "./evidence-queries";

/** The rows `r` whose code is known, and where that may be asked: a reference table that is lost as a whole accuses no row. $3 is the snapshot. */
interface Condition {
  readonly known: string;
  readonly where: string;
}

function conditionOf({ table, column, in: reference }: CodeColumn): Condition {
  switch (reference) {
    case "account": {
      const has = "exists (select from portal.accounts a where a.snapshot_no = $3)";
      return {
        known: "exists (select from portal.accounts a where a.snapshot_no = $3 and a.account_code = r.account_code)",
        where:
          table === "journal"
            ? // the sums tell at little cost which accounts are unknown; the lines are looked at only then
              `r.account_code in (select m.account_code from {journal_months} m where m.lao_id between $1 and $2 and not exists
      (select from portal.accounts a where a.snapshot_no = $3 and a.account_code = m.account_code)) and ${has}`
            : has,
      };
    }
    case "unit":
      return {
        known:
          "exists (select from portal.units u where u.snapshot_no = $3 and u.lao_id = r.lao_id and u.unit_code = r.unit_code)",
        where: "r.unit_code <> '' and exists (select from portal.units u where u.snapshot_no = $3)",
      };
    case "bank":
      return {
        known: `${table === "cash" ? "r.bank_account_no = 'CASH' or " : ""}exists (select from portal.bank_accounts b
    where b.snapshot_no = $3 and b.lao_id = r.lao_id and b.bank_account_no = r.bank_account_no)`,
        where:
          "r.bank_account_no <> '' and exists (select from portal.bank_accounts b where b.snapshot_no = $3 and b.lao_id = r.lao_id)",
      };
    case "budget":
      return {
        known: `exists (select from {budget_lines} b where b.lao_id = r.lao_id and b.month = r.month and b.budget_code = r.${column})`,
        where: "exists (select from {budget_lines} b where b.lao_id = r.lao_id and b.month = r.month)",
      };
    default:
      return {
        known: `exists (select from portal.classifications c where c.snapshot_no = $3 and c.kind = '${reference}' and c.code = r.${column})`,
        where: `exists (select from portal.classifications c where c.snapshot_no = $3 and c.kind = '${reference}')`,
      };
  }
}

type Row = [laoId: number, month: number, rowNo: number, value: string, doc: string];

/** Of the LAOs from–to, by LAO, in the order of tables and rows. */
export async function findUnknownCodes(
  session: pg.Client,
  snapshotNo: number,
  provinceNo: number,
  [from, to]: readonly [LaoId, LaoId],
): Promise<Map<LaoId, UnknownCode[]>> {
  const found = new Map<LaoId, UnknownCode[]>();
  for (const codes of CODE_COLUMNS) {
    const { table, column, doc } = codes;
    const { known, where } = conditionOf(codes);
    const statement =
      `select r.lao_id, r.month, r.row_no, r.${column}::text, r.${doc}::text from ${leafOf(table, snapshotNo, provinceNo)} r
      where r.lao_id between $1 and $2 and r.${column} is not null and ${where} and not (${known})
      and $3::integer is not null order by r.lao_id, r.month, r.row_no limit ${UNKNOWN_CODES_MOST}`.replace(
        /\{(\w+)\}/g,
        (_, name: string) => leafOf(name, snapshotNo, provinceNo),
      );
    const { rows } = await session.query<Row>({ text: statement, values: [from, to, snapshotNo], rowMode: "array" });
    for (const [laoId, month, rowNo, value, document] of rows) {
      const isAccount = column === "account_code";
      const row = {
        table,
        column,
        month: monthFromNumber(month),
        rowNo,
        value: isAccount ? account(value) : value,
        doc: doc === "account_code" ? account(document) : document,
      };
      const rowsOfLao = found.get(laoId as LaoId);
      if (rowsOfLao) rowsOfLao.push(row);
      else found.set(laoId as LaoId, [row]);
    }
  }
  return found;
}
