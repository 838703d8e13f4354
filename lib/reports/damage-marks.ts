/** Decides which figures of a report carry a mark: the one mechanism of all reports, from the notes and where each row was read. */
import type { Finding } from "@/lib/finding/finding";
import type { Month } from "@/lib/period/month";
import { doubtsOf, isOnlyUnchecked, reachesInto, reachOf, takesAway } from "./damage-evidence";
import type { DamageMark, DamageNote, ReportColumn, ReportTotal, TotalKind } from "./document";
import { narrowReach, restsOn, showsPartOf } from "./reach";
import type { ReportReach, SourceRow, SourceTotal } from "./report-rows";
import { indexPointers, type Pointer } from "./row-pointers";

export interface DamageMarks {
  /** Marks by column id; undefined where the row stands on sound ground. */
  readonly ofRow: (row: SourceRow) => Readonly<Record<string, DamageMark>> | undefined;
  /** The kind and mark of a total that sums these tables; all of the reach by default. It rests on all their months. */
  readonly ofTotal: (
    tables?: readonly string[],
    isUnconfirmed?: boolean,
  ) => { readonly kind: TotalKind; readonly mark?: DamageMark };
}

/** Of a document whose figures rest on nothing that could be damaged. */
export const UNMARKED: DamageMarks = { ofRow: () => undefined, ofTotal: () => ({ kind: "known" }) };

/** The damage below figures that rest on one set of tables. */
interface Ground {
  /** All damaged partitions whose damage concerns one of the tables. */
  readonly damaged: readonly DamageNote[];
  /** Those that shake every figure worked out from their month on. */
  readonly shaken: readonly DamageNote[];
  /** Findings that shake the figures of one account. */
  readonly byAccount: readonly Pointer[];
  readonly kind: TotalKind;
  /** Notes of `shaken` up to a month. */
  readonly upTo: Map<Month, readonly DamageNote[]>;
}

export function decideMarks(
  columns: readonly ReportColumn[],
  notes: readonly DamageNote[],
  reach: ReportReach,
): DamageMarks {
  const damaged = notes.filter((note) => note.state !== "intact" && note.state !== "empty");
  const groundOf = groundsOf(damaged, reach);
  const pointing = pointers(damaged, (finding) => pointsAtRows(finding, reach));
  const pointersIn = new Map(
    reach.tables.map((table) => [
      table,
      indexPointers(pointing.filter(({ finding }) => finding.table === null || finding.table === table)),
    ]),
  );
  const witnesses = narrowReach(reach, reach.witnesses ?? []);
  const unconfirmed = markOf(
    damaged.filter((note) => restsOn(witnesses, note.partition) && reachesInto(note, witnesses)),
  );
  const derived = columns.filter((column) => column.derived);
  const figures = columns.filter(({ derived: isDerived, kind }) => isDerived || kind === "amount" || kind === "count");

  function ofRow(row: SourceRow): Record<string, DamageMark> | undefined {
    if (damaged.length === 0 || ROWS_WITHOUT_MARKS.includes(row.kind)) return undefined;
    const marks: Record<string, DamageMark> = {};
    // Sums inside the table are worked out, whatever stands in their column otherwise.
    for (const column of row.kind === "group" || row.kind === "subtotal" ? figures : derived) {
      if (row.cells[column.id] === undefined) continue;
      const mark = markOf(notesBelow(row.origin, groundOf(row.tables ?? column.tables)));
      if (mark) marks[column.id] = mark;
    }
    for (const id of row.unconfirmed ?? []) if (unconfirmed) marks[id] ??= unconfirmed;
    const at = row.origin && row.kind === "entry" && pointersIn.get(row.origin.table ?? reach.tables[0] ?? "");
    for (const pointer of (at && row.origin && at(row.origin)) || []) {
      const mark = markOf([pointer.note]);
      if (mark) for (const id of columnsOf(row, pointer.finding, columns)) marks[id] ??= mark;
    }
    return Object.keys(marks).length === 0 ? undefined : marks;
  }

  return {
    ofRow,
    ofTotal: (tables, isUnconfirmed) => {
      const ground = groundOf(tables);
      const mark = markOf(ground.damaged) ?? (isUnconfirmed ? unconfirmed : undefined);
      return mark ? { kind: ground.kind, mark } : { kind: ground.kind };
    },
  };
}

