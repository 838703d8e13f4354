/** Thai digits as Arabic ones: people type either, letters print Thai ones, accounting reports print Arabic ones. */

const THAI_DIGITS = "๐๑๒๓๔๕๖๗๘๙";

/** `๒๕๖๗` → `2567`; everything else stays as it is. */
export function toArabicDigits(text: string): string {
  return text.replace(/[๐-๙]/g, (digit) => String(THAI_DIGITS.indexOf(digit)));
}

/** `2567` → `๒๕๖๗`; everything else stays as it is. */
export function toThaiDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => THAI_DIGITS[Number(digit)] ?? digit);
}
