/** Between the official head and the table: fields, conditions, and the box that says what is damaged before any figure is read. */
import { formatMoment } from "@/lib/period/date";
import { formatMonth } from "@/lib/period/month";
import type { DamageNote, ReportDocument } from "@/lib/reports/document";
import { moduleName, stateName } from "@/lib/wording/names";
import {
  damageSummaryTitle,
  foundAtLoading,
  MARK_LEGEND,
  MARK_SHAPES,
  moreNotes,
  UNIT_IS_BAHT,
} from "@/lib/wording/render";
import { ABSENCES_TITLE } from "@/lib/wording/reports";
import { drawFields } from "./fields";
import { flowText } from "./flow-text";
import type { Pages } from "./pages";
import { bodyWidthPt } from "./paper";
import { HATCH_WIDTH_PT } from "./row-block";
import { lineHeightPt, type SetText, type Typesetter } from "./typesetter";

const SIZE_PT = 9.5;
const BOX_SIZE_PT = 9;
const BOX_PADDING_PT = 4;
const NOTES_SHOWN_MAX = 6;

export function drawOpening(pages: Pages, document: ReportDocument, typesetter: Typesetter): void {
  drawFields(pages, document, typesetter);
  drawAbsences(pages, document, typesetter);
  if (document.notes.length > 0) drawDamageSummary(pages, document, typesetter);
  if (document.columns.some((column) => column.kind === "amount")) {
    const unit = typesetter.line(UNIT_IS_BAHT, "regular", SIZE_PT);
    const width = bodyWidthPt(pages.paper);
    pages.moveTo(pages.content().text(unit, pages.paper.leftPt, pages.topPt(), width, "right") + 1);
  }
}

function drawAbsences(pages: Pages, document: ReportDocument, typesetter: Typesetter): void {
  if (document.absences.length === 0) return;
  const width = bodyWidthPt(pages.paper);
  const sentence = `${ABSENCES_TITLE}: ${document.absences.join(" · ")}`;
  flowText(pages, typesetter.block(sentence, "regular", BOX_SIZE_PT, width), pages.paper.leftPt, width);
  pages.moveTo(pages.topPt() + 3);
}

function drawDamageSummary(pages: Pages, document: ReportDocument, typesetter: Typesetter): void {
  const width = bodyWidthPt(pages.paper) - HATCH_WIDTH_PT - 2 * BOX_PADDING_PT;
  const shown = document.notes.slice(0, NOTES_SHOWN_MAX);
  const hidden = document.notes.length - shown.length;
  const found = foundAtLoading(formatMoment(new Date(document.snapshot.loadedAt)));
  const texts: SetText[] = [
    typesetter.block(`${damageSummaryTitle(document.notes.length)} · ${found}`, "bold", BOX_SIZE_PT, width),
    ...shown.map((note) => typesetter.block(noteInShort(note), "regular", BOX_SIZE_PT, width)),
    ...(hidden > 0 ? [typesetter.block(moreNotes(hidden), "regular", BOX_SIZE_PT, width)] : []),
    typesetter.block(MARK_LEGEND, "regular", BOX_SIZE_PT - 1, width),
  ];
  const height =
    texts.reduce((sum, text) => sum + text.lines.length * lineHeightPt(text.sizePt), 0) + 2 * BOX_PADDING_PT;
  if (pages.roomPt() < height) pages.turn();
  const { leftPt } = pages.paper;
  const top = pages.topPt() + 2;
  pages.content().hatch(leftPt, top, HATCH_WIDTH_PT, height);
  pages.content().outline(leftPt, top, bodyWidthPt(pages.paper), height, 0.7);
  let place = top + BOX_PADDING_PT;
  for (const text of texts)
    place = pages.content().text(text, leftPt + HATCH_WIDTH_PT + BOX_PADDING_PT, place, width, "left");
  pages.moveTo(top + height + 4);
}

/** The heading and what weighs most; the rest stands in the notes. */
function noteInShort(note: DamageNote): string {
  const [first] = note.sentences;
  return first === undefined || first === stateName(note.state) ? noteHeading(note) : `${noteHeading(note)}: ${first}`;
}

/** «▲1 บัญชี มีนาคม 2567 — เสียหายบางส่วน»: what is damaged, where, how. */
export function noteHeading(note: DamageNote): string {
  const shape = note.state === "intact" || note.state === "empty" ? "" : MARK_SHAPES[note.state];
  const { module, month } = note.partition;
  return `${shape}${note.number} ${moduleName(module)} ${formatMonth(month)} — ${stateName(note.state)}`;
}
