/** Time in the database of each report's query and of its first page of rows, at a tenth of the lines and at all of them, in turn. */
import { closeDatabase, type Database, openDatabase } from "@/db/client";
import { withScope } from "@/db/scoped";
import { ALL_LAOS, mintScope } from "@/lib/access/scope";
import { openLao } from "@/lib/operations/open-lao";
import { getReport } from "@/lib/operations/report-registry";
import { parseReportInput } from "@/lib/reports/report-input";
import { type BenchDatabase, benchActor, ensureLoaded } from "./bench-database";
import { quantile, rounded, spread, textTable } from "./measure";
import { choiceName, chooseReports, type ReportChoice } from "./report-choices";

const LAOS = 150;
const PAGE_ROWS = 100;

type Times = Map<string, number[]>;

/** One connection, warm: the first pass is not counted. */
export async function benchQueries(database: BenchDatabase, lines: number): Promise<object> {
  const sizes = [Math.round(lines / 10), lines] as const;
  const snapshots: string[] = [];
  for (const size of sizes) snapshots.push((await ensureLoaded(database, size)).snapshot);
  const pool = openDatabase(database.appUrl, 1);
  try {
    const choices: ReportChoice[][] = [];
    for (const snapshot of snapshots) choices.push(await chooseReports(database.ownerUrl, snapshot, LAOS));
    const times: Times[] = sizes.map(() => new Map());
    const turns = Math.max(...choices.map((list) => list.length));
    for (const isCounted of [false, true]) {
      for (let turn = 0; turn < turns; turn++) {
        for (const [at, list] of choices.entries()) {
          const choice = list[turn];
          const snapshot = snapshots[at];
          if (!choice || snapshot === undefined) continue;
          const elapsedMs = await timeQuery(pool, snapshot, choice);
          if (isCounted) note(times[at], choiceName(choice), elapsedMs);
        }
      }
    }
    return compare(sizes, times);
  } finally {
    await closeDatabase(pool);
  }
}

function note(times: Times | undefined, name: string, elapsedMs: number): void {
  times?.set(name, [...(times.get(name) ?? []), elapsedMs]);
}

/** Milliseconds of the query and the first page of its rows; finding the LAO before is not counted. */
function timeQuery(pool: Database, snapshot: string, { lao, reportId, params }: ReportChoice): Promise<number> {
  const scope = mintScope(benchActor, ALL_LAOS);
  return withScope(pool, scope, async (db) => {
    const { definition, query } = getReport(reportId);
    const head = await openLao(db, scope, lao, snapshot);
    const input = parseReportInput(definition, params, head.span);
    const startedMs = performance.now();
    const source = await query(db, scope, { head, input });
    let rows = 0;
    for await (const _row of source.rows({ offset: 0, limit: PAGE_ROWS })) rows++;
    if (rows === 0 && source.rowCount > 0) throw new Error(`${reportId} of ${lao} counts rows and gives none`);
    return performance.now() - startedMs;
  });
}

function compare(sizes: readonly [number, number], times: readonly Times[]): object {
  const [small, large] = times;
  const reports: Record<string, object> = {};
  const table: (string | number)[][] = [];
  for (const [name, all] of large ?? []) {
    const before = small?.get(name) ?? [];
    const figures = { before: spread(before), after: spread(all) };
    const p50Ratio = rounded(quantile(all, 0.5) / quantile(before, 0.5));
    const p95Ratio = rounded(quantile(all, 0.95) / quantile(before, 0.95));
    reports[name] = {
      [`at ${sizes[0]} lines`]: figures.before,
      [`at ${sizes[1]} lines`]: figures.after,
      p50Ratio,
      p95Ratio,
    };
    table.push([name, figures.before.p50Ms, figures.before.p95Ms, figures.after.p50Ms, figures.after.p95Ms, p50Ratio]);
  }
  const heads = sizes.flatMap((size) => [`p50 ms, ${size}`, `p95 ms, ${size}`]);
  process.stderr.write(textTable(["query", ...heads, "p50 ratio"], table));
  return { laos: LAOS, rowsRead: PAGE_ROWS, reports };
}
