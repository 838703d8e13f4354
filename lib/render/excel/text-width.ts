/** How much room a Thai text takes in a cell, roughly: Excel does not grow the rows of a streamed file by itself. */

/** Words are not broken in their middle: part of each line stays empty. */
const FILLED_SHARE = 0.95;

/** Lines that the text needs in a column of that width (in characters, as Excel counts them). */
export function linesOf(text: string, width: number): number {
  const room = Math.max(1, width - 1);
  // Short texts, nearly all of them, need no counting.
  if (text.length <= room && !text.includes("\n")) return 1;
  let lines = 1;
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a) {
      lines += Math.ceil(Math.max(1, length / FILLED_SHARE) / room);
      length = 0;
    } else if (!standsOverOrUnder(code)) length++;
  }
  return lines - 1 + Math.ceil(Math.max(1, length / FILLED_SHARE) / room);
}

/** Thai vowels and tone marks above and below the line take no room of their own. */
function standsOverOrUnder(code: number): boolean {
  return code === 0x0e31 || (code >= 0x0e34 && code <= 0x0e3a) || (code >= 0x0e47 && code <= 0x0e4e);
}
