/**
 * The code of an issued file: nineteen random signs (95 bits) and a check sign, of Crockford's base32: no I, L, O, U, which are read as 1, 1, 0
 * or not at all. People type it from paper, so a slip is told before anything is looked up.
 */
import { randomBytes } from "node:crypto";

declare const branded: unique symbol;

/** Twenty signs without hyphens, as it is stored. */
export type FileCode = string & { readonly [branded]: "FileCode" };

const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const RANDOM_SIGNS = 19;
const GROUP = 5;

export function newFileCode(): FileCode {
  const signs = [...randomBytes(RANDOM_SIGNS)].map((byte) => SIGNS[byte % SIGNS.length]).join("");
  return `${signs}${checkSign(signs)}` as FileCode;
}

/** Lower case, blanks, hyphens, and O, I, L in place of 0 and 1 are taken; undefined for anything that is no code. */
export function parseFileCode(text: string): FileCode | undefined {
  const signs = text
    .toUpperCase()
    .replace(/[\s\-–—]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  if (signs.length !== RANDOM_SIGNS + 1 || [...signs].some((sign) => !SIGNS.includes(sign))) return undefined;
  return signs.endsWith(checkSign(signs.slice(0, RANDOM_SIGNS))) ? (signs as FileCode) : undefined;
}

/** `7K3QD-…-…-…`: as it is printed and as it stands in addresses. */
export function showFileCode(code: FileCode): string {
  return code.replace(new RegExp(`.{${GROUP}}(?=.)`, "g"), "$&-");
}

/** The hybrid system of ISO/IEC 7064 (there MOD 11,10) for 32 signs: tells every single wrong sign, and nearly every swap of two neighbours. */
function checkSign(signs: string): string {
  const size = SIGNS.length;
  let carry = size;
  for (const sign of signs) {
    const sum = (carry + SIGNS.indexOf(sign)) % size || size;
    carry = (sum * 2) % (size + 1);
  }
  return SIGNS[(size + 1 - carry) % size] ?? "";
}
