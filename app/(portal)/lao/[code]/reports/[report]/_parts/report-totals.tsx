/** Totals of the whole report, at the foot of the table; one that cannot be complete says so before its figures. */
import { FigureMark } from "@/app/_ui/state-mark";
import { formatBaht } from "@/lib/money/amount";
import type { ReportColumn, ReportTotal } from "@/lib/reports/document";
import { TOTAL_KIND_WORDS } from "@/lib/wording/render";
import { columnClass } from "./report-cell";

interface ReportTotalsProps {
  readonly columns: readonly ReportColumn[];
  readonly totals: readonly ReportTotal[];
}

export function ReportTotals({ columns, totals }: ReportTotalsProps) {
  return (
    <tfoot>
      {totals.map((total) => {
        const first = columns.findIndex((column) => total.cells[column.id] !== undefined);
        const labelSpan = Math.max(1, first);
        return (
          <tr key={`${total.label} ${total.kind}`}>
            <th scope="row" colSpan={labelSpan} className={first === 1 ? "pin" : ""}>
              {total.mark && <FigureMark mark={total.mark} />}
              {[total.label, TOTAL_KIND_WORDS[total.kind]].filter((part) => part !== "").join(" ")}
            </th>
            {columns.slice(labelSpan).map((column) => {
              const amount = total.cells[column.id];
              return (
                <td key={column.id} className={columnClass(column.kind)}>
                  {amount === undefined ? "" : formatBaht(amount)}
                </td>
              );
            })}
          </tr>
        );
      })}
    </tfoot>
  );
}
