/** Tells sound Thai from damaged Thai in a decoded cell. It knows the signs of damage of DOMAIN.md §6.2, not spelling. */
import { OTHER, THAI_KIND, UNSOUND_PAIR } from "./byte-classes";

/** Controls, C1 controls, replacement and private-use characters, code points that no one has assigned. */
const NO_TEXT = /[^\P{Cc}\t\n\r]|[\ufffd\p{Co}\p{Cn}]/u;
/** A letter or mark of another script touching a Thai one; Latin, digits and punctuation are what sound texts mix in. */
const FOREIGN = "[^\\p{Script=Thai}\\p{Script=Latin}\\p{Script=Common}\\p{Script=Inherited}]";
const FOREIGN_IN_THAI = new RegExp(
  // a Latin letter beyond ASCII has no place inside a Thai word either
  `\\p{Script=Thai}${FOREIGN}|${FOREIGN}\\p{Script=Thai}|\\p{Script=Thai}[\\u00c0-\\u024f]\\p{Script=Thai}`,
  "u",
);
/** Marks that slipped over the next consonant (DOMAIN.md §6.2: «เงนิ», «อนื่», «ถงึ»), in frequent words where no sound text reads so. */
const SLIPPED = /เงนิ|[^พ]อนื่|^อนื่|ถงึ|ซอื้(?!อ)|เดอืน|พนื้|เพอื่|เครอื่ง|หนงึ่/u;
/** UTF-8 that somebody took for Latin 1, or for windows-874: «à¸à¸²à¸£», «เธเธฒเธฃ». */
const MOJIBAKE = /\u00e0[\u00b8\u00b9]|(?:เ[ธน].){3}/su;

/** The first stretch that cannot be sound text; undefined if there is no sign of damage. */
export function findUnsoundText(text: string): string | undefined {
  const match = NO_TEXT.exec(text) ?? FOREIGN_IN_THAI.exec(text) ?? MOJIBAKE.exec(text) ?? SLIPPED.exec(text);
  if (match) return match[0];
  let previous: number = OTHER;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const kind = code >= 0x0e00 && code <= 0x0e7f ? (THAI_KIND[code - 0x0e00] ?? OTHER) : OTHER;
    if (UNSOUND_PAIR[previous * 16 + kind] === 1) return text.slice(Math.max(0, index - 1), index + 1);
    previous = kind;
  }
  return undefined;
}
