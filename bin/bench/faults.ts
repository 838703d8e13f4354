/** How much damage is found: faults put into sound books by the thousand, one to three into an LAO at once, and held against what is true. */
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { makeSample } from "@/lib/sample/make-sample";
import { judge } from "../../tests/support/faults/judge";
import { openTally } from "../../tests/support/faults/tally";
import { FAULTS, openFaultBench } from "../../tests/support/faults/try-faults";
import { createChance } from "../../tests/support/seeded-random";

const BAGS = [
  { laos: 4, journalLines: 5_000, encoding: "utf-8" },
  { laos: 3, journalLines: 2_500, encoding: "windows-874" },
] as const;

function percent(part: number, whole: number): string {
  // never rounded up to a figure that was not reached
  return whole === 0 ? "-" : `${Math.floor((1000 * part) / whole) / 10} %`;
}

type Figures = ReturnType<ReturnType<typeof openTally>["figures"]>;

function writeTable({ total, byCode, byKind }: Figures): void {
  const line = (name: string, sums: Figures["byKind"][string]) =>
    [
      name.padEnd(32),
      String(sums.faults).padStart(6),
      percent(sums.found, sums.faults).padStart(8),
      percent(sums.localised, sums.found).padStart(8),
      percent(sums.statesRight, sums.faults).padStart(8),
      percent(sums.amountsRight, sums.amounts).padStart(8),
    ].join(" ");
  const rows = [
    `${"".padEnd(32)} faults   found  placed  states amounts`,
    ...Object.entries(byCode).map(([name, sums]) => line(name, sums)),
    ...Object.entries(byKind).map(([name, sums]) => line(name, sums)),
    line("all", total),
    `findings ${total.findings}, of them in partitions without a fault ${total.accusations}: precision ${percent(total.findings - total.accusations, total.findings)}`,
  ];
  process.stderr.write(`${rows.join("\n")}\n`);
}

/** @param faults how many at least; the same seed gives the same faults */
export async function benchFaults(faults: number, seed: number): Promise<object> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "faults-"));
  const names = Object.keys(FAULTS);
  const tally = openTally();
  const startedMs = performance.now();
  try {
    for (const [at, settings] of BAGS.entries()) {
      const root = path.join(folder, `bag-${at}`);
      await makeSample({ ...settings, out: root, seed: seed + at, damage: "none", gzipLevel: 1 });
      const bench = await openFaultBench(root);
      const chance = createChance(seed + at);
      const wanted = Math.ceil((faults * (at + 1)) / BAGS.length);
      for (let turn = 0; tally.figures().total.faults < wanted; turn += 1) {
        const more = Array.from({ length: chance.below(3) }, () => chance.pick(names));
        tally.add(judge(await bench.try(seed + turn, [names[turn % names.length] ?? "", ...more])));
      }
      await bench.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  const figures = tally.figures();
  writeTable(figures);
  return { ...figures, seconds: Math.round((performance.now() - startedMs) / 1000) };
}
