/** What paper needs and the screen does not: which rows these are, from which archive, printed when and by whom, and where to sign. */
import type { PageOf } from "@/app/_ui/pager";
import { formatMoment } from "@/lib/period/date";
import type { ReportDocument } from "@/lib/reports/document";
import { printedLine, SIGN_HERE, snapshotLine } from "@/lib/wording/render";
import { REPORT } from "@/lib/wording/screen";

interface PrintedFootProps extends PageOf {
  readonly document: Pick<ReportDocument, "snapshot" | "printedAt" | "printedBy" | "signatures">;
}

export function PrintedFoot({ document, page, pageSize, rowCount }: PrintedFootProps) {
  const from = (page - 1) * pageSize + 1;
  return (
    <footer className="mt-6 hidden print:block">
      {rowCount > pageSize && <p>{REPORT.printedPart(from, Math.min(rowCount, from + pageSize - 1), rowCount)}</p>}
      <p>{snapshotLine(document.snapshot)}</p>
      <p>{printedLine(formatMoment(document.printedAt), document.printedBy)}</p>
      <ul className="keep mt-10 flex justify-around gap-6 text-center">
        {document.signatures.map((title) => (
          <li key={title}>
            {SIGN_HERE} ..........................................
            <br />
            {title}
          </li>
        ))}
      </ul>
    </footer>
  );
}
