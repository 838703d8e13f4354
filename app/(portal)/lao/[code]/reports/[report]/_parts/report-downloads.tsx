/** The whole report as files, and this page on paper. */
import { PrintButton } from "@/app/_ui/print-button";
import { ownFormatsOf } from "@/lib/render/format-ids";
import { REPORT } from "@/lib/wording/screen";

const FORMATS = [
  { id: "pdf", label: REPORT.pdf },
  { id: "xlsx", label: REPORT.excel },
  { id: "csv", label: REPORT.csv },
] as const;

interface ReportDownloadsProps {
  readonly reportId: string;
  readonly hrefOf: (format: string) => string;
}

export function ReportDownloads({ reportId, hrefOf }: ReportDownloadsProps) {
  const own = ownFormatsOf(reportId).map((id) => ({ id, label: REPORT.ownFormats[id] }));
  return (
    <section aria-label={REPORT.downloads} className="no-print flex flex-wrap items-center gap-2">
      <span className="mr-1 text-soft">{REPORT.downloads}</span>
      {[...FORMATS, ...own].map((format) => (
        <a key={format.id} className="button" href={hrefOf(format.id)} download>
          {format.label}
        </a>
      ))}
      <PrintButton label={REPORT.print} />
    </section>
  );
}
