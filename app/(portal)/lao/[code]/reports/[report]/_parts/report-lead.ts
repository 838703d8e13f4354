/** The report's answer in one sentence: how many rows, its sums where they are few, and whether anything that it rests on is damaged. */
import { sayBaht } from "@/lib/money/amount";
import type { ReportPage } from "@/lib/operations/run-report";
import type { ReportColumn } from "@/lib/reports/document";
import { TOTAL_KIND_WORDS } from "@/lib/wording/render";
import { REPORT } from "@/lib/wording/screen";

const SUMS_TOLD = 2;

export function reportLead({ document }: Pick<ReportPage, "document">, find: string | undefined): string {
  const count = find ? REPORT.found(document.rowCount, find) : REPORT.lead(document.rowCount);
  const [total] = document.totals;
  const told = columnsTold(document.columns.filter((column) => total?.cells[column.id] !== undefined));
  const [group] = told.map((column) => column.group);
  const isOneGroup = told.every((column) => column.group === group);
  const sums = told.flatMap((column) => {
    const amount = total?.cells[column.id];
    const label = isOneGroup || !column.group ? column.label : `${column.group} ${column.label}`;
    return amount === undefined ? [] : [`${label} ${sayBaht(amount)}`];
  });
  const kind = total ? TOTAL_KIND_WORDS[total.kind] : "";
  const sumsLine = [total?.label, isOneGroup && group, kind, sums.join(" ")].filter((part) => part).join(" ");
  const sound = document.damageIsInRows ? "" : REPORT.restsOnSound;
  const damage = document.notes.length === 0 ? sound : REPORT.restsOnDamage(document.notes.length);
  return [count, sums.length > 0 ? sumsLine : "", damage].filter((part) => part !== "").join(" · ");
}

/** The last sums. Columns that break one sum down into many (the eight sources of an asset's price) say little by twos, so the others speak if there are any. */
function columnsTold(summed: readonly ReportColumn[]): readonly ReportColumn[] {
  const sizeOf = (group: string | undefined) => summed.filter((column) => column.group === group).length;
  const few = summed.filter((column) => column.group === undefined || sizeOf(column.group) <= SUMS_TOLD);
  return (few.length > 0 ? few : summed).slice(-SUMS_TOLD);
}
