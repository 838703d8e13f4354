/** Findings of one kind: what it means, what to do and which papers to open once, then each with its evidence. */
import type { Finding, FindingCode } from "@/lib/finding/finding";
import type { AffectedReport } from "@/lib/reports/affected-reports";
import { EVIDENCE, papersFor } from "@/lib/wording/finding-evidence";
import { type AccountNames, sayCount } from "@/lib/wording/finding-phrases";
import { findingAdvice, findingMeaning } from "@/lib/wording/findings";
import { findingTitle } from "@/lib/wording/names";
import { DAMAGE } from "@/lib/wording/screen";
import { FindingItem } from "./finding-item";

interface FindingGroupProps {
  readonly code: FindingCode;
  readonly findings: readonly Finding[];
  readonly names: AccountNames;
  readonly reportHrefOf: (report: AffectedReport) => string;
}

/** Findings have no number of their own; no two of one kind stand at the same place. */
export function placeOf({ table, file, column, rowFrom, docFrom, dateFrom, account, amount }: Finding): string {
  return [table, file, column, rowFrom, docFrom, dateFrom, account, amount].join(" ");
}

export function FindingGroup({ code, findings, names, reportHrefOf }: FindingGroupProps) {
  const papers = [...new Set(findings.flatMap(papersFor))];
  return (
    <section className="mt-6">
      <h3 className="text-lg">
        {findingTitle(code)} <span className="font-normal text-soft">({sayCount(findings.length)})</span>
      </h3>
      <dl className="my-2 max-w-[85ch]">
        <Told label={DAMAGE.meaning}>{findingMeaning(code)}</Told>
        <Told label={DAMAGE.advice}>{findingAdvice(code)}</Told>
        {papers.length > 0 && <Told label={EVIDENCE.papers}>{papers.join(" · ")}</Told>}
      </dl>
      <ol className="border-t border-rule">
        {findings.map((finding) => (
          <FindingItem key={placeOf(finding)} finding={finding} names={names} reportHrefOf={reportHrefOf} />
        ))}
      </ol>
    </section>
  );
}

function Told({ label, children }: { readonly label: string; readonly children: string }) {
  return (
    <div>
      <dt className="inline font-semibold">{label}</dt> <dd className="inline">{children}</dd>
    </div>
  );
}
