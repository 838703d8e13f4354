/** Amounts written out as printed forms have them: «สามพันหนึ่งร้อยแปดสิบบาทถ้วน». */
import type { Amount } from "./amount";

const DIGITS = ["", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"] as const;
const PLACES = ["", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน"] as const;
const MILLION = 1_000_000n;

/** `ศูนย์บาทถ้วน` for zero; a negative amount begins with `ลบ`. */
export function bahtInWords(amount: Amount): string {
  const size = amount < 0n ? -amount : amount;
  const [baht, satang] = [size / 100n, size % 100n];
  const bahtWords = baht === 0n ? "" : `${numberInWords(baht)}บาท`;
  const satangWords = satang === 0n ? "" : `${numberInWords(satang)}สตางค์`;
  if (size === 0n) return "ศูนย์บาทถ้วน";
  return `${amount < 0n ? "ลบ" : ""}${bahtWords}${satangWords === "" ? "ถ้วน" : satangWords}`;
}

/** Above a million, millions are counted like numbers of their own: `สองล้านห้าแสน`, `หนึ่งล้านล้าน`. */
function numberInWords(number: bigint): string {
  if (number < MILLION) return belowMillion(Number(number), false);
  const rest = number % MILLION;
  return `${numberInWords(number / MILLION)}ล้าน${rest === 0n ? "" : belowMillion(Number(rest), true)}`;
}

/** `hasMore`: something greater was said before, so that a lone 1 is `เอ็ด`. */
function belowMillion(number: number, hasMore: boolean): string {
  const digits = String(number);
  return [...digits]
    .map((text, index) => {
      const digit = Number(text);
      const place = digits.length - 1 - index;
      if (digit === 0) return "";
      if (place === 0 && digit === 1 && (digits.length > 1 || hasMore)) return "เอ็ด";
      if (place === 1 && digit === 1) return "สิบ";
      if (place === 1 && digit === 2) return "ยี่สิบ";
      return `${DIGITS[digit]}${PLACES[place]}`;
    })
    .join("");
}
