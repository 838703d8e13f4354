/** Marks beside figures: a shape for the state and the numbers of the notes, raised and small. They extract as plain text, «▲1». */
import type { DamageMark } from "@/lib/reports/document";
import { MARK_SHAPES } from "@/lib/wording/render";
import type { PageContent } from "./page-content";
import { baselinePt, type SetText, type Typesetter } from "./typesetter";

const RELATIVE_SIZE = 0.74;
/** More, and some readers take the mark for a line of its own. */
const RAISE = 0.2;
const GAP_PT = 2;
/** A figure that rests on many notes names the first of them. */
const NUMBERS_MAX = 3;

export function setMark(mark: DamageMark, typesetter: Typesetter, sizePt: number): SetText {
  const numbers = mark.notes.slice(0, NUMBERS_MAX).join(",");
  const more = mark.notes.length > NUMBERS_MAX ? "…" : "";
  return typesetter.line(`${MARK_SHAPES[mark.state]}${numbers}${more}`, "regular", sizePt * RELATIVE_SIZE);
}

/** Room for a mark with two numbers and its distance from the figure. */
export function markWidthPt(typesetter: Typesetter, sizePt: number): number {
  return setMark({ state: "partial", notes: [9, 9] }, typesetter, sizePt).widthPt + GAP_PT;
}

/** Width of one mark with its distance from the figure. */
export function spaceForMarkPt(mark: SetText): number {
  return mark.widthPt + GAP_PT;
}

/** Draws a mark that ends before `rightPt`, a little raised beside a figure of `sizePt` whose line begins at `topPt`. */
export function drawMark(content: PageContent, mark: SetText, rightPt: number, topPt: number, sizePt: number): void {
  const raised = topPt + baselinePt(sizePt) - baselinePt(mark.sizePt) - RAISE * sizePt;
  content.text(mark, rightPt - spaceForMarkPt(mark), raised, mark.widthPt, "left");
}
