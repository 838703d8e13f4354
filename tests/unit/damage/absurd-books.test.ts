/** Books in which nothing agrees must neither stop a load for hours nor flood anyone: time grows with the rows, findings are bounded and say so. */
import { expect, it } from "vitest";
import { boundFindings } from "@/lib/damage/bound-findings";
import type { FoundFinding } from "@/lib/damage/find-causes";
import { findDamage } from "@/lib/damage/find-damage";
import { firstWithin } from "@/lib/damage/first-within";
import { makeFinding } from "@/lib/finding/finding";
import type { Month } from "@/lib/period/month";
import { absurdBooks } from "../../support/absurd-books";
import { createChance } from "../../support/seeded-random";

/** As the reader's own of a file, and as many consequences. */
const MOST = 200;

function byTable(found: readonly FoundFinding[]): Map<string, FoundFinding[]> {
  const groups = new Map<string, FoundFinding[]>();
  for (const one of found) {
    const key = `${one.finding.table} ${one.finding.month} ${one.cause ? "consequence" : "cause"}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return groups;
}

// Checked row by row against every other row or finding, 16,000 of each would take many minutes.
it("16,000 documents of each kind that agree with nothing are told in time, and no more than anyone reads", {
  timeout: 240_000,
}, () => {
  const groups = byTable(findDamage(absurdBooks(16_000, 7)));
  const full = [...groups.values()].filter((group) => group.length >= MOST);
  expect(full.length).toBeGreaterThan(8);
  for (const [place, group] of groups) {
    expect(group.length, place).toBeLessThanOrEqual(MOST);
    const cut = group.filter(({ finding }) => finding.found?.startsWith("รายการที่พบมีมากเกินกว่าจะแสดงทีละรายการ"));
    expect(cut.length, place).toBe(group.length === MOST ? 1 : 0);
    for (const { finding } of cut) {
      expect(finding.count).toBeGreaterThan(1);
      expect(finding.found).toContain(` ${finding.count} `);
    }
  }
});

it("what was cut is counted in full, and no cause is cut from under its consequences", () => {
  const at = (row: number) =>
    makeFinding({
      code: "tie/dangling",
      confidence: "arithmetic",
      table: "cheques",
      month: "2024-01" as Month,
      rowFrom: row,
    });
  const firsts = Array.from({ length: 1_000 }, (_, row): FoundFinding => ({ finding: at(row), cause: null }));
  const last = firsts.at(-1)?.finding ?? null;
  const kept = boundFindings([...firsts, { finding: at(1_000), cause: last }]);
  const causes = kept.filter(({ cause }) => cause === null).map(({ finding }) => finding);
  expect(causes).toHaveLength(MOST + 1);
  expect(causes).toContain(last);
  expect(causes.at(-1)).toMatchObject({ rowFrom: null, count: 800 });
  expect(kept.filter(({ cause }) => cause !== null)).toEqual([{ finding: at(1_000), cause: last }]);
});

it("firstWithin gives what asking one finding after the other gives", () => {
  const { below } = createChance(5);
  const no = () => (below(8) === 0 ? "" : "0").concat(String(below(400)).padStart(3, "0"));
  const findings = Array.from({ length: 120 }, () => {
    const [docFrom, docTo] = [no(), no()];
    return makeFinding({
      code: "row/value",
      confidence: "bytes",
      docFrom: below(20) === 0 ? null : docFrom,
      docTo: below(20) === 0 ? null : below(3) === 0 ? docFrom : docTo,
    });
  });
  const within = firstWithin(findings);
  let hits = 0;
  for (let running = 0; running < 400; running++)
    for (const text of [String(running).padStart(3, "0"), String(running).padStart(4, "0")]) {
      const expected = findings.find(
        ({ docFrom, docTo }) =>
          docFrom !== null && docTo !== null && text.length === docFrom.length && text >= docFrom && text <= docTo,
      );
      if (expected) hits++;
      expect(within(text), text).toBe(expected);
    }
  expect(hits).toBeGreaterThan(400);
});
