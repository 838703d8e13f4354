/**
 * A report document as one JSON object, streamed: parameters, columns, rows by column id with amounts as strings in baht, totals,
 * proof, damage notes. For scripts and other checkers (`portal report … --format json`).
 */
import { toFindingJson } from "@/lib/finding/finding-json";
import { toBahtText } from "@/lib/money/amount";
import { bahtInWords } from "@/lib/money/baht-in-words";
import { isLao, type Place } from "@/lib/office/place";
import { inChunks } from "@/lib/render/tabular/chunks";
import type {
  CellValue,
  DamageNote,
  ReportColumn,
  ReportDocument,
  ReportRow,
  ReportTotal,
} from "@/lib/reports/document";

/** What a row says besides its cells; no column may have such an id. */
const ROW_KEYS = ["kind", "level", "text", "rule", "marks", "link", "links"];

/**
 * Gives the file in pieces. A row is `{kind, <column id>: value …, level?, text?, rule?, marks?, link?, links?}`: amounts `"1234.50"`, dates ISO, null
 * where there is nothing. A total is `{label, kind, <column id>: amount …, mark?}`. Throws when a column's id is one of a row's own keys.
 */
export function renderJson(document: ReportDocument): AsyncGenerator<Uint8Array> {
  const taken = document.columns.find(
    (column) => ROW_KEYS.includes(column.id) || column.id === "label" || column.id === "mark",
  );
  if (taken)
    throw new Error(`a column of ${document.reportId} may not be called «${taken.id}»: rows have a key of that name`);
  return inChunks(pieces(document));
}

async function* pieces(document: ReportDocument): AsyncGenerator<string> {
  const head = {
    report: document.reportId,
    title: document.title,
    period: document.period,
    isApproximateForm: document.isApproximateForm,
    parameters: Object.fromEntries(document.parameters.map((parameter) => [parameter.id, parameter.value])),
    ...placeValue(document.place),
    snapshot: document.snapshot,
    printedAt: document.printedAt.toISOString(),
    printedBy: document.printedBy,
    fields: document.fields,
    columns: document.columns.map(({ id, label, kind, group, summed }) => ({ id, label, kind, group, summed })),
    rowCount: document.rowCount,
  };
  yield `${JSON.stringify(head, null, 1).slice(0, -2)},\n "rows": [`;
  let separator = "\n";
  for await (const row of document.rows()) {
    yield `${separator}  ${JSON.stringify(rowValue(row, document.columns))}`;
    separator = ",\n";
  }
  const tail = {
    totals: document.totals.map(totalValue),
    ...(document.amountInWords === undefined ? {} : { amountInWords: bahtInWords(document.amountInWords) }),
    ...(document.absences.length === 0 ? {} : { absences: document.absences }),
    proof: document.proof,
    notes: document.notes.map(noteValue),
  };
  yield `\n ],\n${JSON.stringify(tail, null, 1).slice(2)}\n`;
}

function placeValue(place: Place): Record<string, Readonly<Record<string, string>>> {
  const { provinceCode, province } = place;
  if (!isLao(place)) return { province: { code: provinceCode, name: province } };
  const { code, type, name, district } = place;
  return { lao: { code, type, name, district, provinceCode, province } };
}

function cellValue(value: CellValue | undefined): string | number | null {
  if (value === undefined) return null;
  return typeof value === "bigint" ? toBahtText(value) : value;
}

function rowValue(row: ReportRow, columns: readonly ReportColumn[]): Record<string, unknown> {
  const { kind, level, text, rule, marks, link, links } = row;
  const cells = Object.fromEntries(columns.map((column) => [column.id, cellValue(row.cells[column.id])]));
  return { kind, ...cells, level, text, rule, marks, link, links };
}

function totalValue(total: ReportTotal): Record<string, unknown> {
  const cells = Object.fromEntries(Object.entries(total.cells).map(([id, amount]) => [id, toBahtText(amount)]));
  return { label: total.label, kind: total.kind, ...cells, mark: total.mark };
}

/** Findings with the keys of `portal findings`. */
function noteValue(note: DamageNote): Record<string, unknown> {
  const { untold, ...told } = note;
  return { ...told, findings: note.findings.map(toFindingJson), ...(untold > 0 ? { untold } : {}) };
}
