/**
 * Loads one province of a snapshot in one transaction, which leaves all of it or nothing: its tables are filled and its findings
 * written (`copyProvince`), then indexed, summed, held against each other and attached (`finishProvince`). The ties come once all rows of
 * the province stand and can be found, and before the state of any partition is fixed.
 */
import type pg from "pg";
import type { Bag, PartitionFile } from "@/lib/archive/bag/bag";
import { scanFile } from "@/lib/archive/scan-file";
import { TABLES, type TableSpec, tablesOf } from "@/lib/archive/tables";
import { findTies } from "../ties/find-ties";
import { openTableCopy, type TableCopy } from "./copy-table";
import { insertFindings, insertPartitions, summarizeDamage } from "./damage-rows";
import { attachLeaf, createLeaf, FACT_TABLES, indexLeaf } from "./fact-partitions";
import { fillDigests } from "./fill-digests";
import { fillDocuments } from "./fill-documents";
import { fillEntryDigests } from "./fill-entry-digests";
import { fillJournalMonths } from "./journal-months";
import type { LoadMeter } from "./load-meter";
import type { PlannedLao, PlannedProvince } from "./load-plan";
import type { MadeOfRows } from "./load-request";
import { createProvinceTally, type ProvinceTally } from "./province-tally";

/** What is made of the rows, once these have their indexes; the digests of the parts rest on those of the documents. */
const DERIVED = [
  { table: "journal_months", name: "monthly-sums", fill: fillJournalMonths },
  { table: "documents", name: "documents", fill: fillDocuments },
  { table: "entry_digests", name: "digests", fill: fillEntryDigests },
  { table: "digests", name: "digests", fill: fillDigests },
] as const;

export interface ProvinceLoad {
  readonly session: pg.Client;
  readonly bag: Bag;
  readonly snapshotNo: number;
  readonly province: PlannedProvince;
  readonly meter: LoadMeter;
  readonly leaveOut: readonly MadeOfRows[];
}

/** All rows of a province are read; `stored` resolves when the server has them all, and must be waited for before anything else is asked of the session. */
export interface CopiedProvince {
  readonly tally: ProvinceTally;
  readonly stored: Promise<void>;
}

/** Begins the province's transaction and brings in its rows and findings. After an error the transaction is to be rolled back. */
export async function copyProvince(load: ProvinceLoad): Promise<CopiedProvince> {
  const { session, bag, snapshotNo, province } = load;
  const tally = createProvinceTally(province, bag.months);
  await session.query("begin");
  // What is lost with the server's last moments is loaded again; only the step that serves the snapshot must last.
  await session.query("set local synchronous_commit = off");
  await insertFindings(session, snapshotNo, province.findings);
  const filesByLao = province.laos.map((lao) => ({ lao, files: [...bag.files({ lao: lao.code })] }));
  let stored: Promise<void> = Promise.resolve();
  for (const spec of TABLES) {
    // While the server takes in the end of one table, the next is read already.
    const ready = stored.then(() => createLeaf(session, spec.name, snapshotNo, province.provinceNo));
    // An error in either is seen by whoever waits for it next; until then it must not count as unhandled.
    ready.catch(() => undefined);
    const table = openTableCopy({ session, spec, snapshotNo, provinceNo: province.provinceNo, ready });
    try {
      stored = storeTable(spec, table, await readTable(load, spec, filesByLao, table, tally));
      stored.catch(() => undefined);
    } catch (error) {
      // The caller's rollback must come after all that this transaction still does.
      await ready.catch(() => undefined);
      await table.abandon();
      throw error;
    }
  }
  return { tally, stored };
}

async function storeTable(spec: TableSpec, table: TableCopy, rowsLoaded: number): Promise<void> {
  try {
    const rowsCopied = await table.finish();
    if (rowsCopied !== rowsLoaded) throw new Error(`${spec.name}: ${rowsLoaded} rows read, ${rowsCopied} rows stored`);
  } catch (error) {
    await table.abandon();
    throw error;
  }
}

/** Reads every file of one table; gives how many rows went into it. */
async function readTable(
  { bag, snapshotNo, meter }: ProvinceLoad,
  spec: TableSpec,
  filesByLao: readonly { readonly lao: PlannedLao; readonly files: readonly PartitionFile[] }[],
  table: TableCopy,
  tally: ProvinceTally,
): Promise<number> {
  const isLastOfModule = tablesOf(spec.module).at(-1) === spec;
  let rowsLoaded = 0;
  for (const { lao, files } of filesByLao) {
    for (const file of files) {
      if (file.table !== spec) continue;
      const { laoId } = lao;
      const { module, month, path } = file;
      const scan = await scanFile({ bag, file, laoId, snapshotNo, out: table.out });
      rowsLoaded += scan.rowsLoaded;
      tally.addFile(laoId, { module, month, table: spec.name }, scan);
      await table.keep({
        findings: scan.findings.map((finding) => ({ laoId, finding })),
        quarantined: scan.quarantined.map((row) => ({ ...row, laoId, module, month, table: spec.name, file: path })),
      });
      meter.add({ files: 1, rows: scan.rowsRead });
    }
    if (isLastOfModule) meter.add({ partitions: bag.months.length });
  }
  return rowsLoaded;
}

/** Ends the province's transaction: from then on this unit is done, whatever happens to the load. */
export async function finishProvince(load: ProvinceLoad, { tally, stored }: CopiedProvince): Promise<void> {
  await stored;
  const { session, bag, snapshotNo, province, meter } = load;
  const { provinceNo } = province;
  for (const { name } of TABLES) await indexLeaf(session, name, snapshotNo, provinceNo);
  // Lines are grouped in memory.
  await session.query("set local work_mem = '64MB'");
  for (const { table, name, fill } of DERIVED) {
    await createLeaf(session, table, snapshotNo, provinceNo);
    if (!load.leaveOut.includes(name)) await fill(session, snapshotNo, provinceNo);
    await indexLeaf(session, table, snapshotNo, provinceNo);
  }
  await session.query("set local work_mem to default");
  if (!load.leaveOut.includes("ties"))
    await findTies({
      session,
      snapshotNo,
      provinceNo,
      months: bag.months,
      laos: tally.loaded(),
      onFindings: tally.addTies,
    });
  await insertPartitions(session, snapshotNo, tally.partitions());
  await summarizeDamage(session, snapshotNo, provinceNo);
  for (const table of FACT_TABLES) await attachLeaf(session, table, snapshotNo, provinceNo);
  const { rowsRead, rowsLoaded, rowsQuarantined } = tally.totals();
  await session.query(
    `insert into portal.load_units (snapshot_no, province_no, rows_read, rows_loaded, rows_quarantined) values ($1, $2, $3, $4, $5)`,
    [snapshotNo, provinceNo, rowsRead, rowsLoaded, rowsQuarantined],
  );
  await session.query("commit");
  meter.add({ provinces: 1 });
}
