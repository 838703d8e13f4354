/** How PDF writes numbers, texts and dates. */

/** At most two decimals, no exponent, no needless zeros. */
export function pdfNumber(value: number): string {
  const hundredths = Math.round(value * 100);
  if (hundredths % 100 === 0) return String(hundredths / 100);
  const sign = hundredths < 0 ? "-" : "";
  const whole = Math.floor(Math.abs(hundredths) / 100);
  const rest = String(Math.abs(hundredths) % 100).padStart(2, "0");
  return `${sign}${whole === 0 ? "" : whole}.${rest.endsWith("0") ? rest.slice(0, 1) : rest}`;
}

/** UTF-16 units as hexadecimal digits, without brackets. */
export function utf16Hex(text: string): string {
  let hex = "";
  for (let index = 0; index < text.length; index++) hex += text.charCodeAt(index).toString(16).padStart(4, "0");
  return hex;
}

/** A text string object: UTF-16 with its byte order mark. */
export function pdfText(text: string): string {
  return `<feff${utf16Hex(text)}>`;
}

/** `(D:20261122024100Z)` */
export function pdfDate(moment: Date): string {
  return `(D:${moment.toISOString().replace(/\D/g, "").slice(0, 14)}Z)`;
}
