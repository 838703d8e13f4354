/** Puts the findings of one LAO into a fixed order, drops repetitions, and cuts what is more than anyone reads; the cut is confessed. */
import { type Finding, makeFinding } from "@/lib/finding/finding";
import type { FoundFinding } from "./find-causes";

/** Of one table and month; as many of their consequences. */
const FINDINGS_MOST = 200;

const ORDER = ["module", "month", "table", "code", "docFrom", "docTo", "account", "rowFrom", "amount"] as const;

function compare(left: Finding, right: Finding): number {
  for (const key of ORDER) {
    const [a, b] = [left[key] ?? "", right[key] ?? ""];
    if (a < b) return -1;
    if (a > b) return 1;
  }
  return 0;
}

function isSame(left: Finding, right: Finding): boolean {
  return compare(left, right) === 0 && left.expected === right.expected && left.found === right.found;
}

/** In order and without repetition. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(compare).filter((finding, at, all) => {
    const before = all[at - 1];
    return !before || !isSame(before, finding);
  });
}

/**
 * At most 200 of a table and month, and as many consequences; the last of a cut table says how many there were beyond.
 * @param found sorted; a cause that is among them is never cut away from under its consequences
 */
export function boundFindings(found: readonly FoundFinding[]): FoundFinding[] {
  const causes = new Set(found.map(({ cause }) => cause));
  const counts = new Map<string, number>();
  const kept: FoundFinding[] = [];
  const cut = new Map<string, { count: number; first: FoundFinding }>();
  for (const one of found) {
    const { finding, cause } = one;
    const key = `${finding.table ?? finding.module} ${finding.month} ${cause === null}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    const rest = cut.get(key);
    if (count < FINDINGS_MOST || causes.has(finding)) kept.push(one);
    else if (rest) rest.count += 1;
    else cut.set(key, { count: 1, first: one });
  }
  for (const { count, first } of cut.values()) {
    if (count === 1) kept.push(first);
    else {
      const { code, confidence, lao, module, month, table } = first.finding;
      const text = `รายการที่พบมีมากเกินกว่าจะแสดงทีละรายการ ยังมีอีก ${count} รายการ`;
      const finding = makeFinding({ code, confidence, lao, module, month, table, found: text, count });
      kept.push({ finding, cause: first.cause });
    }
  }
  return kept;
}
