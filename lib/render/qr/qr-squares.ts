/** A text as a QR code of squares, without its quiet zone: rows from the top, true is dark. Level M: a tenth of it may be covered or worn. */
import qrcode from "qrcode-generator";

/** Light squares that have to stay free on every side (ISO/IEC 18004). */
export const QUIET_SQUARES = 4;

export function qrSquares(text: string): boolean[][] {
  const code = qrcode(0, "M");
  code.addData(text, "Byte");
  code.make();
  const sides = Array.from({ length: code.getModuleCount() }, (_, index) => index);
  return sides.map((row) => sides.map((column) => code.isDark(row, column)));
}
