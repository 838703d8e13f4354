/** What is known about one part: rows counted, findings kind by kind with meaning and advice, unused rows, reports. */
import { extendTrail } from "@/app/_ui/back-trail";
import { href } from "@/app/_ui/href";
import { Notice } from "@/app/_ui/notice";
import { Pager } from "@/app/_ui/pager";
import { StateMark } from "@/app/_ui/state-mark";
import type { Finding, FindingCode } from "@/lib/finding/finding";
import type { PartitionEvidence } from "@/lib/operations/view-partition";
import { EVIDENCE } from "@/lib/wording/finding-evidence";
import { DAMAGE } from "@/lib/wording/screen";
import { FindingGroup } from "./finding-group";
import { QuarantinedRows } from "./quarantined-rows";

interface EvidenceProps {
  readonly evidence: PartitionEvidence;
  readonly snapshot: string | undefined;
  /** Pages passed on the way here. */
  readonly trail: readonly string[];
}

/** Findings of one kind share their meaning and advice; kinds stand in the order of their first finding. */
function groupByCode(findings: readonly Finding[]): [FindingCode, Finding[]][] {
  const groups = new Map<FindingCode, Finding[]>();
  for (const finding of findings) groups.set(finding.code, [...(groups.get(finding.code) ?? []), finding]);
  return [...groups];
}

export function Evidence({ evidence, snapshot, trail }: EvidenceProps) {
  const { lao, partition, findings, findingCount, quarantinedRows, reports } = evidence;
  const path = `/lao/${lao.code}/damage/${partition.module}/${partition.month}`;
  const here = href(path, { snapshot, page: evidence.page === 1 ? "" : String(evidence.page) });
  const reportHref = (reportId: string, params: Readonly<Record<string, string>>) =>
    href(`/lao/${lao.code}/reports/${reportId}`, { ...params, snapshot, back: extendTrail(trail, here) });
  const pager = findingCount > evidence.findingsPerPage && (
    <Pager
      page={evidence.page}
      pageSize={evidence.findingsPerPage}
      rowCount={findingCount}
      label={EVIDENCE.pages}
      hrefOf={(page) => href(path, { snapshot, page: page === 1 ? "" : String(page), back: trail })}
    />
  );
  return (
    <>
      <p className="mt-3 text-lg">
        <StateMark state={partition.state} />
      </p>
      <section className="mt-6">
        <h2 className="text-xl">{DAMAGE.findingsTitle(findingCount)}</h2>
        {findings.length === 0 && (
          <Notice title={DAMAGE.noFindings} level={3}>
            <p>{DAMAGE.lead[partition.state]}</p>
          </Notice>
        )}
        {pager}
        {groupByCode(findings).map(([code, group]) => (
          <FindingGroup
            key={code}
            code={code}
            findings={group}
            names={evidence.accountNames}
            reportHrefOf={({ definition, params }) => reportHref(definition.id, params)}
          />
        ))}
        {findings.length > 5 && pager}
      </section>
      <QuarantinedRows rows={quarantinedRows} />
      <section className="mt-8">
        <h2 className="text-xl">{DAMAGE.reportsTitle}</h2>
        {reports.length === 0 ? (
          <p>{DAMAGE.reportsNone}</p>
        ) : (
          <ul className="mt-1 flex flex-wrap gap-x-6">
            {reports.map(({ definition, link }) => (
              <li key={definition.id}>
                <a className="inline-block py-1" href={reportHref(link.reportId, link.params)}>
                  {definition.title}
                </a>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
