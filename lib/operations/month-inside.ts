/** A month as somebody typed it, if the archive covers it. */
import { AppError } from "@/lib/errors/app-error";
import { formatMonth, type Month, monthOf } from "@/lib/period/month";
import { readMonth } from "@/lib/period/parse-period";
import type { DaySpan } from "@/lib/period/report-period";

/** In its one spelling. Throws AppError("input/invalid") for a month that the archive does not cover. */
export function monthInside(text: string, { span }: { readonly span: DaySpan }): Month {
  const month = readMonth(text);
  if (month && month >= monthOf(span.from) && month <= monthOf(span.to)) return month;
  throw new AppError(
    "input/invalid",
    `ชุดข้อมูลนี้ไม่มีเดือน «${text}» — เลือกได้ตั้งแต่ ${formatMonth(monthOf(span.from))} ถึง ${formatMonth(monthOf(span.to))}`,
  );
}
