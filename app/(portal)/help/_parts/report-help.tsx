/** Each report's own help, from its definition. */
import { REPORT_DEFINITIONS } from "@/lib/operations/report-definitions";
import { HELP } from "@/lib/wording/help";
import { APPROXIMATE_FORM_MARK } from "@/lib/wording/render";

export function ReportHelp() {
  return (
    <section id="reports" className="mt-8 max-w-[75ch]">
      <h2 className="text-xl">{HELP.reportsTitle}</h2>
      {REPORT_DEFINITIONS.map(({ id, title, help, isApproximateForm }) => (
        <section key={id} id={id} className="mt-4 border-t border-rule pt-2">
          <h3 className="text-lg">
            <a href={`/help/reports/${id}`}>{title}</a>
            {isApproximateForm && <span className="font-normal text-soft"> ({APPROXIMATE_FORM_MARK})</span>}
          </h3>
          <p>{help.purpose}</p>
          <p className="mt-1 text-soft">{HELP.restsOn}</p>
          <ul className="list-disc pl-6">
            {help.restsOn.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p className="mt-1">
            <span className="text-soft">{HELP.agreesWith}:</span> {help.agreesWith}
          </p>
        </section>
      ))}
    </section>
  );
}
