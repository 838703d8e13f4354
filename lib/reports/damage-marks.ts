/** Decides which figures of a report carry a mark: the one mechanism of all reports, from the notes and where each row was read. */
import type { Finding } from "@/lib/finding/finding";
import type { Month } from "@/lib/period/month";
import { reachOf, takesAway } from "./damage-evidence";
import type { DamageMark, DamageNote, ReportColumn, ReportTotal, TotalKind } from "./document";
import type { ReportReach, SourceRow } from "./report-rows";
import { indexPointers, type Pointer } from "./row-pointers";

export interface DamageMarks {
  /** Marks by column id; undefined where the row stands on sound ground. */
  readonly ofRow: (row: SourceRow) => Readonly<Record<string, DamageMark>> | undefined;
  /** The mark and kind of every total: all of them rest on all months. */
  readonly ofTotals: { readonly kind: TotalKind; readonly mark?: DamageMark };
}

export function decideMarks(
  columns: readonly ReportColumn[],
  notes: readonly DamageNote[],
  reach: ReportReach,
): DamageMarks {
  const damaged = notes.filter((note) => note.state !== "intact" && note.state !== "empty");
  const shaken = damaged.filter(
    (note) => note.findings.length === 0 || note.state === "lost" || has(note, reach, "figures"),
  );
  const byAccount = pointers(damaged, (finding) => reachOf(finding, reach) === "account");
  const pointing = pointers(damaged, (finding) => pointsAtRows(finding, reach));
  const pointersAt = indexPointers(pointing);
  const derived = columns.filter((column) => column.derived).map((column) => column.id);
  const sinceMonth = new Map<Month, DamageNote[]>();

  function notesOn(row: SourceRow): DamageNote[] {
    const { origin } = row;
    if (!origin) return [];
    let upTo = sinceMonth.get(origin.month);
    if (!upTo) {
      upTo = shaken.filter((note) => note.partition.month <= origin.month);
      sinceMonth.set(origin.month, upTo);
    }
    const account = origin.account;
    if (account === null || byAccount.length === 0) return upTo;
    const own = byAccount.filter(
      ({ note, finding }) =>
        note.partition.month <= origin.month && finding.account?.replace(".", "").startsWith(account),
    );
    return own.length === 0 ? upTo : [...upTo, ...own.map(({ note }) => note)];
  }

  function ofRow(row: SourceRow): Record<string, DamageMark> | undefined {
    if (damaged.length === 0 || row.kind === "missing") return undefined;
    const marks: Record<string, DamageMark> = {};
    const derivedMark = markOf(notesOn(row));
    if (derivedMark) for (const id of derived) if (row.cells[id] !== undefined) marks[id] = derivedMark;
    const pointed = row.origin && row.kind === "entry" && pointing.length > 0 ? pointersAt(row.origin) : [];
    for (const pointer of pointed) {
      const mark = markOf([pointer.note]);
      if (mark) for (const id of columnsOf(row, pointer.finding, columns)) marks[id] ??= mark;
    }
    return Object.keys(marks).length === 0 ? undefined : marks;
  }

  const mark = markOf(damaged);
  const kind: TotalKind = damaged.some((note) => isShort(note, reach)) ? "atLeast" : "known";
  return { ofRow, ofTotals: mark ? { kind, mark } : { kind } };
}

/** A total with the mark that all totals of the report share. */
export function markTotal(total: { label: string; cells: ReportTotal["cells"] }, marks: DamageMarks): ReportTotal {
  return { ...total, ...marks.ofTotals };
}

function isShort(note: DamageNote, reach: ReportReach): boolean {
  if (note.state === "lost") return true;
  if (note.state !== "partial") return false;
  return note.findings.length === 0 || note.findings.some((finding) => takesAway(finding, reach));
}

function has(note: DamageNote, reach: ReportReach, wanted: "figures"): boolean {
  return note.findings.some((finding) => reachOf(finding, reach) === wanted);
}

function pointers(notes: readonly DamageNote[], isWanted: (finding: Finding) => boolean): Pointer[] {
  return notes.flatMap((note) => note.findings.filter(isWanted).map((finding) => ({ note, finding })));
}

/** Findings that name records or documents which were read; ranges that are missing have no row to point at. */
function pointsAtRows(finding: Finding, reach: ReportReach): boolean {
  if (finding.table !== null && finding.table !== reach.tables[0]) return false;
  if (reachOf(finding, reach) === "none" || finding.code.startsWith("file/")) return false;
  return finding.rowFrom !== null || finding.docFrom !== null;
}

/** The named column where the report shows it; text in doubt marks the first column, everything else the row's amounts. */
function columnsOf(row: SourceRow, finding: Finding, columns: readonly ReportColumn[]): string[] {
  if (finding.column !== null && columns.some((column) => column.id === finding.column)) return [finding.column];
  if (finding.code !== "row/text" && finding.code !== "tie/dangling") {
    const amounts = columns
      .filter((column) => column.kind === "amount" && !column.derived && row.cells[column.id])
      .map((column) => column.id);
    if (amounts.length > 0) return amounts;
  }
  const first = columns.find((column) => column.kind === "code" || column.kind === "text");
  return first ? [first.id] : [];
}

const WORST_FIRST = ["lost", "partial", "inconsistent"] as const;

function markOf(notes: readonly DamageNote[]): DamageMark | undefined {
  const state = WORST_FIRST.find((wanted) => notes.some((note) => note.state === wanted));
  return state && { state, notes: [...new Set(notes.map((note) => note.number))].sort((a, b) => a - b) };
}
