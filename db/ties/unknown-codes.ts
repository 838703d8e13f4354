/** Rows that name an account, unit, bank account, class or budget code which the snapshot's reference tables do not have (T11). */
import type pg from "pg";
import type { UnknownCode } from "@/lib/damage/evidence";
import type { LaoId } from "@/lib/office/office";
import { monthFromNumber } from "@/lib/period/month";
import { leafOf } from "../load/fact-partitions";
import { account } from "./evidence-queries";

/** Rows of one batch and column that are told one by one; a column of nothing but unknown codes is one finding anyway. */
const ROWS_MAX = 2_000;

interface CodeColumn {
  readonly table: string;
  readonly column: string;
  /** What names the row in its documents. */
  readonly doc: string;
  /** True where the reference tables know the code of the row `r`; $3 is the snapshot. */
  readonly known: string;
  /** Only where this holds: a reference table that is lost as a whole accuses no row. */
  readonly where?: string;
}

const accountOf = (table: string, doc: string, column = "account_code"): CodeColumn => ({
  table,
  column,
  doc,
  known: "exists (select from portal.accounts a where a.snapshot_no = $3 and a.account_code = r.account_code)",
  where: "exists (select from portal.accounts a where a.snapshot_no = $3)",
});
const unitOf = (table: string, doc: string): CodeColumn => ({
  table,
  column: "unit_code",
  doc,
  known:
    "exists (select from portal.units u where u.snapshot_no = $3 and u.lao_id = r.lao_id and u.unit_code = r.unit_code)",
  where:
    "r.unit_code <> '' and exists (select from portal.units u where u.snapshot_no = $3 and u.lao_id between $1 and $2)",
});
const bankOf = (table: string, doc: string): CodeColumn => ({
  table,
  column: "bank_account_no",
  doc,
  known: `${table === "cash" ? "r.bank_account_no = 'CASH' or " : ""}exists (select from portal.bank_accounts b
    where b.snapshot_no = $3 and b.lao_id = r.lao_id and b.bank_account_no = r.bank_account_no)`,
  where:
    "r.bank_account_no <> '' and exists (select from portal.bank_accounts b where b.snapshot_no = $3 and b.lao_id = r.lao_id)",
});
const classOf = (table: string, doc: string, column: string, kind: string): CodeColumn => ({
  table,
  column,
  doc,
  known: `exists (select from portal.classifications c where c.snapshot_no = $3 and c.kind = '${kind}' and c.code = r.${column})`,
  where: `exists (select from portal.classifications c where c.snapshot_no = $3 and c.kind = '${kind}')`,
});
/** The line must stand in the budget of the row's own month, if that was loaded at all. */
const budgetOf = (table: string, doc: string, column: string): CodeColumn => ({
  table,
  column,
  doc,
  known: `exists (select from {budget_lines} b where b.lao_id = r.lao_id and b.month = r.month and b.budget_code = r.${column})`,
  where: "exists (select from {budget_lines} b where b.lao_id = r.lao_id and b.month = r.month)",
});

const COLUMNS: readonly CodeColumn[] = [
  {
    ...accountOf("journal", "entry_no"),
    // the sums tell at little cost which accounts are unknown; the lines are looked at only then
    where: `r.account_code in (select m.account_code from {journal_months} m where m.lao_id between $1 and $2 and not exists
      (select from portal.accounts a where a.snapshot_no = $3 and a.account_code = m.account_code))
      and exists (select from portal.accounts a where a.snapshot_no = $3)`,
  },
  accountOf("balances", "account_code::text"),
  accountOf("cash", "bank_account_no"),
  accountOf("receipts", "receipt_no"),
  accountOf("loans", "contract_no"),
  unitOf("journal", "entry_no"),
  unitOf("receipts", "receipt_no"),
  unitOf("requisitions", "treasury_no"),
  unitOf("assets", "asset_code"),
  bankOf("cash", "bank_account_no"),
  bankOf("receipts", "receipt_no"),
  bankOf("cheques", "cheque_no"),
  classOf("receipts", "receipt_no", "revenue_code", "revenue"),
  classOf("revenue_register", "revenue_code", "revenue_code", "revenue"),
  classOf("requisitions", "treasury_no", "plan_code", "plan"),
  classOf("requisitions", "treasury_no", "work_code", "work"),
  classOf("requisitions", "treasury_no", "expense_code", "expense"),
  classOf("budget_lines", "budget_code", "plan_code", "plan"),
  classOf("budget_lines", "budget_code", "work_code", "work"),
  classOf("budget_lines", "budget_code", "expense_code", "expense"),
  budgetOf("requisitions", "treasury_no", "budget_code"),
  budgetOf("budget_transfers", "transfer_no", "from_budget_code"),
  budgetOf("budget_transfers", "transfer_no", "to_budget_code"),
];

type Row = [laoId: number, month: number, rowNo: number, value: string, doc: string];

/** Of the LAOs from–to, by LAO, in the order of tables and rows. */
export async function findUnknownCodes(
  session: pg.Client,
  snapshotNo: number,
  provinceNo: number,
  [from, to]: readonly [LaoId, LaoId],
): Promise<Map<LaoId, UnknownCode[]>> {
  const found = new Map<LaoId, UnknownCode[]>();
  for (const { table, column, doc, known, where } of COLUMNS) {
    const statement =
      `select r.lao_id, r.month, r.row_no, r.${column}::text, r.${doc} from ${leafOf(table, snapshotNo, provinceNo)} r
      where r.lao_id between $1 and $2 and r.${column} is not null and ${where ?? "true"} and not (${known})
      and $3::integer is not null order by r.lao_id, r.month, r.row_no limit ${ROWS_MAX}`.replace(
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
        doc: doc === "account_code::text" ? account(document) : document,
      };
      const rowsOfLao = found.get(laoId as LaoId);
      if (rowsOfLao) rowsOfLao.push(row);
      else found.set(laoId as LaoId, [row]);
    }
  }
  return found;
}
