/** How a report's period is chosen on screen: said in one field, or a month by one click. */
import { AppError } from "@/lib/errors/app-error";
import { formatMonthShort, monthsBetween } from "@/lib/period/month";
import { parsePeriod, sayPeriod } from "@/lib/period/parse-period";
import type { DaySpan } from "@/lib/period/report-period";
import type { ReportDefinition } from "@/lib/reports/definition";
import { REPORT } from "@/lib/wording/screen";

type Query = Readonly<Record<string, string>>;

/** Leaves out every way of saying a period. */
const NO_PERIOD = { period: "", month: "", from: "", to: "", date: "" };

/** What stands in the period field: the period that is shown, in words that the field reads; what was refused stays as typed. */
export function periodText(query: Query, choice: ReportDefinition["period"], span: DaySpan): string {
  if (choice === "document") return "";
  try {
    return sayPeriod(parsePeriod(query, choice, span));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return query.period ?? query.month ?? query.date ?? query.from ?? query.to ?? "";
  }
}

export interface PeriodLink {
  readonly label: string;
  /** Query that shows this period instead of the one in the address. */
  readonly query: Readonly<Record<string, string>>;
  readonly isShown: boolean;
}

/** Every month of the archive, and its whole time for reports that can show it. */
export function periodLinks(query: Query, choice: ReportDefinition["period"], span: DaySpan): PeriodLink[] {
  if (choice === "document") return [];
  const shown = periodText(query, choice, span);
  const link = (label: string, period: Query): PeriodLink => ({
    label,
    query: { ...NO_PERIOD, ...period },
    isShown: sayPeriod(parsePeriod(period, choice, span)) === shown,
  });
  const months = monthsBetween(span.from, span.to).map((month) => link(formatMonthShort(month), { month }));
  return choice === "range" ? [...months, link(REPORT.wholeSpan, { from: span.from, to: span.to })] : months;
}
