/** All reports by group, with what each is for. */
import { REPORTS } from "@/lib/operations/report-registry";
import { REPORT_GROUPS } from "@/lib/reports/definition";
import { reportGroupName } from "@/lib/wording/reports";
import { HOME } from "@/lib/wording/screen";

interface ReportListProps {
  readonly hrefOf: (reportId: string) => string;
}

export function ReportList({ hrefOf }: ReportListProps) {
  return (
    <section className="mt-8">
      <h2 className="text-xl">{HOME.reportsTitle}</h2>
      <p className="text-soft">{HOME.reportsLead}</p>
      {REPORT_GROUPS.map((group) => {
        const reports = REPORTS.filter(({ definition }) => definition.module === group);
        if (reports.length === 0) return null;
        return (
          <section key={group} className="mt-4">
            <h3 className="text-lg">{reportGroupName(group)}</h3>
            <ul className="mt-1 grid border-t border-rule md:grid-cols-2 md:gap-x-10">
              {reports.map(({ definition }) => (
                <li key={definition.id} className="border-b border-rule py-3">
                  <a className="inline-block py-0.5 text-lg" href={hrefOf(definition.id)}>
                    {definition.title}
                  </a>
                  <p>{definition.help.purpose}</p>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </section>
  );
}
