/** What the reports of budget, assets and units say. */
import { type Amount, sayBaht } from "@/lib/money/amount";
import type { Month } from "@/lib/period/month";
import { sayCount } from "./finding-phrases";
import { sayMonth } from "./reports";

export const NO_NAME = "(ไม่มีชื่อในรหัสอ้างอิง)";

export const BUDGET = {
  carried: (month: Month) => `ยอดยกมาจากสิ้นเดือน ${sayMonth(month)}`,
  atEnd: "ยอด ณ สิ้นเดือน",
  sumOfWork: (work: string) => `รวมงาน${work.replace(/^งาน/, "")}`,
  moved: "รวมรายการในเดือน",
  sumAtEnd: "รวมยอด ณ สิ้นเดือน",
  transferIn: (reason: string) => `โอนเพิ่ม: ${reason}`,
  transferOut: (reason: string) => `โอนลด: ${reason}`,
  cancelled: (text: string) => `(ยกเลิก) ${text}`,
  noEncumbrances:
    "ชุดข้อมูลเก็บยอดก่อหนี้ผูกพันเฉพาะ ณ สิ้นเดือน ไม่มีรายการก่อหนี้รายฉบับ จึงแสดงเป็นยอดรวมของแต่ละรหัส ไม่แสดงวันที่และเลขที่สัญญา",
  noEarlierTransfers: "รายการโอนก่อนวันแรกของชุดข้อมูลไม่มีในชุดข้อมูล แต่รวมอยู่ในยอดโอนเพิ่ม-โอนลดสะสมของทะเบียนแล้ว",
  headline: (line: {
    readonly code: string;
    readonly work: string;
    readonly expense: string;
    readonly project: string;
  }) => [line.code, line.work, line.expense, line.project].filter((part) => part !== "").join(" · "),
} as const;

/** Sums of a T8 tie over all lines shown. */
export function proveRemaining(wrong: number, lines: number): { text: string; holds: boolean } {
  const rule = "คงเหลือ = อนุมัติ + โอนเพิ่ม − โอนลด − ก่อหนี้ − เบิกจ่าย";
  if (wrong === 0) return { text: `${rule} ตรงทั้ง ${sayCount(lines)} รหัส`, holds: true };
  return { text: `${rule} ไม่ตรง ${sayCount(wrong)} จาก ${sayCount(lines)} รหัส`, holds: false };
}

/** Two figures that must be one. */
export function proveSame(
  what: string,
  one: Amount,
  otherName: string,
  other: Amount,
): { text: string; holds: boolean } {
  if (one === other) return { text: `${what} ${sayBaht(one)} เท่ากับ${otherName}`, holds: true };
  return { text: `${what} ${sayBaht(one)} ไม่เท่ากับ${otherName} ซึ่งเป็น ${sayBaht(other)}`, holds: false };
}

export const UNITS = {
  own: "องค์กรปกครองส่วนท้องถิ่น (ไม่ระบุหน่วยงานภายใต้สังกัด)",
  unknown: (code: string) => `หน่วยงานรหัส ${code} (ไม่มีในทะเบียนหน่วยงาน)`,
  consolidated: "รวมทุกหน่วยงาน",
} as const;

export const ASSETS = {
  sumOfKind: (kind: string) => `รวมชนิดสินทรัพย์ : ${kind}`,
  sumOfCategory: (category: string) => `รวมประเภทสินทรัพย์ : ${category}`,
  years: (count: number) => `${count} ปี`,
} as const;
