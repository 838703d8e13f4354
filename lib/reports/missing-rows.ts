/** Makes the marker rows of a report: where something is missing, what, and between which rows it belongs. */
import type { Finding } from "@/lib/finding/finding";
import { findingSentence } from "@/lib/wording/findings";
import {
  amountsOfUnread,
  lostMonth,
  manyMissingDocuments,
  missingDocuments,
  scatteredRows,
  type UnreadAmounts,
  unreadableRows,
} from "@/lib/wording/reports";
import { reachOf } from "./damage-evidence";
import type { DamageNote } from "./document";
import { modulesOfReach, showsPartOf } from "./reach";
import type { MarkerPlace, ReportReach, ReportRows } from "./report-rows";

export interface Marker {
  readonly place: MarkerPlace;
  readonly text: string;
  readonly note: DamageNote;
}

/** More stretches than this in one month are said in one row: a report full of markers says less, not more. */
const STRETCHES_PER_MONTH = 30;

/** In no particular order; damage that takes nothing away, or that lies outside the report's tables, gets no marker. */
export function makeMarkers(
  notes: readonly DamageNote[],
  source: Pick<ReportRows, "reach" | "totals" | "provedRows" | "isPartlyProved">,
): Marker[] {
  const amounts = amountsOf(source);
  return notes.flatMap((note) => markersOf(note, source.reach, amounts));
}

/** What was proved is proved of the whole report, never of single records. */
function amountsOf({ totals, provedRows, isPartlyProved }: Parameters<typeof makeMarkers>[1]): UnreadAmounts {
  const isProved = totals.length > 0 && totals.every(({ proved }) => proved !== undefined);
  if (isProved) return totals.some(({ proved }) => proved === "completed") ? "proved" : "nothing missing";
  return isPartlyProved || provedRows?.length ? "partly proved" : "left out";
}

function markersOf(note: DamageNote, reach: ReportReach, amounts: UnreadAmounts): Marker[] {
  const { month } = note.partition;
  const isShown = (finding: Finding) =>
    (finding.table === null || reach.tables[0] === finding.table) && reachOf(finding, reach) !== "none";
  if (note.state === "lost") {
    if (!showsPartOf(reach, note.partition)) return [];
    const module = modulesOfReach(reach).length > 1 ? note.partition.module : null;
    const text = `${lostMonth(month, module)} ${amountsOfUnread(amounts)}`;
    return [{ place: { at: "start-of-month", month }, text, note }];
  }
  const shown = note.findings.filter(isShown);
  return [
    ...shown.flatMap((finding) =>
      wholeMarker(finding, note).map((marker) => ({
        ...marker,
        text: `${marker.text} ${amountsOfUnread(amounts, finding.amount !== null)}`,
      })),
    ),
    ...rowMarkers(shown, note, amounts),
    ...provedMissingMarkers(shown, note, amounts),
  ];
}

/** Documents of no number of their own, or the last of a month: that they are missing, other tables alone tell. */
function provedMissingMarkers(findings: readonly Finding[], note: DamageNote, amounts: UnreadAmounts): Marker[] {
  const { month } = note.partition;
  // what follows from a gap or from unreadable rows is told by those
  const explained = new Set(note.findings.flatMap(({ consequences }) => consequences));
  const missing = findings.filter(
    (finding) =>
      finding.code === "tie/cross-module" &&
      finding.rowFrom === null &&
      finding.column === null &&
      finding.docFrom !== null &&
      (finding.amount ?? 0n) > 0n &&
      !explained.has(finding),
  );
  const [first] = missing;
  if (!first) return [];
  const place = { at: "end-of-month", month } as const;
  const rest = amountsOfUnread(amounts, true);
  if (missing.length > STRETCHES_PER_MONTH)
    return [{ place, text: `${manyMissingDocuments(first.table ?? "", month, missing.length)} ${rest}`, note }];
  return missing.map((finding) => ({ place, text: `${findingSentence(finding)} ${rest}`, note }));
}

function wholeMarker(finding: Finding, note: DamageNote): Marker[] {
  const { month } = note.partition;
  const text = findingSentence(finding);
  switch (finding.code) {
    case "file/missing":
    case "tie/silent-partition":
      return [{ place: { at: "start-of-month", month }, text, note }];
    case "file/truncated":
      return [{ place: { at: "end-of-month", month }, text, note }];
    case "file/corrupt":
      return [
        {
          place:
            finding.rowFrom === null ? { at: "end-of-month", month } : { at: "row", month, rowNo: finding.rowFrom },
          text,
          note,
        },
      ];
    case "tie/number-gap": {
      const doc = finding.docTo ?? finding.docFrom;
      if (doc === null) return [{ place: { at: "end-of-month", month }, text, note }];
      return [{ place: { at: "document", month, doc }, text: missingDocuments(finding), note }];
    }
    default:
      return [];
  }
}

/** Unreadable records, joined where they follow one another. */
function rowMarkers(findings: readonly Finding[], note: DamageNote, amounts: UnreadAmounts): Marker[] {
  const { month } = note.partition;
  const stretches: { table: string; from: number; to: number }[] = [];
  const unreadable = findings
    .filter((finding) => ["row/encoding", "row/shape", "row/value"].includes(finding.code) && finding.rowFrom !== null)
    .map((finding) => ({
      table: finding.table ?? "",
      from: finding.rowFrom ?? 0,
      to: finding.rowTo ?? finding.rowFrom ?? 0,
    }))
    .sort((a, b) => a.from - b.from);
  for (const next of unreadable) {
    const last = stretches.at(-1);
    if (last && next.from <= last.to + 1) last.to = Math.max(last.to, next.to);
    else stretches.push({ ...next });
  }
  const [first] = stretches;
  if (first && stretches.length > STRETCHES_PER_MONTH) {
    const count = stretches.reduce((sum, stretch) => sum + stretch.to - stretch.from + 1, 0);
    return [{ place: { at: "start-of-month", month }, text: scatteredRows(first.table, month, count, amounts), note }];
  }
  return stretches.map(({ table, from, to }) => ({
    place: { at: "row", month, rowNo: to },
    text: unreadableRows(table, month, { from, to }, amounts),
    note,
  }));
}
