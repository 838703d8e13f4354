/** What is known of the damage of the months that a report rests on, and how far each finding reaches into the report's figures. */
import type { Finding, FindingCode } from "@/lib/finding/finding";
import type { Partition } from "@/lib/finding/partition-state";
import { isInDocumentRange } from "@/lib/ledger/document-number";
import type { DamageNote } from "./document";
import { moduleOfTable, monthsOfTable, showsPartOf } from "./reach";
import type { ReportReach } from "./report-rows";

/** A partition that is neither intact nor empty, with its findings. */
export interface DamagedPartition extends Partition {
  readonly findings: readonly Finding[];
  /** More than are listed, where there are very many. */
  readonly findingCount: number;
}

/**
 * `figures` everything worked out from that month on · `account` the figures of one account · `rows` only the rows it points at ·
 * `unchecked` only a table that the figures would have been checked against · `none` something that this report does not show.
 */
export type FindingReach = "figures" | "account" | "rows" | "unchecked" | "none";

/** Two tables disagree: of either it may be said, unless something else shows which of them has lost rows. */
const SETS_AGAINST: readonly FindingCode[] = ["tie/balance", "tie/carry-forward", "tie/cross-module"];

/** Rows are loaded and counted; only what stands in them is in doubt. */
const CONCERNS_ITS_ROWS: readonly FindingCode[] = ["row/text", "row/duplicate", "tie/dangling"];

/** Nothing of this LAO and month is touched. */
const CONCERNS_NOTHING_SHOWN: readonly FindingCode[] = ["row/foreign", "file/unlisted"];

/** Takes rows or documents away. */
const TAKES_AWAY: readonly FindingCode[] = [
  "file/missing",
  "file/truncated",
  "file/corrupt",
  "row/encoding",
  "row/shape",
  "row/value",
  "tie/number-gap",
  "tie/balance",
  "tie/cross-module",
  "tie/silent-partition",
];

export function reachOf(finding: Finding, reach: ReportReach): FindingReach {
  if (CONCERNS_NOTHING_SHOWN.includes(finding.code)) return "none";
  if (!concernsTables(finding, reach, [...reach.tables, ...reach.relatedTables])) return "none";
  if (!concernsDocuments(finding, reach) || !concernsRecords(finding, reach)) return "none";
  if (finding.table !== null && reach.witnesses?.includes(finding.table) && !SETS_AGAINST.includes(finding.code))
    return "unchecked";
  if (finding.account !== null && reach.account !== null && finding.account !== reach.account) return "none";
  if (CONCERNS_ITS_ROWS.includes(finding.code)) return "rows";
  return finding.account !== null && reach.account === null ? "account" : "figures";
}

/**
 * Findings that make figures doubtful, not only unchecked. What follows from damage of a witness does not: the figures that were read show
 * how much it lacks.
 * @param findings with their consequences beside them
 */
export function doubtsOf(findings: readonly Finding[], reach: ReportReach): Finding[] {
  const explained = new Set(
    findings
      .filter((finding) => reachOf(finding, reach) === "unchecked")
      .flatMap(({ table, consequences }) => consequences.filter((consequence) => consequence.table === table)),
  );
  return findings.filter((finding) => !explained.has(finding) && !BLAMELESS.includes(reachOf(finding, reach)));
}

const BLAMELESS: readonly FindingReach[] = ["none", "unchecked"];

/** Whether all that a partition's damage takes from the report is what its figures would have been checked against. */
export function isOnlyUnchecked(
  { state, partition, findings }: Pick<DamageNote, "state" | "partition" | "findings">,
  reach: ReportReach,
): boolean {
  if (state === "lost" && showsPartOf(reach, partition)) return false;
  const hasUnchecked = findings.some((finding) => reachOf(finding, reach) === "unchecked");
  return hasUnchecked && doubtsOf(findings, reach).length === 0;
}

/**
 * Whether any damage of a partition lies in a table of the reach: what is wrong with another one beside it is told, and marks nothing. Where
 * more was found than is listed, or nothing says what it is, it may lie anywhere.
 */
export function reachesInto(
  { state, findings, untold }: Pick<DamageNote, "state" | "findings" | "untold">,
  reach: ReportReach,
): boolean {
  const tables = [...reach.tables, ...reach.relatedTables];
  return (
    state === "lost" ||
    findings.length === 0 ||
    untold > 0 ||
    findings.some((finding) => concernsTables(finding, reach, tables))
  );
}

/** Whether rows or documents that the report would show are missing because of this finding. */
export function takesAway(finding: Finding, reach: ReportReach): boolean {
  return (
    concernsTables(finding, reach, reach.tables) &&
    TAKES_AWAY.includes(finding.code) &&
    reachOf(finding, reach) !== "none"
  );
}

/** A finding that names no table concerns every table of its module. */
function concernsTables(finding: Finding, reach: ReportReach, tables: readonly string[]): boolean {
  const { module, month } = finding;
  return tables.some((table) => {
    if (month !== null && !monthsOfTable(reach, table).includes(month)) return false;
    return finding.table === null ? module === null || moduleOfTable(table) === module : finding.table === table;
  });
}

function concernsDocuments(finding: Finding, reach: ReportReach): boolean {
  const doc = finding.docFrom ?? finding.docTo;
  // A file's damage names the last document that was read before it, and takes those of every series after it.
  if (doc === null || reach.documents === null || finding.code.startsWith("file/")) return true;
  if (reach.records !== null) return isInDocumentRange(reach.documents, finding.docFrom, finding.docTo);
  return doc.startsWith(reach.documents);
}

/** A single document feels an unreadable record only between or right beside its own lines, a cut file only at the cut. */
function concernsRecords(finding: Finding, reach: ReportReach): boolean {
  const { records } = reach;
  const first = finding.rowFrom ?? finding.rowTo;
  if (records === null || first === null) return true;
  const last = finding.rowTo ?? first;
  if (finding.code === "file/truncated") return last <= records.to;
  return last >= records.from - 1 && first <= records.to + 1;
}
