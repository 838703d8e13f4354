/** All reports of all months of an LAO of about 8,000 journal lines as one ZIP, PDF and Excel, as `portal bundle` makes it. */
import { rmSync } from "node:fs";
import path from "node:path";
import { closeDatabase, openDatabase } from "@/db/client";
import { openOwner } from "@/db/owner";
import { makeBundle } from "@/lib/operations/make-bundle";
import { type BenchDatabase, benchActor, ensureLoaded } from "./bench-database";
import { inOwnProcess, type Measured, measure } from "./measure";

const JOURNAL_LINES = 8_000;

export interface BundleTask {
  readonly appUrl: string;
  readonly snapshot: string;
  readonly lao: string;
  readonly file: string;
}

interface Made extends Measured {
  readonly files: number;
  readonly megabytes: number;
}

export async function bundleTask({ appUrl, snapshot, lao, file }: BundleTask): Promise<Made> {
  const database = openDatabase(appUrl);
  let files = 0;
  const onProgress = (_done: number, total: number) => {
    files = total;
  };
  try {
    const context = { actor: benchActor, now: new Date(), database };
    const { result, ...measured } = await measure(() =>
      makeBundle(
        { snapshot, laos: [lao], formats: ["pdf", "xlsx"] },
        { file, context: async () => context, onProgress },
      ),
    );
    return { ...measured, files, megabytes: Math.round(result.bytes / 2 ** 20) };
  } finally {
    await closeDatabase(database);
  }
}

export async function benchBundle(database: BenchDatabase, lines: number): Promise<object> {
  const { snapshot } = await ensureLoaded(database, lines);
  const owner = openOwner(database.ownerUrl);
  const [chosen] = await owner<{ lao: string; lines: number }[]>`
    select lao_code as lao, sum(m.lines)::integer as lines
    from portal.journal_months m join portal.laos using (lao_id) join portal.snapshots s using (snapshot_no)
    where s.id = ${snapshot} group by lao_code order by abs(sum(m.lines) - ${JOURNAL_LINES}), lao_code limit 1`;
  await owner.end();
  if (!chosen) throw new Error("no LAO has journal lines");
  const file = path.join(database.dataFolder, `bundle-${process.pid}.zip`);
  try {
    const task: BundleTask = { appUrl: database.appUrl, snapshot, lao: chosen.lao, file };
    return { ...chosen, ...(await inOwnProcess<Made>("bundle", task)) };
  } finally {
    rmSync(file, { force: true });
  }
}
