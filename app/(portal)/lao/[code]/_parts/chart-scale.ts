/** Where things stand in a chart. Pixels are numbers; amounts become them only here, and only to be drawn. */
import type { Amount } from "@/lib/money/amount";
import { satang } from "@/lib/money/amount";
import { daysInMonth, type IsoDate } from "@/lib/period/date";
import { type Month, monthsBetween } from "@/lib/period/month";
import type { DaySpan } from "@/lib/period/report-period";

/** Share of `whole`, 0 to 1; more than it is drawn as all of it. */
export function shareOf(amount: Amount, whole: Amount): number {
  if (whole <= 0n || amount <= 0n) return 0;
  return Math.min(1, Number((amount * 10_000n) / whole) / 10_000);
}

/** Round amounts from 0 up to the first above `highest`: at most five steps of 1, 2 or 5 times a power of ten. */
export function stepsUpTo(highest: Amount): Amount[] {
  if (highest <= 0n) return [satang(0n), satang(100n)];
  let step = 1n;
  for (let power = 1n; highest > step * 4n; power *= 10n)
    for (const factor of [1n, 2n, 5n]) {
      step = factor * power;
      if (highest <= step * 4n) break;
    }
  const steps: Amount[] = [];
  for (let at = 0n; at < highest + step; at += step) steps.push(satang(at));
  return steps;
}

/** Every day from the first to the last, both inclusive. */
export function daysOf(span: DaySpan): IsoDate[] {
  return monthsBetween(span.from, span.to)
    .flatMap((month) =>
      Array.from(
        { length: daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7))) },
        (_, index) => `${month}-${String(index + 1).padStart(2, "0")}` as IsoDate,
      ),
    )
    .filter((day) => day >= span.from && day <= span.to);
}

/** Monday to Friday; holidays are not known to the archive. */
export function isWeekday(day: IsoDate): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday > 0 && weekday < 6;
}

/** Weekdays without an entry in the months that are damaged: what could not be read, where it can be told. */
export function unreadDays(
  span: DaySpan,
  entered: ReadonlySet<IsoDate>,
  damaged: ReadonlySet<Month>,
): ReadonlySet<IsoDate> {
  return new Set(
    daysOf(span).filter((day) => damaged.has(day.slice(0, 7) as Month) && isWeekday(day) && !entered.has(day)),
  );
}
