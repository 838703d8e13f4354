/** Which findings are only consequences of another: of a loss in the same table and month, never of another's, and never a row that is wrong by itself. */
import { describe, expect, it } from "vitest";
import { findCauses } from "@/lib/damage/find-causes";
import { type Finding, makeFinding } from "@/lib/finding/finding";
import type { Month } from "@/lib/period/month";

const MARCH = "2024-03" as Month;

const found = (code: Finding["code"], more: Partial<Finding> = {}): Finding =>
  makeFinding({ code, confidence: "arithmetic", module: "accounting", month: MARCH, table: "journal", ...more });

/** Positions of the causes among the findings; known ones count from 100. */
function causes(findings: readonly Finding[], known: readonly Finding[] = []): (number | null)[] {
  return findCauses(findings, known).map(({ cause }) => {
    if (cause === null) return null;
    return known.includes(cause) ? 100 + known.indexOf(cause) : findings.indexOf(cause);
  });
}

describe("findCauses", () => {
  it("puts the amounts that a lost month lacks under the lost month", () => {
    const lost = found("tie/silent-partition", { table: null });
    const balance = found("tie/carry-forward", { account: "1101010101.001" });
    const gap = found("tie/number-gap", { docFrom: "RV-00001/67", docTo: "RV-00009/67" });
    expect(causes([lost, balance, gap])).toEqual([null, 0, 0]);
  });

  it("puts the gap in the numbers and the sums that lack them under a file that is cut", () => {
    const cut = found("file/truncated", { confidence: "bytes" });
    const gap = found("tie/number-gap", { docFrom: "RV-00001/67", docTo: "RV-00009/67" });
    expect(causes([gap, found("tie/balance", { account: "1101010101.001" })], [cut])).toEqual([100, 100]);
  });

  it("puts sums under the gap in the numbers that explains them", () => {
    const gap = found("tie/number-gap", { docFrom: "RV-00001/67", docTo: "RV-00009/67" });
    expect(causes([gap, found("tie/balance", { account: "1101010101.001" })])).toEqual([null, 0]);
  });

  it("puts a document without balance under the line of it that cannot be read", () => {
    const row = found("row/value", { rowFrom: 7, rowTo: 7, docFrom: "RV-00004/67", docTo: "RV-00004/67" });
    const unbalanced = found("tie/entry-unbalanced", { docFrom: "RV-00004/67", docTo: "RV-00004/67", rowFrom: 6 });
    const another = found("tie/entry-unbalanced", { docFrom: "RV-00009/67", docTo: "RV-00009/67", rowFrom: 20 });
    expect(causes([unbalanced, another], [row])).toEqual([100, null]);
  });

  it("leaves apart what lies in another month, another table, or in a row of its own", () => {
    const cut = found("file/truncated");
    const april = found("tie/balance", { month: "2024-04" as Month });
    const balances = found("tie/balance", { table: "balances" });
    const row = found("tie/cross-module", { rowFrom: 3, rowTo: 3 });
    expect(causes([april, balances, row], [cut])).toEqual([null, null, null]);
  });
});
