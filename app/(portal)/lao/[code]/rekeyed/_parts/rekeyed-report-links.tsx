/** To the statement, the worksheet and the totals as reports, which can be printed and taken along. */
import { href } from "@/app/_ui/href";
import { REKEYED_REPORTS } from "@/lib/operations/rekeyed-reports";
import { REKEYED } from "@/lib/wording/rekeyed";

interface RekeyedReportLinksProps {
  readonly lao: string;
  readonly snapshot: string | undefined;
}

export function RekeyedReportLinks({ lao, snapshot }: RekeyedReportLinksProps) {
  return (
    <section aria-labelledby="rekeyed-reports" className="no-print mt-8">
      <h2 id="rekeyed-reports" className="text-xl">
        {REKEYED.reportsTitle}
      </h2>
      <ul className="mt-1">
        {REKEYED_REPORTS.map(({ definition: { id, title, help } }) => (
          <li key={id} className="py-1">
            <a href={href(`/lao/${lao}/reports/${id}`, { snapshot })}>{title}</a>
            <span className="text-soft"> — {help.purpose}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
