/** What is known about one part: rows counted, findings kind by kind with meaning and advice, unused rows, reports. */
import { href } from "@/app/_ui/href";
import { Notice } from "@/app/_ui/notice";
import { StateMark } from "@/app/_ui/state-mark";
import type { Finding, FindingCode } from "@/lib/finding/finding";
import type { PartitionEvidence } from "@/lib/operations/view-partition";
import { DAMAGE } from "@/lib/wording/screen";
import { FindingGroup } from "./finding-group";
import { QuarantinedRows } from "./quarantined-rows";

interface EvidenceProps {
  readonly evidence: PartitionEvidence;
  readonly snapshot: string | undefined;
}

/** Findings of one kind share their meaning and advice; kinds stand in the order of their first finding. */
function groupByCode(findings: readonly Finding[]): [FindingCode, Finding[]][] {
  const groups = new Map<FindingCode, Finding[]>();
  for (const finding of findings) groups.set(finding.code, [...(groups.get(finding.code) ?? []), finding]);
  return [...groups];
}

export function Evidence({ evidence, snapshot }: EvidenceProps) {
  const { lao, partition, findings, findingCount, quarantinedRows, reports } = evidence;
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
        {findings.length < findingCount && <p className="text-soft">{DAMAGE.shown(findings.length, findingCount)}</p>}
        {groupByCode(findings).map(([code, group]) => (
          <FindingGroup key={code} code={code} findings={group} />
        ))}
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
                <a
                  className="inline-block py-1"
                  href={href(`/lao/${lao.code}/reports/${link.reportId}`, { ...link.params, snapshot })}
                >
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
