/** Where a report's figures come from, as label and value: for Excel's cover sheet and the last rows of a CSV. */
import { isLao, type Place } from "@/lib/office/place";
import { formatDate, formatMoment, parseIsoDate } from "@/lib/period/date";
import type { ReportDocument, SnapshotHead } from "@/lib/reports/document";
import { placeName, printedLine, whereabouts } from "@/lib/wording/render";
import { APPROXIMATE_FORM, SNAPSHOT_KINDS, SOURCE_LABELS, SYNTHETIC_WARNING } from "@/lib/wording/tabular";

export interface ProvenanceLine {
  readonly label: string;
  readonly value: string;
}

/** Warnings first; every parameter and field of the report included. */
export function provenance(document: ReportDocument): ProvenanceLine[] {
  const { snapshot } = document;
  return [
    ...(snapshot.synthetic ? [{ label: SOURCE_LABELS.warning, value: SYNTHETIC_WARNING }] : []),
    ...placeLines(document.place),
    { label: SOURCE_LABELS.report, value: document.title },
    ...(document.isApproximateForm ? [{ label: SOURCE_LABELS.form, value: APPROXIMATE_FORM }] : []),
    { label: SOURCE_LABELS.period, value: document.period },
    ...document.parameters.map((parameter) => ({ label: parameter.label, value: parameter.text })),
    ...document.fields,
    ...snapshotLines(snapshot),
    { label: SOURCE_LABELS.rows, value: String(document.rowCount) },
    { label: SOURCE_LABELS.printed, value: printedLine(formatMoment(document.printedAt), document.printedBy) },
  ];
}

export function snapshotLines(snapshot: SnapshotHead): ProvenanceLine[] {
  const asOf = parseIsoDate(snapshot.asOf);
  return [
    { label: SOURCE_LABELS.snapshot, value: `${snapshot.title} (${snapshot.id})` },
    { label: SOURCE_LABELS.snapshotKind, value: SNAPSHOT_KINDS[snapshot.kind] },
    { label: SOURCE_LABELS.asOf, value: asOf ? formatDate(asOf) : snapshot.asOf },
    { label: SOURCE_LABELS.loadedAt, value: loadedAtText(snapshot.loadedAt) },
  ];
}

export function placeLines(place: Place): ProvenanceLine[] {
  if (!isLao(place)) {
    return [
      { label: SOURCE_LABELS.province, value: placeName(place) },
      { label: SOURCE_LABELS.provinceCode, value: place.provinceCode },
    ];
  }
  return [
    { label: SOURCE_LABELS.lao, value: placeName(place) },
    { label: SOURCE_LABELS.laoCode, value: place.code },
    { label: SOURCE_LABELS.place, value: whereabouts(place) },
  ];
}

function loadedAtText(loadedAt: string): string {
  const moment = new Date(loadedAt);
  return Number.isNaN(moment.getTime()) ? loadedAt : formatMoment(moment);
}
