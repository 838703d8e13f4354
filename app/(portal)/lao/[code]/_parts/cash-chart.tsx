/** Money in hand and in banks over the days of the archive as a line; damaged months and days are shaded, and the line is broken there. */
import type { CashDay } from "@/lib/operations/view-lao-charts";
import type { IsoDate } from "@/lib/period/date";
import { formatMonthShort, type Month, monthsBetween } from "@/lib/period/month";
import type { DaySpan } from "@/lib/period/report-period";
import { CHARTS, cashLead, cashUnread, sayScale } from "@/lib/wording/charts";
import { daysOf, shareOf, stepsUpTo, unreadDays } from "./chart-scale";
import { Figure, FigureTable } from "./figure";

interface CashChartProps {
  readonly cash: readonly CashDay[];
  readonly span: DaySpan;
  /** Months whose accounting could not be read whole. */
  readonly damaged: ReadonlySet<Month>;
}

const WIDTH = 720;
const HEIGHT = 260;
const BOTTOM = 40;
const TOP = 36;

export function CashChart({ cash, span, damaged }: CashChartProps) {
  const [first] = cash;
  const last = cash.at(-1);
  if (!first || !last) return <Figure title={CHARTS.cashTitle} lead={CHARTS.noCash} />;
  const days = daysOf(span);
  const unread = unreadDays(span, new Set(cash.map(({ day }) => day)), damaged);
  const steps = stepsUpTo(cash.reduce((most, { amount }) => (amount > most ? amount : most), first.amount));
  const top = steps.at(-1) ?? first.amount;
  const dayWidth = WIDTH / days.length;
  const x = (day: IsoDate) => days.indexOf(day) * dayWidth;
  const y = (amount: CashDay["amount"]) => TOP + (1 - shareOf(amount, top)) * (HEIGHT - TOP - BOTTOM);
  const months = monthsBetween(span.from, span.to);
  const monthStart = (month: Month) => x(days.find((day) => day.startsWith(month)) ?? span.from);
  const monthEnd = (month: Month) => x(days.findLast((day) => day.startsWith(month)) ?? span.to) + dayWidth;
  const lead = cashLead(first, last);
  const shaded = damaged.size > 0 ? cashUnread(damaged.size, unread.size) : "";
  return (
    <Figure title={CHARTS.cashTitle} lead={lead} warning={shaded}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="chart" role="img" aria-labelledby="cash-title cash-desc">
        <title id="cash-title">{CHARTS.cashTitle}</title>
        <desc id="cash-desc">{[lead, shaded].filter((part) => part).join(" · ")}</desc>
        {months
          .filter((month) => damaged.has(month))
          .map((month) => (
            <rect
              key={month}
              className="chart-month"
              x={monthStart(month)}
              y={TOP}
              width={monthEnd(month) - monthStart(month)}
              height={HEIGHT - TOP - BOTTOM}
            />
          ))}
        {[...unread].map((day) => (
          <rect key={day} className="chart-unread" x={x(day)} y={TOP} width={dayWidth} height={HEIGHT - TOP - BOTTOM} />
        ))}
        {steps.map((step) => (
          <line key={String(step)} className="chart-rule" x2={WIDTH} y1={y(step)} y2={y(step)} />
        ))}
        {months.map((month, index) => (
          <text
            key={month}
            className={index % 2 === 0 ? "chart-text" : "chart-text chart-text-desktop"}
            x={(monthStart(month) + monthEnd(month)) / 2}
            y={HEIGHT - 12}
            textAnchor="middle"
          >
            {monthEnd(month) - monthStart(month) > 55 ? formatMonthShort(month) : ""}
          </text>
        ))}
        <path className="chart-line" d={linePath(cash, days, unread, x, y)} />
        {steps
          .filter((step) => step > 0n)
          .map((step) => (
            <text key={String(step)} className="chart-text chart-scale" x={2} y={y(step) - 4}>
              {sayScale(step)}
            </text>
          ))}
      </svg>
      {damaged.size > 0 && (
        <ul className="flex flex-wrap gap-x-5 text-soft">
          <li>
            <span className="chart-key chart-key-month" aria-hidden="true" /> {CHARTS.monthDamaged}
          </li>
          <li>
            <span className="chart-key chart-key-unread" aria-hidden="true" /> {CHARTS.daysUnread}
          </li>
        </ul>
      )}
      <FigureTable
        title={CHARTS.cashTitle}
        heads={[CHARTS.monthEnd, CHARTS.balance]}
        rows={months.flatMap((month) => {
          const end = cash.findLast(({ day }) => day.startsWith(month));
          const mark = damaged.has(month) ? ` (${CHARTS.monthDamaged})` : "";
          return end ? [{ name: formatMonthShort(month) + mark, amounts: [end.amount] }] : [];
        })}
      />
    </Figure>
  );
}

/** A step at each day with an entry; nothing is drawn across days that could not be read. */
function linePath(
  cash: readonly CashDay[],
  days: readonly IsoDate[],
  unread: ReadonlySet<IsoDate>,
  x: (day: IsoDate) => number,
  y: (amount: CashDay["amount"]) => number,
): string {
  const byDay = new Map(cash.map(({ day, amount }) => [day, amount]));
  let path = "";
  let isDrawing = false;
  let height: number | undefined;
  for (const day of days) {
    const amount = byDay.get(day);
    if (unread.has(day)) isDrawing = false;
    if (amount !== undefined) height = y(amount);
    if (height === undefined || unread.has(day)) continue;
    // After a break the line begins again at the first day with an entry of its own.
    if (!isDrawing && amount === undefined) continue;
    path += `${isDrawing ? "L" : "M"}${tenth(x(day))} ${tenth(height)}`;
    isDrawing = true;
  }
  return path;
}

/** A pixel to one decimal: more is not seen and only makes the page longer. */
function tenth(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
