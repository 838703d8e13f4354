/** From a finding to the reports that show it, at the place. */
import { describe, expect, it } from "vitest";
import { type Finding, makeFinding } from "@/lib/finding/finding";
import { REPORTS } from "@/lib/operations/report-registry";
import type { Month } from "@/lib/period/month";
import { affectedReports } from "@/lib/reports/affected-reports";
import { parseReportInput } from "@/lib/reports/report-input";
import { readRowPlace, sayRowPlace } from "@/lib/reports/row-place";
import { TEST_LAO } from "../../support/report-documents";

const SPAN = { from: "2024-01-06", to: "2024-07-06" } as never;
const DEFINITIONS = REPORTS.map(({ definition }) => definition);
const BOOKS = ["cash-receipts-book", "cash-payments-book", "general-journal", "journal-document", "ledger"];

function found(finding: Partial<Finding>): Record<string, Readonly<Record<string, string>>> {
  const made = makeFinding({
    code: "row/value",
    confidence: "bytes",
    lao: TEST_LAO.code,
    module: "accounting",
    table: "journal",
    month: "2024-03" as Month,
    ...finding,
  });
  const affected = affectedReports(made, DEFINITIONS);
  // Whatever is linked can be opened.
  for (const { definition, params } of affected) expect(() => parseReportInput(definition, params, SPAN)).not.toThrow();
  return Object.fromEntries(affected.map(({ definition, params }) => [definition.id, params]));
}

const ofBooks = (reports: object) => Object.keys(reports).filter((id) => BOOKS.includes(id));

describe("the reports that a finding touches", () => {
  it("are, for missing documents, the book of their series where the numbers break off", () => {
    const reports = found({ code: "tie/number-gap", docFrom: "RV-00214/67", docTo: "RV-00219/67" });
    expect(ofBooks(reports)).toEqual(["cash-receipts-book"]);
    expect(reports["cash-receipts-book"]).toEqual({ month: "2024-03", at: "2024-03:document:RV-00219/67" });
  });

  it("are, for an account that does not tie, its ledger and the trial balance of the month", () => {
    const reports = found({ code: "tie/balance", table: "balances", account: "1101030102.001" });
    expect(reports).toMatchObject({ "trial-balance": { month: "2024-03" }, ledger: { account: "1101030102.001" } });
  });

  it("are, for a row whose text is in doubt, its document and its line in the book", () => {
    const reports = found({ code: "row/text", rowFrom: 5, rowTo: 5, docFrom: "PV-00002/67" });
    expect(reports["journal-document"]).toEqual({ entry: "PV-00002/67" });
    expect(reports["cash-payments-book"]).toEqual({ month: "2024-03", at: "2024-03:row:4" });
    expect(reports["cash-receipts-book"]).toBeUndefined();
  });

  it("are none for another office's rows", () => {
    expect(found({ code: "row/foreign", rowFrom: 3 })).toEqual({});
  });
});

describe("a place in an address", () => {
  it("is read back as it was said, and nothing else is read", () => {
    for (const text of [
      "2024-03:document:RV-00214/67",
      "2024-03:row:57",
      "2024-03:start-of-month",
      "2024-03:end-of-month",
    ]) {
      const place = readRowPlace(text);
      expect(place && sayRowPlace(place)).toBe(text);
    }
    for (const text of ["", "2024-13:row:1", "2024-03:row:x", "2024-03:document:", "2024-03:nowhere"])
      expect(readRowPlace(text)).toBeUndefined();
  });
});
