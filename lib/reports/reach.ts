/** Which parts of an archive a report's figures rest on: its tables name the modules, and each table its months. */
import { findTable } from "@/lib/archive/tables";
import type { PartitionKey } from "@/lib/finding/partition-state";
import type { Module } from "@/lib/office/office";
import type { Month } from "@/lib/period/month";
import type { ReportReach } from "./report-rows";

/** Throws for a table that the archive format does not have: a report that names one is a bug. */
export function moduleOfTable(name: string): Module {
  const table = findTable(name);
  if (!table) throw new Error(`the archive has no table «${name}»`);
  return table.module;
}

export function monthsOfTable(reach: ReportReach, table: string): readonly Month[] {
  return reach.monthsOf?.[table] ?? reach.months;
}

/** Modules of all its tables, shown or related, the first one first. */
export function modulesOfReach(reach: ReportReach): Module[] {
  return [...new Set([...reach.tables, ...reach.relatedTables].map(moduleOfTable))];
}

/** All months of any of its tables. */
export function monthsOfReach(reach: ReportReach): Month[] {
  const tables = [...reach.tables, ...reach.relatedTables];
  return [...new Set([...reach.months, ...tables.flatMap((table) => monthsOfTable(reach, table))])].sort();
}

type PartitionPlace = Pick<PartitionKey, "module" | "month">;

/** Whether a table of the reach lies in that module and month. */
export function restsOn(reach: ReportReach, partition: PartitionPlace): boolean {
  return showsPartOf(reach, partition) || holdsOneOf(reach, reach.relatedTables, partition);
}

/** Whether rows of that module and month are shown or summed, not only held against the figures. */
export function showsPartOf(reach: ReportReach, partition: PartitionPlace): boolean {
  return holdsOneOf(reach, reach.tables, partition);
}

/** The same reach as far as it concerns these tables. */
export function narrowReach(reach: ReportReach, tables: readonly string[] | undefined): ReportReach {
  if (!tables) return reach;
  const isIn = (table: string) => tables.includes(table);
  const { tables: own, relatedTables, witnesses = [] } = reach;
  return {
    ...reach,
    tables: own.filter(isIn),
    relatedTables: relatedTables.filter(isIn),
    witnesses: witnesses.filter(isIn),
  };
}

function holdsOneOf(reach: ReportReach, tables: readonly string[], { module, month }: PartitionPlace): boolean {
  return tables.some((table) => moduleOfTable(table) === module && monthsOfTable(reach, table).includes(month));
}
