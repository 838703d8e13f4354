/**
 * The one spelling in which texts are compared when a document is looked for. Rules are data, because Postgres folds the archive's texts by
 * the same list at load. Thai is written without spaces and by hand: digits of two kinds, ํ + า for ำ, เ + เ for แ, marks typed twice.
 */

/** Character by character: `from[i]` becomes `to[i]`, characters of `from` beyond the end of `to` go. */
export const CHARACTERS = {
  from: "๐๑๒๓๔๕๖๗๘๙ \t\n\r\u00a0\u200b\u200c\u200d\ufeff",
  to: "0123456789",
} as const;

/** One after the other, after the characters. */
export const REPLACEMENTS: readonly (readonly [from: string, to: string])[] = [
  ["เเ", "แ"],
  ["่่", "่"],
  ["้้", "้"],
  ["๊๊", "๊"],
  ["๋๋", "๋"],
  ["์์", "์"],
  ["ํ่า", "่ำ"],
  ["ํ้า", "้ำ"],
  ["ํา", "ำ"],
];

/** Left out of both sides where tone marks shall not count: ่ ้ ๊ ๋, with ์ ็ and a ํ that makes no ำ. */
export const LOOSE_MARKS = "่้๊๋์็ํ";

const MAPPED = new Map([...CHARACTERS.from].map((char, index) => [char, CHARACTERS.to[index] ?? ""]));

export function foldText(text: string): string {
  let folded = "";
  for (const char of text) folded += MAPPED.get(char) ?? char;
  folded = folded.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  for (const [from, to] of REPLACEMENTS) folded = folded.replaceAll(from, to);
  return folded;
}

/** Without tone marks, of a folded text. */
export function loosen(folded: string): string {
  return [...folded].filter((char) => !LOOSE_MARKS.includes(char)).join("");
}

/**
 * The text in pieces, those that the folded `terms` were found in marked: for showing why a document was found. Nothing is lost: the
 * pieces put together are the text.
 */
export function markFolded(
  text: string,
  terms: readonly string[],
  isLoose: boolean,
): readonly { readonly text: string; readonly isFound: boolean }[] {
  const fold = (part: string) => (isLoose ? loosen(foldText(part)) : foldText(part));
  // Folding shortens or keeps, so a place in the folded text is found by folding ever longer beginnings.
  const chars = [...text];
  const lengths = [0];
  for (let end = 1; end <= chars.length; end++) lengths.push(fold(chars.slice(0, end).join("")).length);
  const whole = fold(text);
  const isFound = chars.map(() => false);
  for (const term of terms) {
    if (term === "") continue;
    for (let at = whole.indexOf(term); at >= 0; at = whole.indexOf(term, at + term.length)) {
      for (const index of chars.keys()) {
        const [start = 0, end = 0] = [lengths[index], lengths[index + 1]];
        if (end > at && start < at + term.length) isFound[index] = true;
      }
    }
  }
  const pieces: { text: string; isFound: boolean }[] = [];
  for (const [index, char] of chars.entries()) {
    const last = pieces.at(-1);
    if (last && last.isFound === isFound[index]) last.text += char;
    else pieces.push({ text: char, isFound: isFound[index] ?? false });
  }
  return pieces;
}
