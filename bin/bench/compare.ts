/** Two snapshots compared in the database: one LAO and a province, by digests and, in turn, by all their rows. */
import { closeDatabase, openDatabase } from "@/db/client";
import { compareLao } from "@/db/queries/comparison/compare-lao";
import { compareProvince } from "@/db/queries/comparison/compare-province";
import { countDifferences } from "@/db/queries/comparison/row-differences";
import { loadedProvinces } from "@/db/queries/loaded-provinces";
import { provinceLaos } from "@/db/queries/province-laos";
import { listSnapshots } from "@/db/queries/snapshots";
import { withScope } from "@/db/scoped";
import { ALL_LAOS, mintScope } from "@/lib/access/scope";
import { TABLES } from "@/lib/archive/tables";
import { monthsBetween } from "@/lib/period/month";
import { type BenchDatabase, benchActor, ensureLoaded } from "./bench-database";
import { quantile, rounded, spread } from "./measure";

/** One connection, warm: the first pass over the LAOs is not counted. The earlier snapshot ends in April, and a few of its documents differ. */
export async function benchCompare(database: BenchDatabase, lines: number, rounds: number): Promise<object> {
  const ids = [
    (await ensureLoaded(database, lines, "baseline")).snapshot,
    (await ensureLoaded(database, lines)).snapshot,
  ] as const;
  const pool = openDatabase(database.appUrl, 1);
  const scope = mintScope(benchActor, ALL_LAOS);
  try {
    return await withScope(pool, scope, async (db) => {
      const snapshots = await listSnapshots(db, scope);
      const [left, right] = ids.map((id) => snapshots.find((snapshot) => snapshot.id === id));
      if (!left || !right) throw new Error(`${ids.join(", ")} are not loaded`);
      const pair = { leftNo: left.snapshotNo, rightNo: right.snapshotNo };
      const months = monthsBetween(right.periodFrom, right.periodTo);
      const [province] = await loadedProvinces(db, scope, { snapshotNo: pair.rightNo });
      if (!province) throw new Error("no province is loaded");
      const laos = await provinceLaos(db, scope, { snapshotNo: pair.rightNo, laos: province.laos });
      const times = { lao: [] as number[], laoOfAllRows: [] as number[], province: [] as number[] };
      for (let round = 0; round <= rounds; round += 1) {
        for (const { id: laoId } of laos) {
          const byDigests = await elapsedMs(() => compareLao(db, scope, { ...pair, laoId }));
          const byRows = await elapsedMs(async () => {
            for (const table of TABLES) await countDifferences(db, scope, { ...pair, laoId, table, months });
          });
          if (round > 0) {
            times.lao.push(byDigests);
            times.laoOfAllRows.push(byRows);
          }
        }
        for (let time = 0; time < 10; time += 1) {
          const taken = await elapsedMs(() => compareProvince(db, scope, { ...pair, laos: province.laos }));
          if (round > 0) times.province.push(taken);
        }
      }
      const provinceOfAllRows = times.laoOfAllRows.reduce((sum, ms) => sum + ms, 0) / rounds;
      return {
        laos: laos.length,
        lao: spread(times.lao),
        laoOfAllRows: spread(times.laoOfAllRows),
        province: spread(times.province),
        provinceOfAllRows: rounded(provinceOfAllRows),
        laoRatio: rounded(quantile(times.lao, 0.5) / quantile(times.laoOfAllRows, 0.5)),
        provinceRatio: rounded(quantile(times.province, 0.5) / provinceOfAllRows),
      };
    });
  } finally {
    await closeDatabase(pool);
  }
}

async function elapsedMs(work: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}
