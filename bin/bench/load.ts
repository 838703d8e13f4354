/** Loading journal and requisitions from a bag, all checks included, against a bare COPY of the same ready-made rows without indexes. */
import { createReadStream, createWriteStream, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import type { MadeOfRows } from "@/db/load/load-request";
import { loadArchive } from "@/lib/operations/load-archive";
import { benchArchive, loadArchiveOf } from "./archives";
import { type BenchDatabase, benchActor, withFreshDatabase } from "./bench-database";
import { inOwnProcess, type Measured, measure, median, rounded } from "./measure";
import { watchServerCpu } from "./server-cpu";

const TABLES = ["journal", "requisitions"] as const;

export interface LoadTask {
  readonly ownerUrl: string;
  readonly bag: string;
  readonly leaveOut: readonly MadeOfRows[];
}

interface Loaded extends Measured {
  readonly rows: number;
  /** None in a sound archive; more would be measured along. */
  readonly findings: number;
}

/** One load, as `portal load` does it. */
export async function loadTask({ ownerUrl, bag, leaveOut }: LoadTask): Promise<Loaded> {
  const { result, ...measured } = await measure(() =>
    loadArchive({ bag, ownerUrl, actor: benchActor, replace: false, now: new Date(), leaveOut }),
  );
  return { ...measured, rows: result.rowsLoaded, findings: result.findings };
}

export interface BareTask {
  readonly ownerUrl: string;
  readonly files: readonly string[];
}

/** COPY of ready-made rows into tables without indexes. */
export async function bareTask({ ownerUrl, files }: BareTask): Promise<Measured> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    for (const table of TABLES) {
      await client.query(`drop table if exists public.bare_${table}`);
      await client.query(`create table public.bare_${table} (like portal.${table})`);
    }
    await client.query("checkpoint");
    const { result: _, ...measured } = await measure(async () => {
      for (const [at, table] of TABLES.entries())
        await pipeline(
          createReadStream(files[at] ?? ""),
          client.query(copyFrom(`copy public.bare_${table} from stdin`)),
        );
    });
    return measured;
  } finally {
    await client.end();
  }
}

/** Rows of the loaded tables as COPY text, ready for the bare COPY. */
async function writeRows(ownerUrl: string, folder: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const files: string[] = [];
    for (const table of TABLES) {
      const file = path.join(folder, `${table}.txt`);
      const rows = client.query(copyTo(`copy (select * from portal.${table}) to stdout`));
      await pipeline(rows, createWriteStream(file));
      files.push(file);
    }
    return files;
  } finally {
    await client.end();
  }
}

/** New leaves get the indexes that their parent table has: without those, a load builds none either, like the bare COPY. */
async function dropIndexes(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      "select format('%I.%I', schemaname, indexname) as name from pg_indexes where schemaname = 'portal' and tablename = any($1)",
      [TABLES],
    );
    for (const { name } of rows) await client.query(`drop index ${name}`);
  } finally {
    await client.end();
  }
}

/** A load or a COPY in a process of its own, with what the server did for it. */
interface Run extends Loaded {
  readonly serverCpuMs: number;
}

type Watched = <T extends Measured>(task: string, argument: object) => Promise<T & { readonly serverCpuMs: number }>;

/** Runs tasks one at a time and notes the CPU of the server meanwhile. */
async function watched(ownerUrl: string): Promise<Watched> {
  const serverCpu = await watchServerCpu(ownerUrl);
  return async <T extends Measured>(task: string, argument: object) => {
    const before = serverCpu();
    const measured = await inOwnProcess<T>(task, argument);
    return { ...measured, serverCpuMs: serverCpu() - before };
  };
}

/** Figures of several rounds of the same. */
function figures(runs: readonly Run[]): object {
  const rows = runs[0]?.rows ?? 0;
  return {
    rows,
    findings: runs[0]?.findings ?? 0,
    rowsPerSecond: Math.round((rows * 1000) / median(runs.map((run) => run.elapsedMs))),
    nodeCpuMs: median(runs.map((run) => run.cpuMs)),
    serverCpuMs: median(runs.map((run) => run.serverCpuMs)),
    peakRssMb: Math.max(...runs.map((run) => run.peakRssMb)),
  };
}