/** A proved amount does not rest on what was damaged, and its row says so itself. */
const ROWS_WITHOUT_MARKS: readonly SourceRow["kind"][] = ["missing", "heading", "blank", "reconstructed"];

/** Each set of tables is looked at once, however many rows rest on it. */
function groundsOf(damaged: readonly DamageNote[], reach: ReportReach): (tables?: readonly string[]) => Ground {
  const grounds = new Map<string, Ground>();
  return (tables) => {
    const key = tables?.join() ?? "all";
    const known = grounds.get(key);
    if (known) return known;
    const part = narrowReach(reach, tables);
    const own = (tables ? damaged.filter((note) => restsOn(part, note.partition)) : damaged)
      .map((note) => ({ note, doubts: doubtsOf(note.findings, part) }))
      .filter(({ note }) => reachesInto(note, part) && !isOnlyUnchecked(note, part));
    const ofReach = (wanted: "figures" | "account") => (finding: Finding) => reachOf(finding, part) === wanted;
    const ground: Ground = {
      damaged: own.map(({ note }) => note),
      shaken: own
        .filter(
          ({ note, doubts }) => note.findings.length === 0 || note.state === "lost" || doubts.some(ofReach("figures")),
        )
        .map(({ note }) => note),
      byAccount: own.flatMap(({ note, doubts }) =>
        doubts.filter(ofReach("account")).map((finding) => ({ note, finding })),
      ),
      kind: own.some(({ note }) => isShort(note, part)) ? "atLeast" : "known",
      upTo: new Map(),
    };
    grounds.set(key, ground);
    return ground;
  };
}

/** A row without origin rests on everything; one of no single account on all accounts of its months. */
function notesBelow(origin: SourceRow["origin"], ground: Ground): readonly DamageNote[] {
  if (!origin) return [...ground.shaken, ...ground.byAccount.map(({ note }) => note)];
  let upTo = ground.upTo.get(origin.month);
  if (!upTo) {
    upTo = ground.shaken.filter((note) => note.partition.month <= origin.month);
    ground.upTo.set(origin.month, upTo);
  }
  const { account, month } = origin;
  const own = ground.byAccount.filter(
    ({ note, finding }) =>
      note.partition.month <= month && (account === null || finding.account?.replace(".", "").startsWith(account)),
  );
  return own.length === 0 ? upTo : [...upTo, ...own.map(({ note }) => note)];
}

/** A total with its kind and mark. */
export function markTotal(
  { label, cells, tables, proved, isUnconfirmed }: SourceTotal,
  marks: DamageMarks,
): ReportTotal {
  const { kind, mark } = marks.ofTotal(tables, isUnconfirmed);
  return { label, cells, kind: proved === undefined ? kind : PROVED_KINDS[proved], ...(mark ? { mark } : {}) };
}

const PROVED_KINDS = { complete: "known", completed: "reconstructed" } as const;

function isShort(note: DamageNote, reach: ReportReach): boolean {
  if (!showsPartOf(reach, note.partition)) return false;
  if (note.state === "lost") return true;
  if (note.state !== "partial") return false;
  return note.findings.length === 0 || note.findings.some((finding) => takesAway(finding, reach));
}

function pointers(notes: readonly DamageNote[], isWanted: (finding: Finding) => boolean): Pointer[] {
  return notes.flatMap((note) => note.findings.filter(isWanted).map((finding) => ({ note, finding })));
}

/** Findings that name records or documents which were read; ranges that are missing have no row to point at. */
function pointsAtRows(finding: Finding, reach: ReportReach): boolean {
  if (finding.table !== null && !reach.tables.includes(finding.table)) return false;
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
