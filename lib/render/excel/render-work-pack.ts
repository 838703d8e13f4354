/**
 * The workbook of a work pack: cover, how-to, accounts, budget, and three sheets to fill in. What stands where, `lib/workpack/layout.ts` says.
 * It is a blank form and no report: it has provenance and damage notes, and no code of an issued file.
 */
import type { Workbook } from "exceljs";
import { formatMoment } from "@/lib/period/date";
import { placeLines, snapshotLines } from "@/lib/render/tabular/provenance";
import { DAMAGE_NOTES_TITLE } from "@/lib/wording/render";
import { SOURCE_LABELS, SOURCE_TITLE, SYNTHETIC_WARNING } from "@/lib/wording/tabular";
import { asOfWords, PACK_HOW_TO, PACK_LABELS, PACK_SHEETS, skippedMonths, WORK_PACK } from "@/lib/wording/work-pack";
import { ENTRY_SHEETS } from "@/lib/workpack/layout";
import type { PackPart, WorkPack } from "@/lib/workpack/work-pack";
import { textCell } from "./cell-value";
import { COVER_WIDTHS, coverWriter, writeNotes } from "./cover-sheet";
import { packSheets } from "./pack-sheets";
import { pageSetup } from "./page-setup";
import { makeWay } from "./sheet-writer";
import { streamWorkbook } from "./stream-workbook";
import { makeStyles, type StyleOf } from "./styles";

/** The file in pieces; a few thousand rows at most. */
export function renderWorkPack(pack: WorkPack): AsyncGenerator<Uint8Array> {
  return streamWorkbook(pack, async (workbook, output) => {
    const styleOf = makeStyles();
    writeCover(workbook, pack, styleOf);
    writeHowTo(workbook, pack, styleOf);
    const sheets = packSheets(workbook, pack, styleOf);
    await sheets.writeAccounts();
    await makeWay(output);
    await sheets.writeBudget();
    for (const sheet of ENTRY_SHEETS) {
      await makeWay(output);
      await sheets.writeEntries(sheet);
    }
  });
}

function writeCover(workbook: Workbook, pack: WorkPack, styleOf: StyleOf): void {
  const { cover, close } = coverPage(workbook, pack, styleOf, PACK_SHEETS.cover);
  const line = (label: string, value: string) => cover.line("cover", [textCell(label), textCell(value, "code")], true);
  const warn = (label: string, value: string) => cover.line("warning", [textCell(label), textCell(value)], true);
  cover.title(WORK_PACK.title);
  cover.heading(SOURCE_TITLE);
  if (pack.snapshot.synthetic) warn(SOURCE_LABELS.warning, SYNTHETIC_WARNING);
  line(PACK_LABELS.id, pack.id);
  line(PACK_LABELS.nature, PACK_LABELS.blankForm);
  for (const { label, value } of placeLines(pack.place)) line(label, value);
  if (pack.unit) line(PACK_LABELS.unit, `${pack.unit.name} (${pack.unit.code})`);
  for (const { label, value } of snapshotLines(pack.snapshot)) line(label, value);
  line(PACK_LABELS.balancesAsOf, asOfText(pack, pack.accounts));
  line(PACK_LABELS.budgetAsOf, asOfText(pack, pack.budget));
  line(PACK_LABELS.made, PACK_LABELS.madeBy(formatMoment(pack.printedAt), pack.printedBy));
  cover.heading(DAMAGE_NOTES_TITLE);
  const parts = [pack.accounts, pack.budget];
  for (const { skipped } of parts) if (skipped.length > 0) warn(PACK_LABELS.skipped, skippedMonths(skipped));
  for (const gap of parts.flatMap(({ gaps }) => gaps)) warn(PACK_LABELS.gaps, gap);
  const notes = parts.flatMap((part) => part.notes);
  writeNotes(cover, notes);
  const isSilent = parts.every((part) => part.asOf !== null && part.skipped.length + part.gaps.length === 0);
  if (notes.length === 0 && isSilent) line("", PACK_LABELS.noDamage);
  close();
}

function asOfText({ unit }: WorkPack, { asOf }: PackPart<unknown>): string {
  if (asOf) return asOfWords(asOf);
  return unit ? PACK_LABELS.ofUnit : PACK_LABELS.unknown;
}

function writeHowTo(workbook: Workbook, pack: WorkPack, styleOf: StyleOf): void {
  const { cover, close } = coverPage(workbook, pack, styleOf, PACK_SHEETS.howTo);
  cover.title(PACK_SHEETS.howTo);
  for (const [at, step] of PACK_HOW_TO.entries())
    cover.line("cover", [textCell(PACK_LABELS.step(at + 1)), textCell(step)], true);
  close();
}

function coverPage(workbook: Workbook, pack: WorkPack, styleOf: StyleOf, name: string) {
  const sheet = workbook.addWorksheet(name, {
    ...pageSetup(pack, { isLandscape: false }),
    views: [{ showGridLines: false }],
  });
  sheet.columns = COVER_WIDTHS.map((width) => ({ width }));
  return { cover: coverWriter(sheet, styleOf), close: () => sheet.commit() };
}
