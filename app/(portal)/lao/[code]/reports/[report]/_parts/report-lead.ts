/** The report's answer in one sentence: how many rows, the last two sums, and whether anything that it rests on is damaged. */
import { sayBaht } from "@/lib/money/amount";
import type { ReportPage } from "@/lib/operations/run-report";
import { TOTAL_KIND_WORDS } from "@/lib/wording/render";
import { REPORT } from "@/lib/wording/screen";

const SUMS_TOLD = 2;

export function reportLead({ document }: Pick<ReportPage, "document">, find: string | undefined): string {
  const count = find ? REPORT.found(document.rowCount, find) : REPORT.lead(document.rowCount);
  const [total] = document.totals;
  const summed = document.columns.filter((column) => total?.cells[column.id] !== undefined).slice(-SUMS_TOLD);
  const sums = summed.flatMap((column) => {
    const amount = total?.cells[column.id];
    return amount === undefined ? [] : [`${column.label} ${sayBaht(amount)}`];
  });
  const group = summed[0]?.group;
  const kind = total ? TOTAL_KIND_WORDS[total.kind] : "";
  const sumsLine = [total?.label, group, kind, sums.join(" ")].filter((part) => part).join(" ");
  const damage = document.notes.length === 0 ? REPORT.restsOnSound : REPORT.restsOnDamage(document.notes.length);
  return [count, sums.length > 0 ? sumsLine : "", damage].filter((part) => part !== "").join(" · ");
}
