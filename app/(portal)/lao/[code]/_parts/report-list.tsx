/** All reports with what each is for. */
import { REPORTS } from "@/lib/operations/report-registry";
import { HOME } from "@/lib/wording/screen";

interface ReportListProps {
  readonly hrefOf: (reportId: string) => string;
}

export function ReportList({ hrefOf }: ReportListProps) {
  return (
    <section className="mt-8">
      <h2 className="text-xl">{HOME.reportsTitle}</h2>
      <p className="text-soft">{HOME.reportsLead}</p>
      <ul className="mt-2 grid border-t border-rule md:grid-cols-2 md:gap-x-10">
        {REPORTS.map(({ definition }) => (
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
}
