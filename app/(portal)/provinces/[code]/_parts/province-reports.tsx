/** The reports on all LAOs of a province, each a link. */
import { href } from "@/app/_ui/href";
import { PROVINCE_COMPARISONS } from "@/lib/operations/comparison-registry";
import { PROVINCE_REPORTS } from "@/lib/operations/province-report-registry";
import { OVERSIGHT } from "@/lib/wording/oversight";

interface ProvinceReportsProps {
  readonly code: string;
  readonly snapshot: string | undefined;
}

export function ProvinceReports({ code, snapshot }: ProvinceReportsProps) {
  return (
    <nav aria-label={OVERSIGHT.reports} className="no-print mt-3 flex flex-wrap items-center gap-x-5">
      <span className="text-soft">{OVERSIGHT.reports}</span>
      {[...PROVINCE_REPORTS, ...PROVINCE_COMPARISONS].map(({ definition: { id, title } }) => (
        <a key={id} className="inline-block py-1" href={href(`/provinces/${code}/reports/${id}`, { snapshot })}>
          {title}
        </a>
      ))}
    </nav>
  );
}
