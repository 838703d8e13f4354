/** How a report's period is chosen on screen, and the links that change the way without losing the period. */

import type { Choice, ChoiceGroup } from "@/app/_ui/fields";
import { formatDateLong, type IsoDate, parseIsoDate } from "@/lib/period/date";
import { firstDay, formatMonth, lastDay, type Month, monthOf, monthsBetween, parseMonth } from "@/lib/period/month";
import { lastFullMonth } from "@/lib/period/parse-period";
import type { DaySpan } from "@/lib/period/report-period";
import type { ReportDefinition } from "@/lib/reports/definition";

export type PeriodWay = "month" | "range" | "date";

export function periodWay(query: Readonly<Record<string, string>>): PeriodWay {
  if (query.date) return "date";
  return query.from || query.to ? "range" : "month";
}

/** The ways that a report knows besides the one in use. */
export function otherWays(definition: ReportDefinition, way: PeriodWay): PeriodWay[] {
  if (definition.period === "document") return [];
  const ways: PeriodWay[] = definition.period === "range" ? ["month", "range"] : ["month", "date"];
  return ways.filter((one) => one !== way);
}

/** The month that is shown, or that a way by days ends in. */
export function shownMonth(query: Readonly<Record<string, string>>, span: DaySpan): Month {
  const day = parseIsoDate(query.date ?? query.to ?? query.from ?? "");
  return parseMonth(query.month ?? "") ?? (day ? monthOf(day) : lastFullMonth(span));
}

/** The same period said another way: the shown month as its days, days as their month. */
export function periodQuery(
  way: PeriodWay,
  query: Readonly<Record<string, string>>,
  span: DaySpan,
): Record<PeriodWayKey, string> {
  const none = { month: "", from: "", to: "", date: "" };
  const month = shownMonth(query, span);
  const first = firstDay(month) < span.from ? span.from : firstDay(month);
  const last = lastDay(month) > span.to ? span.to : lastDay(month);
  if (way === "month") return { ...none, month };
  return way === "date" ? { ...none, date: last } : { ...none, from: first, to: last };
}
type PeriodWayKey = "month" | "from" | "to" | "date";

export function monthChoices(span: DaySpan): Choice[] {
  return monthsBetween(span.from, span.to).map((month) => ({ value: month, label: formatMonth(month) }));
}

/** Every day of the archive under its month: nothing to type, no Christian-era calendar, no day outside. */
export function dayChoices(span: DaySpan): ChoiceGroup[] {
  return monthsBetween(span.from, span.to).map((month) => {
    const choices: Choice[] = [];
    for (let day = 1; day <= Number(lastDay(month).slice(8)); day++) {
      const date = `${month}-${String(day).padStart(2, "0")}` as IsoDate;
      if (date >= span.from && date <= span.to) choices.push({ value: date, label: formatDateLong(date) });
    }
    return { label: formatMonth(month), choices };
  });
}
