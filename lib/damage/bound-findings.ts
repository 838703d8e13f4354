/** Puts the findings of one LAO into a fixed order, drops repetitions, and cuts what is more than anyone reads; the cut is confessed. */
import { type Finding, makeFinding } from "@/lib/finding/finding";

/** Of one table and month. */
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

/** At most 200 of a table and month; the last of a cut table says how many there were beyond. */
export function boundFindings(findings: readonly Finding[]): Finding[] {
  const sorted = [...findings].sort(compare).filter((finding, at, all) => {
    const before = all[at - 1];
    return !before || !isSame(before, finding);
  });
  const counts = new Map<string, number>();
  const kept: Finding[] = [];
  const cut = new Map<string, { count: number; first: Finding }>();
  for (const finding of sorted) {
    const table = `${finding.table ?? finding.module} ${finding.month}`;
    const count = (counts.get(table) ?? 0) + 1;
    counts.set(table, count);
    if (count < FINDINGS_MOST) kept.push(finding);
    else {
      const rest = cut.get(table);
      if (rest) rest.count += 1;
      else cut.set(table, { count: 1, first: finding });
    }
  }
  for (const { count, first } of cut.values()) {
    if (count === 1) kept.push(first);
    else {
      const { code, confidence, lao, module, month, table } = first;
      const found = `รายการที่พบมีมากเกินกว่าจะแสดงทีละรายการ ยังมีอีก ${count} รายการ`;
      kept.push(makeFinding({ code, confidence, lao, module, month, table, found, count }));
    }
  }
  return kept;
}
