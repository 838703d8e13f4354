/** Loading journal and requisitions from a bag, all checks included, against a bare COPY of the same ready-made rows without indexes. */
import { createReadStream, createWriteStream, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { loadArchive } from "@/lib/operations/load-archive";
import { loadArchiveOf } from "./archives";
import { type BenchDatabase, benchActor, withFreshDatabase } from "./bench-database";
import { inOwnProcess, type Measured, measure, median, rounded } from "./measure";

const TABLES = ["journal", "requisitions"] as const;

export interface LoadTask {
  readonly ownerUrl: string;
  readonly bag: string;
}

interface Loaded extends Measured {
  readonly rows: number;
}

/** One load, as `portal load` does it. */
export async function loadTask({ ownerUrl, bag }: LoadTask): Promise<Loaded> {
  const { result, ...measured } = await measure(() =>
    loadArchive({ bag, ownerUrl, actor: benchActor, replace: false, now: new Date() }),
  );
  return { ...measured, rows: result.rowsLoaded };
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

/** In turn, each in a fresh process on a fresh database: a load as it is, one without indexes, the bare COPY. */
async function benchLoadOf(database: BenchDatabase, lines: number, rounds: number) {
  const { folder } = await loadArchiveOf(database.dataFolder, lines);
  const rowsFolder = path.join(database.dataFolder, "archives", `rows-${process.pid}`);
  const whole: Loaded[] = [];
  const plain: Loaded[] = [];
  const bare: Measured[] = [];
  for (let round = 0; round < rounds; round++) {
    process.stderr.write(`load ${lines}: round ${round + 1} of ${rounds} …\n`);
    await withFreshDatabase(database, async (ownerUrl) => {
      whole.push(await inOwnProcess<Loaded>("load", { ownerUrl, bag: folder } satisfies LoadTask));
    });
    await withFreshDatabase(database, async (ownerUrl) => {
      await dropIndexes(ownerUrl);
      plain.push(await inOwnProcess<Loaded>("load", { ownerUrl, bag: folder } satisfies LoadTask));
      const files = await writeRows(ownerUrl, rowsFolder);
      bare.push(await inOwnProcess<Measured>("bare-copy", { ownerUrl, files } satisfies BareTask));
    });
  }
  rmSync(rowsFolder, { recursive: true, force: true });
  const rows = whole[0]?.rows ?? 0;
  const perSecond = (of: readonly Measured[]): number =>
    Math.round((rows * 1000) / median(of.map((one) => one.elapsedMs)));
  const shareOfBare = (of: readonly Measured[]): number =>
    rounded(median(of.map((one, at) => (bare[at]?.elapsedMs ?? 0) / one.elapsedMs)));
  return {
    journalLines: lines,
    rows,
    rowsPerSecond: {
      load: perSecond(whole),
      loadWithoutIndexes: perSecond(plain),
      bareCopy: perSecond(bare),
    },
    /** Of the rate of a bare COPY; at least 0.45 is promised for the load without indexes, which the bare COPY has not either. */
    shareOfBareCopy: { loadWithoutIndexes: shareOfBare(plain), load: shareOfBare(whole) },
    nodeCpuMs: median(plain.map((one) => one.cpuMs)),
    peakRssMb: Math.max(...whole.map((one) => one.peakRssMb)),
  };
}

/** At a tenth of the lines and at all of them. */
export async function benchLoad(database: BenchDatabase, lines: number, rounds: number): Promise<object> {
  const small = await benchLoadOf(database, Math.round(lines / 10), rounds);
  const large = await benchLoadOf(database, lines, rounds);
  return { small, large, rateOfLargeToSmall: rounded(large.rowsPerSecond.load / small.rowsPerSecond.load) };
}
