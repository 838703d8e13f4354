/** What the reader comes back to: pinned reports and those last opened, each with the parameters it was opened with. */
import type { MyReports } from "@/lib/operations/list-my-reports";
import { getReport } from "@/lib/operations/report-registry";
import { REPORT_LIST, sayRecentParams } from "@/lib/wording/report-list";

interface ReportsAtHandProps {
  readonly mine: MyReports;
  readonly hrefOf: (reportId: string, params?: Readonly<Record<string, string>>) => string;
}

export function ReportsAtHand({ mine, hrefOf }: ReportsAtHandProps) {
  const { pinned, recent } = mine;
  if (pinned.length === 0 && recent.length === 0) return null;
  const titleOf = (id: string) => getReport(id).definition.title;
  return (
    <section aria-label={REPORT_LIST.atHand} className="no-print mt-3 space-y-1 border-y border-rule py-2">
      {pinned.length > 0 && (
        <Line label={REPORT_LIST.pinned}>
          {pinned.map((id) => (
            <li key={id}>
              <a className="inline-block py-1 font-semibold" href={hrefOf(id)}>
                {titleOf(id)}
              </a>
            </li>
          ))}
        </Line>
      )}
      {recent.length > 0 && (
        <Line label={REPORT_LIST.recent}>
          {recent.map(({ reportId, params }) => {
            const said = sayRecentParams(params);
            return (
              <li key={hrefOf(reportId, params)}>
                <a className="inline-block py-1" href={hrefOf(reportId, params)}>
                  {titleOf(reportId)}
                  {said && ` ${said}`}
                </a>
              </li>
            );
          })}
        </Line>
      )}
    </section>
  );
}

function Line({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <div className="flex flex-wrap items-baseline gap-x-5">
      <h2 className="text-base font-normal text-soft">{label}</h2>
      <ul className="flex flex-wrap gap-x-5">{children}</ul>
    </div>
  );
}
