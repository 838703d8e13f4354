/** A check reads everything without a database and says of each partition how it stands. */
import { rmSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import type { Finding } from "@/lib/finding/finding";
import type { Partition } from "@/lib/finding/partition-state";
import { type ArchiveCheckProgress, checkArchive } from "@/lib/operations/check-archive";
import { journalRow, journalRows, LAO, makeBag, OTHER_LAO } from "../../support/make-bag";

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

it("gives every LAO, module and month of the snapshot a state", async () => {
  const root = makeBag({
    files: {
      [`${LAO}/accounting/2024-01/journal`]: journalRows(10),
      [`${LAO}/accounting/2024-01/balances`]: [],
      [`${LAO}/accounting/2024-02/journal`]: [],
      [`${LAO}/budget/2024-01/budget_lines`]: [],
      [`${OTHER_LAO}/accounting/2024-01/journal`]: [
        journalRow(1, 1, { lao_code: OTHER_LAO }),
        journalRow(1, 2, { lao_code: OTHER_LAO, credit: "#REF!" }),
      ],
    },
  });
  rmSync(path.join(root, "data/laos", LAO, "budget/2024-01/budget_lines.csv.gz"));
  const { result, findings, partitions, progress, stateOf } = await check(root);
  expect(partitions.length).toBe(2 * 5 * 2);
  expect(stateOf(LAO, "accounting", "2024-01")).toMatchObject({ state: "intact", rowsRead: 10, rowsLoaded: 10 });
  expect(stateOf(LAO, "accounting", "2024-02")).toMatchObject({ state: "intact", rowsRead: 0 });
  expect(stateOf(LAO, "budget", "2024-01")).toMatchObject({ state: "lost" });
  expect(stateOf(LAO, "assets", "2024-01")).toMatchObject({ state: "empty" });
  expect(stateOf(OTHER_LAO, "accounting", "2024-01")).toMatchObject({
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
