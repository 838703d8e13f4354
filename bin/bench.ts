/** Measures what the portal promises (README, «Speed») and prints JSON: figures and ratios of one run, taken in turn where two are compared. */
import os from "node:os";
import { text } from "node:stream/consumers";
import { Command, InvalidArgumentError } from "commander";
import { type BenchDatabase, openBenchDatabase } from "./bench/bench-database";
import { type BundleTask, benchBundle, bundleTask } from "./bench/bundle";
import { benchCompare } from "./bench/compare";
import { benchFaults } from "./bench/faults";
import { benchFiles, type FileTask, fileTask } from "./bench/files";
import { type BareTask, bareTask, benchLoad, benchTies, type LoadTask, loadTask } from "./bench/load";
import { benchPages } from "./bench/pages";
import { benchQueries } from "./bench/queries";
import { benchRekeyed } from "./bench/rekeyed";
import { benchSearch } from "./bench/search";

/** What a process of its own may be asked to do (`inOwnProcess`). */
const TASKS: Record<string, (argument: never) => Promise<object>> = {
  file: (argument: FileTask) => fileTask(argument),
  load: (argument: LoadTask) => loadTask(argument),
  "bare-copy": (argument: BareTask) => bareTask(argument),
  bundle: (argument: BundleTask) => bundleTask(argument),
};

interface Options {
  readonly lines: number;
  readonly rounds: number;
  readonly faults: number;
  readonly seed: number;
  readonly task?: string;
}

type Open = () => Promise<BenchDatabase>;

/** What can be measured, by name. */
const BENCHES: Record<string, (options: Options, open: Open) => Promise<object>> = {
  files: ({ rounds }) => benchFiles({ pdfRows: [8_000, 100_000], excelRows: 100_000, rounds }),
  load: async ({ lines, rounds }, open) => benchLoad(await open(), lines, rounds),
  ties: async ({ lines, rounds }, open) => benchTies(await open(), lines, rounds),
  queries: async ({ lines }, open) => benchQueries(await open(), lines),
  search: async ({ lines }, open) => benchSearch(await open(), lines),
  compare: async ({ lines, rounds }, open) => benchCompare(await open(), lines, rounds),
  pages: async ({ lines }, open) => benchPages(await open(), lines),
  bundle: async ({ lines }, open) => benchBundle(await open(), lines),
  rekeyed: async ({ rounds }) => benchRekeyed(rounds),
  faults: ({ faults, seed }) => benchFaults(faults, seed),
};

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,9}$/.test(text)) throw new InvalidArgumentError("a whole number");
  return Number(text);
}

async function runTask(name: string): Promise<void> {
  const result = await TASKS[name]?.(JSON.parse(await text(process.stdin)) as never);
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

async function runBenches(names: readonly string[], options: Options): Promise<void> {
  const unknown = names.find((name) => !(name in BENCHES));
  if (unknown !== undefined)
    throw new InvalidArgumentError(`«${unknown}»: there are ${Object.keys(BENCHES).join(", ")}`);
  let database: BenchDatabase | undefined;
  const open: Open = async () => (database ??= await openBenchDatabase());
  const report: Record<string, object> = {};
  try {
    for (const [name, bench] of Object.entries(BENCHES)) {
      if (names.length > 0 && !names.includes(name)) continue;
      process.stderr.write(`${name} …\n`);
      report[name] = await bench(options, open);
    }
  } finally {
    await database?.release();
  }
  const machine = { node: process.version, cores: os.availableParallelism(), loadAverage: os.loadavg() };
  process.stdout.write(`${JSON.stringify({ machine, ...report }, null, 2)}\n`);
}

const program = new Command("bench")
  .description(`วัดความเร็ว — measures: ${Object.keys(BENCHES).join(", ")} (all unless named)`)
  .argument("[names...]", "what to measure")
  .option("--lines <n>", "journal lines of the larger archive", wholeNumber, 1_000_000)
  .option("--rounds <n>", "how often files are made and archives loaded", wholeNumber, 3)
  .option("--faults <n>", "how many faults are put into sound books", wholeNumber, 3_000)
  .option("--seed <n>", "of the faults", wholeNumber, 1)
  .option("--task <name>", "for the bench itself: one task in this process, told on standard input")
  .action((names: string[], options: Options) =>
    options.task === undefined ? runBenches(names, options) : runTask(options.task),
  );

await program.parseAsync(process.argv);
process.exit();
