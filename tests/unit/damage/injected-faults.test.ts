/**
 * Faults of every kind put into the files of sound bags, alone and several at once (`tests/support/faults`, a way of its own to damage): each
 * is found where it is, with its amount, and nobody else is accused. `npm run bench faults` tries thousands.
 */
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Finding } from "@/lib/finding/finding";
import { toFindingJson } from "@/lib/finding/finding-json";
import { checkArchive } from "@/lib/operations/check-archive";
import { makeSample } from "@/lib/sample/make-sample";
import { judge } from "../../support/faults/judge";
import { openTally } from "../../support/faults/tally";
import { FAULTS, type FaultBench, openFaultBench, type Trial } from "../../support/faults/try-faults";
import { writeDamagedBag } from "../../support/faults/write-bag";
import { makeZip, zipEntriesOf } from "../../support/make-zip";
import { createChance } from "../../support/seeded-random";

const folder = mkdtempSync(path.join(os.tmpdir(), "injected-"));
const benches: FaultBench[] = [];

beforeAll(async () => {
  const made = [
    { laos: 3, seed: 21, journalLines: 2_400, encoding: "utf-8" },
    { laos: 2, seed: 22, journalLines: 1_600, encoding: "windows-874" },
  ] as const;
  for (const settings of made) {
    const out = path.join(folder, settings.encoding);
    await makeSample({ ...settings, out, damage: "none", gzipLevel: 1 });
    benches.push(await openFaultBench(out));
  }
});
afterAll(async () => {
  for (const bench of benches) await bench.close();
  rmSync(folder, { recursive: true });
});

/** What went wrong, in a form that can be read and tried again. */
function troubles(trial: Trial): string[] {
  const { judgements, accusations, wrongStates } = judge(trial);
  const kinds = trial.truths.map(({ kind }) => kind).join(" + ");
  const told = (trouble: string) => `${trouble}: ${kinds} (seed ${trial.seed}, ${trial.lao})`;
  return [
    ...judgements.flatMap(({ truth, isFound, isLocalised, isStateRight, amounts, amountsRight, state }) => [
      ...(isFound ? [] : [told(`${truth.kind} not found`)]),
      ...(isFound && !isLocalised ? [told(`${truth.kind} not placed`)] : []),
      ...(isStateRight ? [] : [told(`${truth.kind} leaves its partition ${state}`)]),
      ...(amounts === amountsRight ? [] : [told(`${truth.kind} amount`)]),
    ]),
    ...accusations.map((finding) => told(`accuses ${JSON.stringify(toFindingJson(finding))}`)),
    ...wrongStates.map((place) => told(`calls ${place} damaged`)),
    ...(trial.rows.read === trial.rows.loaded + trial.rows.quarantined ? [] : [told("rows do not add up")]),
  ];
}

describe("injected faults", () => {
  it.each(Object.keys(FAULTS).map((name, at) => [name, at] as const))(
    "%s is found where it is, and nobody else is accused",
    async (name, at) => {
      const bench = benches[at % benches.length];
      expect(bench && troubles(await bench.try(100 + at, [name]))).toEqual([]);
    },
  );

  it.each([
    ["a folder", ["straying", "receiptsMiddle"]],
    ["a folder", ["leftOut", "lineAmount"]],
    ["a ZIP", ["straying", "packedAgain", "chequeAmount"]],
    ["a ZIP", ["truncated", "openQuote", "balanceDeleted"]],
  ])("in a bag on disk, %s, are found like those in memory: %j", async (form, names) => {
    for (const [at, bench] of benches.entries()) {
      const { draft, truths } = bench.draw(300 + at, names);
      const root = path.join(mkdtempSync(path.join(folder, "written-")), "bag");
      writeDamagedBag(draft, root);
      const findings: Finding[] = [];
      const states = new Map<string, string>();
      const rows = { read: 0, loaded: 0, quarantined: 0 };
      const others: string[] = [];
      await checkArchive(form === "a ZIP" ? makeZip(zipEntriesOf(root)) : root, {
        onFinding: (finding) => findings.push(finding, ...finding.consequences),
        onPartition: ({ lao, module, month, state, rowsRead, rowsLoaded, rowsQuarantined }) => {
          if (lao === draft.lao) states.set(`${module} ${month}`, state);
          else if (state !== "intact" && state !== "empty") others.push(lao);
          rows.read += rowsRead;
          rows.loaded += rowsLoaded;
          rows.quarantined += rowsQuarantined;
        },
      });
      expect(others).toEqual([]);
      const ofLao = findings.filter(({ lao }) => lao !== null);
      expect(ofLao.every(({ lao }) => lao === draft.lao)).toBe(true);
      expect(truths.length).toBeGreaterThan(1);
      expect(troubles({ seed: 300 + at, lao: draft.lao, truths, findings: ofLao, states, rows })).toEqual([]);
    }
  });

  it("of an LAO with several are all found", async () => {
    const names = Object.keys(FAULTS);
    const chance = createChance(5);
    const tally = openTally();
    for (let turn = 0; turn < 30; turn += 1) {
      const bench = benches[turn % benches.length];
      const picked = Array.from({ length: 3 }, () => chance.pick(names));
      if (bench) tally.add(judge(await bench.try(1_000 + turn, picked)));
    }
    const { total } = tally.figures();
    expect(total.faults).toBeGreaterThan(75);
    // faults that touch each other may hide each other's proof; what stands by itself is never lost
    expect(total.found).toBeGreaterThanOrEqual(total.faults - 2);
    expect(total.accusations).toBeLessThanOrEqual(2);
  });
});
