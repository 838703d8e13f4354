/** Tables over bytes for the fast row reader: which bytes a code may hold, and which Thai signs may follow which. */

/** 1 for `0-9 A-Z a-z . _ / -`: what codes and document numbers are made of. */
export const CODE_BYTE = new Uint8Array(256);
for (const char of "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz._/-")
  CODE_BYTE[char.charCodeAt(0)] = 1;

/** 1 for ASCII bytes that stand in free text as they are; 0 for those that end a cell, need an escape or are controls. */
export const PLAIN_TEXT_BYTE = new Uint8Array(256);
for (let byte = 0x20; byte < 0x7f; byte++) PLAIN_TEXT_BYTE[byte] = 1;
for (const char of ',"\\') PLAIN_TEXT_BYTE[char.charCodeAt(0)] = 0;

/** Kinds of Thai signs, as far as their order matters. */
export const OTHER = 0;
const CONSONANT = 1;
export const ABOVE = 2;
const BELOW = 3;
const TONE = 4;
const SIGN = 5;
const FOLLOWING = 6;
const LEADING = 7;
const THAI_OTHER = 8;
const UNASSIGNED = 9;

/** Kind of U+0E00 + index. */
export const THAI_KIND = new Uint8Array(128).fill(UNASSIGNED);
const setKind = (from: number, to: number, kind: number) => THAI_KIND.fill(kind, from, to + 1);
setKind(0x01, 0x2e, CONSONANT);
setKind(0x2f, 0x2f, THAI_OTHER);
setKind(0x30, 0x33, FOLLOWING);
setKind(0x31, 0x31, ABOVE);
setKind(0x34, 0x37, ABOVE);
setKind(0x38, 0x3a, BELOW);
setKind(0x3f, 0x3f, THAI_OTHER);
setKind(0x40, 0x44, LEADING);
setKind(0x45, 0x45, FOLLOWING);
setKind(0x46, 0x46, THAI_OTHER);
setKind(0x47, 0x47, SIGN);
setKind(0x48, 0x4b, TONE);
setKind(0x4c, 0x4e, SIGN);
setKind(0x4f, 0x5b, THAI_OTHER);

/**
 * 1 where no sound text has the second kind right after the first; index `first * 16 + second`.
 * Left out on purpose, because people type it so: tone before vowel («ท่ี»), tone after ำ («นำ้»), two เ for แ.
 */
export const UNSOUND_PAIR = new Uint8Array(16 * 16);
const forbid = (firsts: readonly number[], seconds: readonly number[]) => {
  for (const first of firsts) for (const second of seconds) UNSOUND_PAIR[first * 16 + second] = 1;
};
forbid([OTHER, LEADING, THAI_OTHER], [ABOVE, BELOW, TONE, SIGN]);
forbid([FOLLOWING], [ABOVE, BELOW]);
forbid([ABOVE, BELOW], [ABOVE, BELOW]);
forbid([TONE], [TONE]);
forbid([OTHER, CONSONANT, ABOVE, BELOW, TONE, SIGN, FOLLOWING, LEADING, THAI_OTHER, UNASSIGNED], [UNASSIGNED]);

/** Where no sound text goes on. */
export const UNSOUND = 255;

/** Kind after a Thai sign, or UNSOUND; index `kind before * 128 + sign`. One look instead of two for every letter read. */
export const NEXT_KIND = new Uint8Array(16 * 128);
for (let before = 0; before < 16; before++)
  for (let sign = 0; sign < 128; sign++) {
    const kind = THAI_KIND[sign] ?? UNASSIGNED;
    NEXT_KIND[before * 128 + sign] = UNSOUND_PAIR[before * 16 + kind] === 1 ? UNSOUND : kind;
  }

/**
 * Last bytes of two consonants before a vowel above (ิ ึ ื) after which the mark may have slipped over the next consonant, as
 * `findUnsoundText` knows it of frequent words («เงนิ», «ถงึ», «อนื่», «เดอืน»): index `vowel * 4096 + first * 64 + second` of their last six bits.
 */
const SLIPPED = new Uint8Array(16 * 4096);
for (const ending of ["งนิ", "ถงึ", "นงึ", "อนื", "พนื", "ซอื", "ดอื", "พอื", "รอื"]) {
  const [first = 0, second = 0, vowel = 0] = Array.from(ending, (sign) => sign.charCodeAt(0) - 0x0e00);
  SLIPPED[(vowel & 15) * 4096 + first * 64 + second] = 1;
}

/** Whether the vowel above, `vowel` in the Thai block, that begins at `at` may have slipped; a careful look then decides. */
export function mayHaveSlipped(src: Uint8Array, at: number, vowel: number): boolean {
  if (vowel < 0x34 || vowel > 0x37 || at < 6) return false;
  return SLIPPED[(vowel & 15) * 4096 + ((src[at - 4] as number) & 63) * 64 + ((src[at - 1] as number) & 63)] === 1;
}
