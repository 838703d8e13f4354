/** Texts of an archive made fit for files that other programs open: no control characters, and nothing that a spreadsheet would run. */

const UNSOUND = /(?![\t\n])[\p{Cc}\uFFFE\uFFFF]/gu;
const SUSPECT = /[\p{Cc}\uFFFE\uFFFF]/u;

/** Line breaks become `\n`; other control characters and non-characters, which XML and CSV readers refuse or misread, are left out. */
export function plainText(text: string): string {
  return SUSPECT.test(text) ? text.replace(/\r\n?/g, "\n").replace(UNSOUND, "") : text;
}

/** Whether a spreadsheet may take the text for a formula (OWASP, «CSV injection»), wide forms and leading blanks included. */
export function looksLikeFormula(text: string): boolean {
  return /^[\s\u00A0]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u.test(text);
}
