/**
 * The partitions of the fact tables: `<table>_s<snapshot>` below the root, `<table>_s<snapshot>_p<province>` below that. They are made
 * beside the tree and attached when full: CREATE … PARTITION OF and DROP would lock every reader out, ATTACH and DETACH CONCURRENTLY do not.
 */
import type pg from "pg";
import { TABLES } from "@/lib/archive/tables";
import { LAOS_PER_PROVINCE } from "./office-numbers";

/** Tables with a row per line of the archive, and what is made from them at load. */
export const FACT_TABLES: readonly string[] = [
  ...TABLES.map((table) => table.name),
  "journal_months",
  "documents",
  "entry_digests",
  "digests",
];

function middleOf(table: string, snapshotNo: number): string {
  return `portal.${table}_s${snapshotNo}`;
}

/** Full name of the table that holds one province of one snapshot. */
export function leafOf(table: string, snapshotNo: number, provinceNo: number): string {
  return `${middleOf(table, snapshotNo)}_p${provinceNo}`;
}

/**
 * Makes and attaches the empty middle level of every fact table that has none yet, in the caller's transaction. A load that was interrupted
 * before the portal learned of a table lacks that one alone.
 */
export async function createMiddles(session: pg.Client, snapshotNo: number): Promise<void> {
  for (const table of FACT_TABLES) {
    const { rows } = await session.query<{ isMade: boolean }>(`select to_regclass($1) is not null as "isMade"`, [
      middleOf(table, snapshotNo),
    ]);
    if (!rows[0]?.isMade) await createMiddle(session, table, snapshotNo);
  }
}

export async function createMiddle(session: pg.Client, table: string, snapshotNo: number): Promise<void> {
  const middle = middleOf(table, snapshotNo);
  await session.query(
    `create table ${middle} (like portal.${table} including defaults, check (snapshot_no = ${snapshotNo})) partition by range (lao_id)`,
  );
  await session.query(`alter table portal.${table} attach partition ${middle} for values in (${snapshotNo})`);
}

/**
 * Makes one leaf beside the tree. Made in the transaction that fills it, it can be filled with COPY (FREEZE). It never changes once
 * filled, so autovacuum, which would read it all again after the load, has no work there.
 */
export async function createLeaf(
  session: pg.Client,
  table: string,
  snapshotNo: number,
  provinceNo: number,
): Promise<void> {
  const [from, to] = bounds(provinceNo);
  // The checks say what the tree demands, so that ATTACH need not read the rows again; the first is that of the middle level.
  await session.query(
    `create table ${leafOf(table, snapshotNo, provinceNo)} (like ${middleOf(table, snapshotNo)} including defaults including constraints,
      check (lao_id >= ${from} and lao_id < ${to})) with (autovacuum_enabled = false)`,
  );
}

/** Builds the indexes that the root has, so that ATTACH takes them over; then counts what the planner wants to know. */
export async function indexLeaf(
  session: pg.Client,
  table: string,
  snapshotNo: number,
  provinceNo: number,
): Promise<void> {
  const leaf = leafOf(table, snapshotNo, provinceNo);
  const { rows } = await session.query<{ definition: string }>(
    "select pg_get_indexdef(indexrelid) as definition from pg_index where indrelid = $1::regclass order by indexrelid",
    [`portal.${table}`],
  );
  for (const { definition } of rows) {
    const [, unique = "", columns = ""] = /^CREATE (UNIQUE )?INDEX \S+ ON (?:ONLY )?\S+ (.*)$/s.exec(definition) ?? [];
    await session.query(`create ${unique}index on ${leaf} ${columns}`);
  }
  // Other columns are never a condition that an index serves, and their samples would cost as much again as all indexes. Of `snapshot_no` a leaf has one
  // value: untold, the planner would expect a two-hundredth of the rows, and read the reference tables once for each of them.
  const { rows: columns } = await session.query<{ name: string }>(
    `select attname as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped
       and (attname in ('month', 'snapshot_no') or attnum in (select unnest(indkey) from pg_index where indrelid = $1::regclass))`,
    [`portal.${table}`],
  );
  await session.query(`analyze ${leaf} (${columns.map((column) => column.name).join(", ")})`);
}

export async function attachLeaf(
  session: pg.Client,
  table: string,
  snapshotNo: number,
  provinceNo: number,
): Promise<void> {
  const [from, to] = bounds(provinceNo);
  await session.query(
    `alter table ${middleOf(table, snapshotNo)} attach partition ${leafOf(table, snapshotNo, provinceNo)} for values from (${from}) to (${to})`,
  );
}

/**
 * Takes a snapshot's tables out of the tree and drops them, one table a statement so that few locks are held at once. Each step may be
 * interrupted and done again. Not inside a transaction: DETACH CONCURRENTLY waits for readers instead of stopping them.
 */
export async function dropFactPartitions(session: pg.Client, snapshotNo: number): Promise<void> {
  for (const table of FACT_TABLES) {
    const middle = middleOf(table, snapshotNo);
    const { rows } = await session.query<{ pending: boolean }>(
      "select inhdetachpending as pending from pg_inherits where inhrelid = to_regclass($1)",
      [middle],
    );
    for (const { pending } of rows) {
      await session.query(
        `alter table portal.${table} detach partition ${middle} ${pending ? "finalize" : "concurrently"}`,
      );
    }
    const leaves = await session.query<{ leaf: string }>(
      "select inhrelid::regclass::text as leaf from pg_inherits where inhparent = to_regclass($1)",
      [middle],
    );
    for (const { leaf } of leaves.rows) await session.query(`drop table ${leaf}`);
    await session.query(`drop table if exists ${middle}`);
  }
}

function bounds(provinceNo: number): [from: number, to: number] {
  return [provinceNo * LAOS_PER_PROVINCE, (provinceNo + 1) * LAOS_PER_PROVINCE];
}
