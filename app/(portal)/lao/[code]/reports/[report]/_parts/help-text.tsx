/** What a report is for, what it rests on and what it should agree with; folded away below the report. */
import type { ReportDefinition } from "@/lib/reports/definition";
import { REPORT } from "@/lib/wording/screen";

export function HelpText({
  definition,
}: {
  readonly definition: Pick<ReportDefinition, "help" | "isApproximateForm">;
}) {
  const { help, isApproximateForm } = definition;
  return (
    <details className="no-print mt-8 border-t border-rule pt-2">
      <summary>{REPORT.help}</summary>
      <div className="max-w-[80ch] space-y-2">
        <p>{help.purpose}</p>
        <ul className="list-disc pl-6">
          {help.restsOn.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p>{help.agreesWith}</p>
        {isApproximateForm && <p className="text-soft">{REPORT.approximate}</p>}
      </div>
    </details>
  );
}
