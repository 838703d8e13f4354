/** How much room a Thai text takes in a cell, roughly: Excel does not grow the rows of a streamed file by itself. */

/** Vowels and tone marks above and below the line take no room of their own. */
const MARKS = /\p{Mn}/gu;

/** Lines that the text needs in a column of that width (in characters, as Excel counts them); a little room is left to word breaks. */
export function linesOf(text: string, width: number): number {
  const room = Math.max(1, width - 1);
  let lines = 0;
  for (const part of text.split("\n")) {
    // Short texts, nearly all of them, need no counting.
    const length = part.length <= room ? part.length : part.replace(MARKS, "").length * 1.05;
    lines += Math.max(1, Math.ceil(length / room));
  }
  return lines;
}
