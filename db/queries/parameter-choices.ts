/**
 * What can be chosen for a report's parameter: the units, bank accounts, contracts, plans and codes of an LAO, with their names.
 * Grain: one row a thing to choose. Excluded: what this LAO has no trace of in the archive, but for plans, which are the same for all.
 */
import { type SQL, sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import type { LaoId } from "@/lib/office/office";
import type { ChoiceSource, SourceChoice } from "@/lib/reports/choice-source";
import type { ScopedDb } from "../scoped";
import { accountNames } from "./account-names";

export interface ParameterChoicesQuery {
  readonly snapshotNo: number;
  readonly laoId: LaoId;
}

/** A list is for choosing from; whoever has more looks for the code in the report itself. */
const CHOICES_MAX = 2000;

export async function parameterChoices(
  db: ScopedDb,
  scope: Scope,
  query: ParameterChoicesQuery,
  source: ChoiceSource,
): Promise<readonly SourceChoice[]> {
  if (source === "accounts") {
    const accounts = await accountNames(db, scope, query);
    return accounts.map(({ code, name }) => ({ value: code, name, group: code.slice(0, 1) }));
  }
  const place = sql`snapshot_no = ${query.snapshotNo} and lao_id = ${query.laoId} and lao_id between ${scope.from} and ${scope.to}`;
  const rows = await db.execute<Record<keyof SourceChoice, string | null>>(
    sql`${SOURCES[source](place, query.snapshotNo)} limit ${CHOICES_MAX}`,
  );
  return rows.map((row) => ({ value: row.value ?? "", name: row.name, group: row.group }));
}

type Select = (place: SQL, snapshotNo: number) => SQL;

const SOURCES: Record<Exclude<ChoiceSource, "accounts">, Select> = {
  units: (place) =>
    sql`select unit_code as value, name, kind as "group" from portal.units where ${place} order by kind, unit_code`,
  "bank-accounts": (place) =>
    sql`select bank_account_no as value, kind || ' ' || branch as name, bank as "group" from portal.bank_accounts where ${place} order by bank, bank_account_no`,
  "loan-contracts": (place) =>
    sql`select contract_no as value, min(borrower) as name, null as "group" from portal.loans where ${place} group by contract_no order by contract_no`,
  plans: (_place, snapshotNo) =>
    sql`select code as value, name, null as "group" from portal.classifications where snapshot_no = ${snapshotNo} and kind = 'plan' order by code`,
  "revenue-codes": (place, snapshotNo) =>
    named(
      sql`select revenue_code as code from portal.revenue_register where ${place} union select revenue_code from portal.receipts where ${place}`,
      snapshotNo,
      "revenue",
    ),
  "expense-codes": (place, snapshotNo) =>
    named(
      sql`select expense_code as code from portal.budget_lines where ${place} union select expense_code from portal.requisitions where ${place}`,
      snapshotNo,
      "expense",
    ),
  "budget-codes": (place) => sql`
    select code as value, max(name) as name, null as "group"
    from (
      select budget_code as code, project as name from portal.budget_lines where ${place}
      union select budget_code, null from portal.requisitions where ${place}
    ) used
    group by code order by code`,
};

/** Codes with the names that the classification has for them. */
function named(codes: SQL, snapshotNo: number, kind: "revenue" | "expense"): SQL {
  return sql`select used.code as value, c.name, null as "group" from (${codes}) used
    left join portal.classifications c on c.snapshot_no = ${snapshotNo} and c.kind = ${kind} and c.code = used.code
    order by used.code`;
}