/** What `runs` need of what `base` need, round by round: below 1 is less. */
function ratios(runs: readonly Run[], base: readonly Run[]): { elapsed: number; cpu: number } {
  const cpu = (run: Run | undefined) => (run ? run.cpuMs + run.serverCpuMs : 0);
  return {
    elapsed: rounded(median(runs.map((run, at) => run.elapsedMs / (base[at]?.elapsedMs ?? 0)))),
    cpu: rounded(median(runs.map((run, at) => cpu(run) / cpu(base[at])))),
  };
}

/** Ways of loading journal and requisitions; the bare COPY does what `rows` does but reading and checking. */
const LOADS = {
  /** All checks of bytes and rows, and the states that follow from them; no indexes, as the bare COPY has none. */
  rows: { leaveOut: ["monthly-sums", "documents", "digests", "ties"], isIndexed: false },
  /** And what reports need: indexes, sums of accounts and months. */
  reportable: { leaveOut: ["documents", "digests", "ties"], isIndexed: true },
  /** And the documents that search reads. */
  searchable: { leaveOut: ["digests", "ties"], isIndexed: true },
} as const;

type LoadName = keyof typeof LOADS;

/** In turn, each in a fresh process on a fresh database: journal and requisitions in each of the ways, and the bare COPY of their rows. */
async function benchCopy(database: BenchDatabase, lines: number, rounds: number) {
  const { folder: bag } = await loadArchiveOf(database.dataFolder, lines);
  const rowsFolder = path.join(database.dataFolder, "archives", `rows-${process.pid}`);
  const run = await watched(database.ownerUrl);
  const loads: Record<LoadName, Run[]> = { rows: [], reportable: [], searchable: [] };
  const bare: Run[] = [];
  for (let round = 0; round < rounds; round++) {
    process.stderr.write(`load ${lines}: round ${round + 1} of ${rounds} …\n`);
    for (const name of Object.keys(LOADS) as LoadName[])
      await withFreshDatabase(database, async (ownerUrl) => {
        const { leaveOut, isIndexed } = LOADS[name];
        if (!isIndexed) await dropIndexes(ownerUrl);
        const loaded = await run<Loaded>("load", { ownerUrl, bag, leaveOut } satisfies LoadTask);
        loads[name].push(loaded);
        if (isIndexed) return;
        const files = await writeRows(ownerUrl, rowsFolder);
        const copied = await run<Measured>("bare-copy", { ownerUrl, files } satisfies BareTask);
        bare.push({ ...copied, rows: loaded.rows, findings: 0 });
      });
  }
  rmSync(rowsFolder, { recursive: true, force: true });
  const ofEach = <T>(work: (runs: readonly Run[]) => T) =>
    Object.fromEntries(Object.entries(loads).map(([name, runs]) => [name, work(runs)]));
  return {
    journalLines: lines,
    ...ofEach(figures),
    bareCopy: figures(bare),
    /** Of the rate of the bare COPY, by time and by CPU; at least 0.45 is promised of `rows`. */
    shareOfBareCopy: ofEach((runs) => ratios(bare, runs)),
  };
}

/** In turn: all tables of a sound archive with the books held against each other, and without. */
export async function benchTies(database: BenchDatabase, lines: number, rounds: number) {
  const { folder: bag } = await benchArchive(database.dataFolder, lines);
  const run = await watched(database.ownerUrl);
  const withTies: Run[] = [];
  const without: Run[] = [];
  for (let round = 0; round < rounds; round++) {
    process.stderr.write(`ties ${lines}: round ${round + 1} of ${rounds} …\n`);
    for (const [runs, leaveOut] of [[without, ["ties"]] as const, [withTies, []] as const])
      await withFreshDatabase(database, async (ownerUrl) => {
        runs.push(await run<Loaded>("load", { ownerUrl, bag, leaveOut } satisfies LoadTask));
      });
  }
  return {
    journalLines: lines,
    load: figures(without),
    loadWithTies: figures(withTies),
    /** At most 2 is promised. */
    ofLoadWithoutTies: ratios(withTies, without),
    tiesSecondsPerMillionLines: rounded(
      median(withTies.map((run, at) => run.elapsedMs - (without[at]?.elapsedMs ?? 0))) / (lines / 1000),
    ),
  };
}

/** At a tenth of the lines and at all of them. */
export async function benchLoad(database: BenchDatabase, lines: number, rounds: number): Promise<object> {
  const copies: object[] = [];
  for (const size of [Math.round(lines / 10), lines]) copies.push(await benchCopy(database, size, rounds));
  return { journalAndRequisitions: copies };
}
