/**
 * A report document as CSV: one pure table for machines, UTF-8 with BOM, CRLF, RFC 4180. The first column says what kind of row it is;
 * «รายการ» rows are the figures. Totals, proof, damage notes and provenance follow as rows of the same width, so that figures are never
 * separated from their marks, and no reader stumbles over comment lines.
 */
import { toBahtText } from "@/lib/money/amount";
import { bahtInWords } from "@/lib/money/baht-in-words";
import { inChunks } from "@/lib/render/tabular/chunks";
import { noteHead } from "@/lib/render/tabular/note-head";
import { looksLikeFormula, plainText } from "@/lib/render/tabular/plain-text";
import { provenance } from "@/lib/render/tabular/provenance";
import { rowCondition, totalCondition, totalLabel } from "@/lib/render/tabular/row-condition";
import type { CellValue, ReportColumn, ReportDocument } from "@/lib/reports/document";
import { PROOF_FAILS, PROOF_HOLDS } from "@/lib/wording/render";
import { ABSENCES_TITLE } from "@/lib/wording/reports";
import { CONDITION_COLUMN, ROW_KIND_COLUMN, ROW_KINDS } from "@/lib/wording/tabular";

const BYTE_ORDER_MARK = "\uFEFF";
const LINE_END = "\r\n";

/**
 * Gives the file in pieces. Amounts are `1234.50`, dates `2024-03-05` (Common Era, as in the archive), nothing is an empty cell.
 * A text that a spreadsheet would take for a formula gets a `'` before it (OWASP, «CSV injection»).
 */
export function renderCsv(document: ReportDocument): AsyncGenerator<Uint8Array> {
  return inChunks(lines(document));
}

async function* lines(document: ReportDocument): AsyncGenerator<string> {
  const { columns } = document;
  const headings = columns.map((column) => (column.group ? `${column.group} ${column.label}` : column.label));
  yield BYTE_ORDER_MARK + line([ROW_KIND_COLUMN, ...headings, CONDITION_COLUMN]);
  for await (const row of document.rows()) {
    const cells = columns.map((column) => cellText(row.cells[column.id]));
    if (row.kind === "heading") {
      yield line([ROW_KINDS.heading, ...withLabel(columns, cells, row.text ?? ""), ""]);
      continue;
    }
    yield line([ROW_KINDS[row.kind], ...cells, safe(rowCondition(row, columns))]);
  }
  for (const total of document.totals) {
    const amounts = columns.map((column) => cellText(total.cells[column.id]));
    yield line([ROW_KINDS.total, ...withLabel(columns, amounts, totalLabel(total)), safe(totalCondition(total))]);
  }
  const said = (kind: string, label: string, text: string): string =>
    line([
      kind,
      ...withLabel(
        columns,
        columns.map(() => ""),
        label,
      ),
      safe(text),
    ]);
  if (document.amountInWords !== undefined) yield said(ROW_KINDS.words, bahtInWords(document.amountInWords), "");
  for (const absence of document.absences) yield said(ROW_KINDS.absence, absence, ABSENCES_TITLE);
  for (const proof of document.proof) yield said(ROW_KINDS.proof, proof.text, proof.holds ? PROOF_HOLDS : PROOF_FAILS);
  for (const note of document.notes) yield said(ROW_KINDS.note, noteHead(note), note.sentences.join(" "));
  for (const { label, value } of provenance(document)) yield said(ROW_KINDS.source, label, value);
}

/** Puts a label into the first text column, where nothing else stands in such a row; into the first column if there is none. */
function withLabel(columns: readonly ReportColumn[], cells: readonly string[], label: string): string[] {
  const at = Math.max(
    0,
    columns.findIndex((column) => column.kind === "text"),
  );
  return cells.map((cell, index) => (index === at && cell === "" ? safe(label) : cell));
}

function cellText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "bigint") return toBahtText(value);
  return typeof value === "number" ? String(value) : safe(value);
}

function safe(text: string): string {
  return looksLikeFormula(text) ? `'${plainText(text)}` : plainText(text);
}

function line(cells: readonly string[]): string {
  return cells.map((cell) => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",") + LINE_END;
}
