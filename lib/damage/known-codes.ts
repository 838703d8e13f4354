/** The codes that the reference tables of a bag know, LAO by LAO (T11). */
import type { LaoCode } from "@/lib/office/office";
import type { CodeReference } from "./code-columns";

/** The reference tables of the bag; rows by column name. */
export type ReferenceTables = Readonly<Record<string, readonly Readonly<Record<string, string | null>>[]>>;

/** Codes that the reference tables know; undefined where a table is empty, which accuses nobody. */
export interface KnownCodes {
  readonly of: (lao: LaoCode) => Readonly<Record<Exclude<CodeReference, "budget">, ReadonlySet<string> | undefined>>;
}

export function readKnownCodes(reference: ReferenceTables): KnownCodes {
  const codes = (
    table: string,
    column: string,
    isWanted: (row: Readonly<Record<string, string | null>>) => boolean,
  ) => {
    const found = new Set((reference[table] ?? []).filter(isWanted).map((row) => row[column] ?? ""));
    return found.size === 0 ? undefined : found;
  };
  const classes = (kind: string) => codes("classifications", "code", (row) => row.kind === kind);
  const account = codes("accounts", "account_code", () => true);
  const [plan, work, expense, revenue] = [classes("plan"), classes("work"), classes("expense"), classes("revenue")];
  const hasUnits = (reference.units ?? []).length > 0;
  return {
    of: (lao) => ({
      account,
      plan,
      work,
      expense,
      revenue,
      unit: hasUnits ? (codes("units", "unit_code", (row) => row.lao_code === lao) ?? new Set()) : undefined,
      bank: codes("bank_accounts", "bank_account_no", (row) => row.lao_code === lao),
    }),
  };
}
