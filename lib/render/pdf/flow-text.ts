/** Text outside the table, line by line over as many pages as it takes. */
import type { Pages } from "./pages";
import { lineHeightPt, type SetText } from "./typesetter";

/**
 * Sets a text from where the page stands.
 * @param linesTogether how many lines below its first must stand on the same page: a heading is never the last line of one
 */
export function flowText(pages: Pages, text: SetText, leftPt: number, widthPt: number, linesTogether = 0): void {
  const height = lineHeightPt(text.sizePt);
  if (pages.roomPt() < height * (1 + linesTogether)) pages.turn();
  for (let line = 0; line < text.lines.length; line++) {
    if (pages.roomPt() < height) pages.turn();
    pages.moveTo(pages.content().text(text, leftPt, pages.topPt(), widthPt, "left", line, line + 1));
  }
}
