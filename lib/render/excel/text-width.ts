/** How much room a Thai text takes in a cell, roughly: Excel does not grow the rows of a streamed file by itself. */

/** Words are not broken in their middle: part of each line stays empty. */
const FILLED_SHARE = 0.95;

/**
 * Characters of a text that take room: Thai vowels and tone marks above and below the line take none.
 * -1 for a text with line breaks or other signs that are no letters, which has to be looked at more closely. One pass, since it runs
 * for every text of a report.
 */
export function widthOf(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x20 || (code >= 0x7f && code <= 0x9f) || code >= 0xfffe) return -1;
    if (code < 0x0e31 || !standsOverOrUnder(code)) width++;
  }
  return width;
}

function standsOverOrUnder(code: number): boolean {
  return code === 0x0e31 || (code >= 0x0e34 && code <= 0x0e3a) || (code >= 0x0e47 && code <= 0x0e4e);
}

/** Lines that a text of that width needs in a column (both in characters, as Excel counts them). */
export function linesOf(width: number, columnWidth: number): number {
  const room = columnWidth > 2 ? columnWidth - 1 : 1;
  return width <= room ? 1 : Math.ceil(width / (FILLED_SHARE * room));
}
