/** Every report is whole: definition, query, golden documents and columns that all renderers can print. */
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { getProvinceReport } from "@/lib/operations/province-report-registry";
import { REKEYED_REPORTS } from "@/lib/operations/rekeyed-reports";
import { REPORT_DEFINITIONS } from "@/lib/operations/report-definitions";
import { getReport } from "@/lib/operations/report-registry";
import { moduleOfTable } from "@/lib/reports/reach";

const root = path.resolve(import.meta.dirname, "../../..");
const idsIn = (folder: string) =>
  readdirSync(path.join(root, folder))
    .map((file) => file.replace(/\.ts$/, ""))
    .sort();

describe("the registry", () => {
  it("has every definition once, each with a query and golden documents of the same id", () => {
    const ids = REPORT_DEFINITIONS.map(({ id }) => id);
    expect([...ids].sort()).toEqual(idsIn("lib/reports/definitions"));
    expect(idsIn("tests/golden").filter((id) => ids.includes(id))).toEqual([...ids].sort());
    // those on re-keyed books show what was matched, which is no query of the database
    const matched = REKEYED_REPORTS.map(({ definition }) => definition.id);
    expect(ids.filter((id) => !existsSync(path.join(root, "db/queries/reports", `${id}.ts`)))).toEqual(matched);
  });

  it("names the reports there are to whoever asks for another", () => {
    expect(() => getReport("balance")).toThrow(/ไม่มีรายงาน «balance» — รายงานที่มี: trial-balance \(งบทดลอง\)/);
    expect(getReport("ledger").definition.title).toBe("บัญชีแยกประเภท");
    expect(() => getProvinceReport("ledger")).toThrow(/ไม่มีรายงานของจังหวัด «ledger» — รายงานที่มี: lao-progress \(/);
    expect(() => getReport("province-trial-balance")).toThrow(/ไม่มีรายงาน/);
  });
});

describe.each(REPORT_DEFINITIONS)("$id", (definition) => {
  it("has columns that add up, and words for people", () => {
    const ids = definition.columns.map((column) => column.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(definition.columns.filter((column) => column.summed && column.kind !== "amount")).toEqual([]);
    expect(definition.columns.filter((column) => column.label === "" || column.width <= 0)).toEqual([]);
    expect(definition.required.filter((id) => !definition.parameters.includes(id))).toEqual([]);
    expect(definition.help.restsOn.length).toBeGreaterThan(0);
    expect(definition.tables.length).toBeGreaterThan(0);
    expect(() => definition.tables.map(moduleOfTable)).not.toThrow();
    expect(definition.signatures.length).toBeGreaterThan(0);
  });
});
