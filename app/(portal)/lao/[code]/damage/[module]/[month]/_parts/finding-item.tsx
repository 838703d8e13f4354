/** One finding: its sentence, both figures, where it stands, how sure it is and why, the reports at the place, and what follows from it. */
import { Sentence } from "@/app/_ui/sentence";
import type { Finding } from "@/lib/finding/finding";
import { formatBaht, parseBaht, satang } from "@/lib/money/amount";
import { REPORTS } from "@/lib/operations/report-registry";
import { type AffectedReport, affectedReports } from "@/lib/reports/affected-reports";
import { EVIDENCE, whySure } from "@/lib/wording/finding-evidence";
import { type AccountNames, sayAccount, sayRows } from "@/lib/wording/finding-phrases";
import { findingSentence } from "@/lib/wording/findings";
import { DAMAGE } from "@/lib/wording/screen";
import { Consequences } from "./consequences";

const DEFINITIONS = REPORTS.map(({ definition }) => definition);

interface FindingItemProps {
  readonly finding: Finding;
  readonly names: AccountNames;
  readonly reportHrefOf: (report: AffectedReport) => string;
}

export function FindingItem({ finding, names, reportHrefOf }: FindingItemProps) {
  const place = placeInFile(finding);
  const reports = affectedReports(finding, DEFINITIONS);
  return (
    <li className="keep border-b border-rule py-3">
      <p className="max-w-[100ch] font-semibold">
        <Sentence text={findingSentence(finding, names)} />
      </p>
      <Figures finding={finding} />
      <p className="max-w-[100ch] text-soft">
        {DAMAGE.confidence[finding.confidence]} {EVIDENCE.why}
        {whySure(finding)}
        {place && ` · ${DAMAGE.where} ${place}`}
      </p>
      {reports.length > 0 && (
        <p className="no-print">
          {EVIDENCE.reports}{" "}
          {reports.map((report) => (
            <a key={report.definition.id} className="mr-4 inline-block py-1" href={reportHrefOf(report)}>
              {reportLabel(report, names)}
            </a>
          ))}
        </p>
      )}
      <Consequences consequences={finding.consequences} cause={findingSentence(finding, names)} names={names} />
    </li>
  );
}

/** Both figures and the difference, where the ties give them; values that are no amounts stand in the sentence alone. */
function Figures({ finding }: { readonly finding: Finding }) {
  const [expected, found] = [finding.expected, finding.found].map((text) =>
    text === null ? undefined : parseBaht(text),
  );
  if (expected === undefined || found === undefined) return null;
  const figures = [
    { label: DAMAGE.expected, amount: expected },
    { label: DAMAGE.found, amount: found },
    { label: EVIDENCE.difference, amount: satang(expected - found) },
  ];
  return (
    <dl className="my-1 grid w-fit grid-cols-[auto_auto] gap-x-6">
      {figures.map(({ label, amount }) => (
        <div key={label} className="contents">
          <dt className="text-soft">{label}</dt>
          <dd className="text-right tabular-nums">{formatBaht(amount)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** «สมุดเงินสดรับ», «บัญชีแยกประเภท บัญชี เงินสดในมือ (1101010101.001)», «ใบผ่านรายการบัญชี RV-00012/67» */
function reportLabel({ definition, params }: AffectedReport, names: AccountNames): string {
  const [id] = definition.required;
  const value = id === undefined ? undefined : params[id];
  if (value === undefined) return definition.title;
  return `${definition.title} ${id === "account" ? sayAccount({ account: value }, names) : value}`;
}

/** «journal.csv.gz แถวที่ 210–213» */
function placeInFile(finding: Finding): string {
  return [finding.file?.split("/").at(-1) ?? "", sayRows(finding)].filter((part) => part !== "").join(" ");
}
