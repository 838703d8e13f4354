/** The reports on an LAO's home: found by typing, in brief. */
import { ReportList } from "@/app/(portal)/_reports/report-list";
import { REPORT_LIST } from "@/lib/wording/report-list";
import { HOME } from "@/lib/wording/screen";

interface HomeReportsProps {
  readonly hrefOf: (reportId: string) => string;
  /** The page of all reports, with what each is for. */
  readonly allHref: string;
}

export function HomeReports({ hrefOf, allHref }: HomeReportsProps) {
  return (
    <section className="mt-8">
      <h2 className="text-xl">{HOME.reportsTitle}</h2>
      <ReportList hrefOf={hrefOf} />
      <p className="no-print mt-3">
        <a className="inline-block py-1" href={allHref}>
          {REPORT_LIST.all}
        </a>
      </p>
    </section>
  );
}
