/** Sound books that look odd (ARCHIVE.md, «Sound books may look odd») must give no finding, however they are packed; so must generated ones. */
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import type { Finding } from "@/lib/finding/finding";
import { checkArchive } from "@/lib/operations/check-archive";
import { makeSample } from "@/lib/sample/make-sample";
import { encodeText } from "../../support/faults/sound-books";
import { makeOddBag, makeOddBooks, type OddBagOptions } from "../../support/odd-books";

async function check(root: string): Promise<{ findings: Finding[]; states: Set<string> }> {
  const findings: Finding[] = [];
  const states = new Set<string>();
  await checkArchive(root, {
    onFinding: (finding) => findings.push(finding),
    onPartition: ({ state }) => states.add(state),
  });
  return { findings, states };
}

/** Cut behind a third of the lines, whatever cells they go through. */
function inMembers(text: string): Buffer {
  const cut = text.indexOf("\n", Math.floor(text.length / 3)) + 1;
  return Buffer.concat(
    [text.slice(0, cut), text.slice(cut)].filter((part) => part !== "").map((part) => gzipSync(part)),
  );
}

const windows874 = { encode: (text: string) => encodeText(text, "windows-874"), snapshot: { encoding: "windows-874" } };

it.each<[string, OddBagOptions]>([
  [
    "cancelled receipts and requisitions, back-dated vouchers, a month without entries, shared bank accounts, units, quoted line breaks, accounts and series that begin late",
    {},
  ],
  ["lines that end in CR LF", { toFile: (text) => text.replace(/\n(?=[0-9l]|$)/g, "\r\n") }],
  ["files of several gzip members", { toFile: inMembers }],
  ["windows-874", windows874],
])("finds nothing in sound books with %s", async (_, options) => {
  const { findings, states } = await check(makeOddBag(makeOddBooks(), options));
  expect(findings).toEqual([]);
  expect([...states].sort()).toEqual(["empty", "intact"]);
});

it("finds nothing where tables without rows are a header alone, or not there", async () => {
  const books = makeOddBooks();
  books["accounting/2024-03/journal"] = [];
  books["expenditure/2024-03/requisitions"] = [];
  books["budget/2024-02/budget_transfers"] = [];
  for (const month of ["2024-03"]) {
    delete books[`revenue/${month}/receipts`];
    delete books[`accounting/${month}/cash`];
  }
  expect((await check(makeOddBag(books))).findings).toEqual([]);
});

it.each([61, 62, 63, 64, 65, 66])("finds nothing in the sound archive of seed %i", async (seed) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "sound-"));
  const out = path.join(folder, "bag");
  // sizes from a few hundred lines to some thousands
  await makeSample({ out, laos: 2, seed, damage: "none", journalLines: 300 + (seed - 61) * 900, gzipLevel: 1 });
  expect((await check(out)).findings).toEqual([]);
  rmSync(folder, { recursive: true });
});
