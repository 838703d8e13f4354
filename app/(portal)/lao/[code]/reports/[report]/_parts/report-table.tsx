/** The table of one report page: head, this page's rows, totals of the whole report. */
import { LedgerRegion } from "@/app/_ui/ledger-region";
import { ReturnToRow } from "@/app/_ui/return-to-row";
import type { ReportPage } from "@/lib/operations/run-report";
import { REPORT } from "@/lib/wording/screen";
import { ReportRowView, type RowContext } from "./report-rows";
import { ReportTableHead } from "./report-table-head";
import { ReportTotals } from "./report-totals";
import { fitsDesktop } from "./table-width";

interface ReportTableProps {
  readonly page: Pick<ReportPage, "document" | "rows" | "window">;
  readonly find: string | undefined;
  readonly hrefOf: RowContext["hrefOf"];
}

export function ReportTable({ page, find, hrefOf }: ReportTableProps) {
  const { document, rows, window } = page;
  const context = { columns: document.columns, find, hrefOf };
  const hasAmounts = document.columns.some((column) => column.kind === "amount");
  return (
    <LedgerRegion
      label={REPORT.table(document.title)}
      fits={fitsDesktop(document.columns, [...rows, ...document.totals])}
    >
      <table className="ledger">
        {hasAmounts && <caption>{REPORT.unit}</caption>}
        <ReportTableHead columns={document.columns} />
        <tbody>
          {rows.map((row, index) => {
            const number = window.offset + index + 1;
            return <ReportRowView key={number} row={row} number={number} context={context} />;
          })}
        </tbody>
        {document.totals.length > 0 && <ReportTotals columns={document.columns} totals={document.totals} />}
      </table>
      <ReturnToRow />
    </LedgerRegion>
  );
}
