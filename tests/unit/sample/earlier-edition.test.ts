/** The earlier edition of the sample is the same books up to the end of April, but for a few words. */
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import type { Finding } from "@/lib/finding/finding";
import { checkArchive } from "@/lib/operations/check-archive";
import { makeSample } from "@/lib/sample/make-sample";
import { readBag } from "./read-bag";

/** Rows as text, by `lao table month`. */
function linesOf(folder: string): Map<string, string[]> {
  const lines = new Map<string, string[]>();
  for (const [lao, tables] of readBag(folder).books)
    for (const [table, months] of tables)
      for (const [month, rows] of months)
        lines.set(
          `${lao} ${table} ${month}`,
          rows.map((row) => JSON.stringify(row)),
        );
  return lines;
}

it("ends in April, says what it is, and differs in a few words", async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "edition-"));
  try {
    const [now, before] = [path.join(folder, "now"), path.join(folder, "before")];
    await makeSample({ out: now, laos: 2, seed: 3 });
    const made = await makeSample({ out: before, laos: 2, seed: 3, edition: "baseline" });
    expect(made.snapshot).toBe("sample-3-baseline");
    const [later, earlier] = [linesOf(now), linesOf(before)];
    expect(earlier.size).toBeGreaterThan(0);
    let [mended, same, notYetRemitted] = [0, 0, 0];
    for (const [file, lines] of earlier) {
      expect(file).not.toMatch(/2024-0[5-9]/);
      const known = later.get(file) ?? [];
      expect(known).toHaveLength(lines.length);
      lines.forEach((line, at) => {
        if (line === known[at]) same += 1;
        else if (file.includes(" receipts 2024-04") && !line.includes(" (ก่อนแก้ไข)")) notYetRemitted += 1;
        else {
          expect(line.replace(" (ก่อนแก้ไข)", "")).toBe(known[at]);
          mended += 1;
        }
      });
    }
    expect(mended).toBeGreaterThan(0);
    expect(same).toBeGreaterThan(100 * mended);
    expect(notYetRemitted).toBeGreaterThan(0);
    const findings: Finding[] = [];
    await checkArchive(before, { onFinding: (finding) => findings.push(finding) });
    expect(findings).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
