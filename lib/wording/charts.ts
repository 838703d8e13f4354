/** Words of the two charts on an LAO's home: titles, what they show in one sentence, legends, tables. */
import { type Amount, formatBaht, sayBaht } from "@/lib/money/amount";
import { formatDate, type IsoDate } from "@/lib/period/date";
import { formatMonth, type Month } from "@/lib/period/month";
import { sayCount } from "./finding-phrases";

export const CHARTS = {
  title: "ดูเป็นภาพ",
  cashTitle: "เงินสดและเงินฝากธนาคารคงเหลือรายวัน",
  day: "วันที่",
  balance: "คงเหลือ (บาท)",
  monthEnd: "สิ้นเดือน",
  monthDamaged: "เดือนที่ข้อมูลบัญชีเสียหาย",
  daysUnread: "วันทำการในเดือนนั้นที่ไม่มีข้อมูลซึ่งอ่านได้",
  budgetTitle: "เบิกจ่ายเทียบกับงบประมาณ แยกตามแผนงาน",
  plan: "แผนงาน",
  budget: "งบประมาณหลังโอน",
  encumbered: "ก่อหนี้ผูกพัน",
  disbursed: "เบิกจ่ายแล้ว",
  percent: "ร้อยละที่เบิกจ่าย",
  table: "ดูเป็นตาราง",
  noCash: "ไม่มีข้อมูลเงินสดและเงินฝากธนาคารที่อ่านได้",
  noBudget: "ไม่มีข้อมูลงบประมาณที่อ่านได้",
} as const;

export function cashLead(first: { readonly day: IsoDate; readonly amount: Amount }, last: typeof first): string {
  return `${formatDate(first.day)} คงเหลือ ${sayBaht(first.amount)} · ${formatDate(last.day)} คงเหลือ ${sayBaht(last.amount)}`;
}

export function cashUnread(months: number, days: number): string {
  return `ข้อมูลบัญชีเสียหาย ${sayCount(months)} เดือน ไม่มีข้อมูลที่อ่านได้ ${sayCount(days)} วันทำการ`;
}

export function budgetLead(month: Month, disbursed: Amount, budget: Amount): string {
  return `ถึงเดือน${formatMonth(month)} เบิกจ่าย ${sayBaht(disbursed)} จากงบประมาณ ${sayBaht(budget)} คิดเป็น ${sayPercent(disbursed, budget)}`;
}

export function budgetDamaged(month: Month): string {
  return `ข้อมูลงบประมาณเดือน${formatMonth(month)} เสียหาย ตัวเลขนี้อาจไม่ครบ`;
}

/** To a tenth, rounded down, in whole numbers; `-` of nothing. */
export function sayPercent(part: Amount, whole: Amount): string {
  if (whole <= 0n) return "-";
  const tenths = (part * 1000n) / whole;
  return `ร้อยละ ${tenths / 10n}.${tenths % 10n}`;
}

/** For the scale of a chart: `12.5 ล้าน`, `850,000`. */
export function sayScale(amount: Amount): string {
  const million = 100_000_000n;
  if (amount === 0n) return "0";
  if (amount >= million) {
    const tenths = (amount * 10n) / million;
    const whole = sayCount(Number(tenths / 10n));
    return `${whole}${tenths % 10n === 0n ? "" : `.${tenths % 10n}`} ล้าน`;
  }
  return formatBaht(amount).replace(/\.\d\d/, "");
}
