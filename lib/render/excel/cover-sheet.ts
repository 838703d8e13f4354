/** First sheet of a workbook, «ที่มาและสภาพข้อมูล»: provenance, totals with how sure they are, damage notes in full, proof lines. */
import type { Workbook, Worksheet } from "exceljs";
import { bahtInWords } from "@/lib/money/baht-in-words";
import { noteHead } from "@/lib/render/tabular/note-head";
import { provenance } from "@/lib/render/tabular/provenance";
import { totalCondition, totalLabel } from "@/lib/render/tabular/row-condition";
import type { DamageNote, ReportDocument } from "@/lib/reports/document";
import { DAMAGE_NOTES_TITLE, PROOF_FAILS, PROOF_HOLDS, PROOF_TITLE } from "@/lib/wording/render";
import { ABSENCES_TITLE, IN_WORDS_LABEL } from "@/lib/wording/reports";
import { howToVerify, SEAL_LABELS } from "@/lib/wording/seal";
import {
  COVER_SHEET,
  DAMAGE_IN_ROWS,
  HOW_TO_ADD,
  HOW_TO_ADD_TITLE,
  NO_DAMAGE,
  SOURCE_LABELS,
  SOURCE_TITLE,
  TOTALS_TITLE,
} from "@/lib/wording/tabular";
import { amountCell, cellLines, textCell, type WrittenCell } from "./cell-value";
import { pageSetup } from "./page-setup";
import { writeRow } from "./sheet-writer";
import { LINE_HEIGHT_POINTS, type RowLook, type StyleOf } from "./styles";

export const COVER_WIDTHS = [34, 30, 60] as const;

/** Writes and closes the sheet. */
export function writeCoverSheet(workbook: Workbook, document: ReportDocument, styleOf: StyleOf): void {
  const sheet = workbook.addWorksheet(COVER_SHEET, {
    ...pageSetup(document, { isLandscape: false }),
    views: [{ showGridLines: false }],
  });
  sheet.columns = COVER_WIDTHS.map((width) => ({ width }));
  const cover = coverWriter(sheet, styleOf);
  cover.title(document.title);
  cover.heading(SOURCE_TITLE);
  for (const { label, value } of provenance(document))
    cover.line(label === SOURCE_LABELS.warning ? "warning" : "cover", [textCell(label), textCell(value, "code")], true);
  if (document.seal) {
    cover.line("cover", [textCell(SEAL_LABELS.code), textCell(document.seal.code, "code")], true);
    cover.line("cover", [textCell(SEAL_LABELS.how), textCell(howToVerify(document.seal))], true);
  }
  for (const absence of document.absences) cover.line("warning", [textCell(ABSENCES_TITLE), textCell(absence)], true);
  cover.heading(TOTALS_TITLE);
  for (const total of document.totals) {
    for (const column of document.columns) {
      const amount = total.cells[column.id];
      if (amount === undefined) continue;
      const label = `${totalLabel(total)} — ${column.group ? `${column.group} ` : ""}${column.label}`;
      cover.line("cover", [textCell(label), amountCell(amount), textCell(totalCondition(total))]);
    }
  }
  if (document.amountInWords !== undefined)
    cover.line("cover", [textCell(IN_WORDS_LABEL), textCell(bahtInWords(document.amountInWords))], true);
  for (const sentence of HOW_TO_ADD) cover.line("cover", [textCell(HOW_TO_ADD_TITLE), textCell(sentence)], true);
  cover.heading(DAMAGE_NOTES_TITLE);
  if (document.notes.length === 0)
    cover.line("cover", [textCell(""), textCell(document.damageIsInRows ? DAMAGE_IN_ROWS : NO_DAMAGE)], true);
  writeNotes(cover, document.notes);
  cover.heading(PROOF_TITLE);
  for (const proof of document.proof)
    cover.line(proof.holds ? "cover" : "warning", [
      textCell(proof.text),
      textCell(proof.holds ? PROOF_HOLDS : PROOF_FAILS),
    ]);
  sheet.commit();
}

export function writeNotes(cover: CoverWriter, notes: readonly DamageNote[]): void {
  for (const note of notes) {
    cover.line("warning", [textCell(noteHead(note))]);
    for (const sentence of note.sentences) cover.line("cover", [textCell(""), textCell(sentence)], true);
  }
}

export type CoverWriter = ReturnType<typeof coverWriter>;

/** Rows of the cover: `isWide` gives the last cell the room of the two right-hand columns. */
export function coverWriter(sheet: Worksheet, styleOf: StyleOf) {
  const line = (look: RowLook, cells: readonly WrittenCell[], isWide = false): void => {
    const rooms = isWide ? [COVER_WIDTHS[0], COVER_WIDTHS[1] + COVER_WIDTHS[2]] : COVER_WIDTHS;
    const lines = cells.map((cell, at) => cellLines(cell, rooms[at] ?? 1));
    writeRow(
      sheet,
      cells.map((cell) => ({ value: cell.value, style: styleOf(look, cell.look) })),
      { heightPoints: Math.max(1, ...lines) * LINE_HEIGHT_POINTS, ...(isWide ? { merge: [2, 3] as const } : {}) },
    );
  };
  return {
    line,
    title: (text: string): void => line("title", [textCell(text)]),
    heading: (text: string): void => {
      line("cover", []);
      line("head", [textCell(text)]);
    },
  };
}
