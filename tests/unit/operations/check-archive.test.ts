/** A check reads everything without a database and says of each partition how it stands. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import type { Finding } from "@/lib/finding/finding";
import type { Partition } from "@/lib/finding/partition-state";
import { type ArchiveCheckProgress, checkArchive } from "@/lib/operations/check-archive";
import type { DamageTruth } from "@/lib/sample/damage/truth";
import { makeSample } from "@/lib/sample/make-sample";
import { journalRow, LAO, makeBag, OTHER_LAO } from "../../support/make-bag";

async function check(root: string) {
  const [findings, partitions, progress]: [Finding[], Partition[], ArchiveCheckProgress[]] = [[], [], []];
  const result = await checkArchive(root, {
    onFinding: (finding) => findings.push(finding),
    onPartition: (partition) => partitions.push(partition),
    onProgress: (step) => progress.push(step),
  });
  const stateOf = (lao: string, module: string, month: string) =>
    partitions.find((one) => one.lao === lao && one.module === module && one.month === month);
  return { result, findings, partitions, progress, stateOf };
}

/** The two lines of a general voucher that balances. */
function balancedEntry(no: number): string[][] {
  const entry = { entry_no: `JV-0000${no}/67`, book: "JV", source_no: "" };
  return [journalRow(no, 1, { ...entry, debit: "100.00" }), journalRow(no, 2, { ...entry, credit: "100.00" })];
}

function asset(no: number, price: string): string[] {
  const kind = ["ครุภัณฑ์", "ครุภัณฑ์สำนักงาน", "เก้าอี้"];
  return [OTHER_LAO, `416-67-000${no}`, ...kind, "2024-01-09", price, "เงินอุดหนุน", "5", "ใช้งาน", ""];
}

it("gives every LAO, module and month of the snapshot a state", async () => {
  const root = makeBag({
    files: {
      [`${LAO}/accounting/2024-01/journal`]: [1, 2, 3, 4, 5].flatMap(balancedEntry),
      [`${LAO}/accounting/2024-01/balances`]: [],
      [`${LAO}/accounting/2024-02/journal`]: [],
      [`${LAO}/budget/2024-01/budget_lines`]: [],
      [`${OTHER_LAO}/assets/2024-01/assets`]: [asset(1, "18500.00"), asset(2, "#REF!")],
    },
  });
  rmSync(path.join(root, "data/laos", LAO, "budget/2024-01/budget_lines.csv.gz"));
  const { result, findings, partitions, progress, stateOf } = await check(root);
  expect(partitions.length).toBe(2 * 5 * 2);
  expect(stateOf(LAO, "accounting", "2024-01")).toMatchObject({ state: "intact", rowsRead: 10, rowsLoaded: 10 });
  expect(stateOf(LAO, "accounting", "2024-02")).toMatchObject({ state: "intact", rowsRead: 0 });
  expect(stateOf(LAO, "budget", "2024-01")).toMatchObject({ state: "lost" });
  expect(stateOf(LAO, "assets", "2024-01")).toMatchObject({ state: "empty" });
  expect(stateOf(OTHER_LAO, "assets", "2024-01")).toMatchObject({
    state: "partial",
    rowsRead: 2,
    rowsQuarantined: 1,
  });
  expect(findings.map((finding) => finding.code).sort()).toEqual(["file/missing", "row/value"]);
  expect(result).toMatchObject({ laos: 2, files: 5, rowsRead: 12, rowsLoaded: 11, rowsQuarantined: 1, findings: 2 });
  expect(result.states).toEqual({ intact: 2, inconsistent: 0, partial: 1, lost: 1, empty: 16 });
  expect(progress.at(-1)).toMatchObject({ filesRead: 5, filesTotal: 5, partitionsTotal: 20, rowsRead: 12 });
});

it("refuses what openBag refuses", async () => {
  await expect(checkArchive("/nowhere")).rejects.toMatchObject({ code: "bag/refused" });
});

it("holds the books of each LAO against each other, as a load does", async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "check-"));
  const damaged = path.join(folder, "damaged");
  await makeSample({ out: damaged, laos: 3, seed: 6, damage: "heavy", journalLines: 3_000 });
  const { damages }: { damages: DamageTruth[] } = JSON.parse(readFileSync(`${damaged}.truth.json`, "utf8"));
  const { findings, stateOf, result } = await check(damaged);
  for (const { lao, module, month } of damages) {
    const here = findings.filter((one) => one.lao === lao && one.module === module && one.month === month);
    expect(here).not.toEqual([]);
    if (here.some(({ code }) => code.startsWith("tie/")))
      expect(["inconsistent", "partial", "lost"]).toContain(stateOf(lao, module, month)?.state);
  }
  const lost = findings.find(({ code, table }) => code === "tie/silent-partition" && table === null);
  expect(lost?.consequences.length).toBeGreaterThan(0);
  expect(result.findings).toBe(findings.reduce((sum, one) => sum + 1 + one.consequences.length, 0));
  rmSync(folder, { recursive: true });
});
