/** The reference files of the sample archive: registry, units, chart, bank accounts, classifications, number series. */

import { ASSET_KINDS } from "./asset-kinds";
import { CHART } from "./chart";
import { EXPENSE_GROUPS, expenseGroup, PLANS, REVENUE_GROUPS, revenueGroup, WORKS } from "./classifications";
import { cell } from "./csv-text";
import { MONTHLY_PAYMENTS, PURCHASES, SALARIES } from "./expense-kinds";
import type { HalfYear } from "./half-year";
import { COUNTER_KINDS, SHARED_KINDS } from "./revenue-kinds";

/** Records of the reference tables that grow with every LAO. */
export interface OfficeReference {
  readonly laos: string[];
  readonly units: string[];
  readonly bank_accounts: string[];
  readonly series: string[];
}

export function emptyReference(): OfficeReference {
  return { laos: [], units: [], bank_accounts: [], series: [] };
}

export function addReference(to: OfficeReference, more: OfficeReference): void {
  to.laos.push(...more.laos);
  to.units.push(...more.units);
  to.bank_accounts.push(...more.bank_accounts);
  to.series.push(...more.series);
}

/** What one LAO has in the reference files. */
export function officeReference({ office, banks, lastBefore }: HalfYear): OfficeReference {
  const { code, type, name, district, provinceCode, province, units } = office;
  return {
    laos: [[code, type, cell(name), cell(district), provinceCode, cell(province)].join(",")],
    units: units.map((unit) => `${unit.code},${code},${unit.kind},${cell(unit.name)}`),
    bank_accounts: banks.map(
      (bank) => `${code},${bank.no},${bank.bank},${cell(bank.branch)},${bank.kind},${bank.account}`,
    ),
    series: (["RV", "PV", "JV", "receipt", "treasury"] as const).map(
      (series) => `${code},${series},${lastBefore[series]}`,
    ),
  };
}

export function accountRecords(): string[] {
  return CHART.map(
    ({ code, name, level, postable, normalSide }) =>
      `${code},${cell(name)},${level},${postable ? "1" : "0"},${normalSide}`,
  );
}

export function classificationRecords(): string[] {
  const expenses = new Map(EXPENSE_GROUPS.map(([code, name]) => [code, [name, ""]]));
  for (const kind of [...PURCHASES, ...MONTHLY_PAYMENTS, ...SALARIES])
    expenses.set(kind.code, [kind.name, expenseGroup(kind.code)]);
  for (const kind of ASSET_KINDS) expenses.set(kind.expenseCode, [kind.expenseName, expenseGroup(kind.expenseCode)]);
  const revenues = new Map(REVENUE_GROUPS.map(([code, name]) => [code, [name, ""]]));
  for (const kind of [...COUNTER_KINDS, ...SHARED_KINDS]) revenues.set(kind.code, [kind.name, revenueGroup(kind.code)]);
  const record = (kind: string, code: string, name = "", parent = "") => `${kind},${code},${cell(name)},${parent}`;
  const sorted = (map: Map<string, string[]>) => [...map].sort(([one], [other]) => (one < other ? -1 : 1));
  return [
    ...PLANS.map(([code, name]) => record("plan", code, name)),
    ...WORKS.map((work) => record("work", work.code, work.name, work.plan)),
    ...sorted(expenses).map(([code, [name, parent]]) => record("expense", code, name, parent)),
    ...sorted(revenues).map(([code, [name, parent]]) => record("revenue", code, name, parent)),
  ];
}
