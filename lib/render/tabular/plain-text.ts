/** Texts of an archive made fit for files that other programs open: no control characters, and nothing that a spreadsheet would run. */

const UNSOUND = /(?![\t\n])[\p{Cc}\uFFFE\uFFFF]/gu;

/** Line breaks become `\n`; other control characters and non-characters, which XML and CSV readers refuse or misread, are left out. */
export function plainText(text: string): string {
  return isSuspect(text) ? text.replace(/\r\n?/g, "\n").replace(UNSOUND, "") : text;
}

/** A loop, since this runs for every text of a report, and the expression above takes several times as long. */
function isSuspect(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x20 || (code >= 0x7f && code <= 0x9f) || code >= 0xfffe) return true;
  }
  return false;
}

/** Whether a spreadsheet may take the text for a formula (OWASP, «CSV injection»), wide forms and leading blanks included. */
export function looksLikeFormula(text: string): boolean {
  // Nearly all texts begin with a Thai letter or a digit: told by one comparison.
  const first = text.charCodeAt(0);
  if ((first >= 0x0e01 && first <= 0x0e5b) || (first >= 0x30 && first <= 0x39)) return false;
  return /^[\s\u00A0]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u.test(text);
}
