/** Findings of one kind: what it means and what to do once, then each with its figures and its place in the file. */

import { LedgerRegion } from "@/app/_ui/ledger-region";
import { Sentence } from "@/app/_ui/sentence";
import type { Finding, FindingCode } from "@/lib/finding/finding";
import { formatBaht, parseBaht } from "@/lib/money/amount";
import { sayCount, sayRows } from "@/lib/wording/finding-phrases";
import { findingAdvice, findingMeaning, findingSentence } from "@/lib/wording/findings";
import { findingTitle } from "@/lib/wording/names";
import { DAMAGE } from "@/lib/wording/screen";

interface FindingGroupProps {
  readonly code: FindingCode;
  readonly findings: readonly Finding[];
}

/** Findings have no number of their own; no two of one kind stand at the same place. */
function placeOf({ table, file, column, rowFrom, docFrom, dateFrom, account, amount }: Finding): string {
  return [table, file, column, rowFrom, docFrom, dateFrom, account, amount].join(" ");
}

export function FindingGroup({ code, findings }: FindingGroupProps) {
  const title = findingTitle(code);
  const hasDifference = findings.some((finding) => finding.expected !== null || finding.found !== null);
  const hasAmount = findings.some((finding) => finding.amount !== null);
  return (
    <section className="mt-5">
      <h3 className="text-lg">
        {title} <span className="font-normal text-soft">({sayCount(findings.length)})</span>
      </h3>
      <dl className="my-2 max-w-[85ch]">
        <div>
          <dt className="inline font-semibold">{DAMAGE.meaning}</dt> <dd className="inline">{findingMeaning(code)}</dd>
        </div>
        <div>
          <dt className="inline font-semibold">{DAMAGE.advice}</dt> <dd className="inline">{findingAdvice(code)}</dd>
        </div>
      </dl>
      <LedgerRegion label={title}>
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col" className="pin words">
                {DAMAGE.what}
              </th>
              {hasDifference && (
                <th scope="col" className="num">
                  {DAMAGE.expected}
                </th>
              )}
              {hasDifference && (
                <th scope="col" className="num">
                  {DAMAGE.found}
                </th>
              )}
              {hasAmount && (
                <th scope="col" className="num">
                  {DAMAGE.amount}
                </th>
              )}
              <th scope="col" className="code">
                {DAMAGE.where}
              </th>
              <th scope="col">{DAMAGE.certainty}</th>
            </tr>
          </thead>
          <tbody>
            {findings.map((finding) => (
              <tr key={placeOf(finding)}>
                <td className="pin words">
                  <Sentence text={findingSentence(finding)} />
                </td>
                {hasDifference && <ValueCell value={finding.expected} />}
                {hasDifference && <ValueCell value={finding.found} />}
                {hasAmount && <td className="num">{finding.amount === null ? "" : formatBaht(finding.amount)}</td>}
                <td className="code">{placeInFile(finding)}</td>
                <td>{DAMAGE.confidence[finding.confidence]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </LedgerRegion>
    </section>
  );
}

/** Baht as figures of a column; anything else as it stood. */
function ValueCell({ value }: { readonly value: string | null }) {
  const amount = value === null ? undefined : parseBaht(value);
  return amount === undefined ? (
    <td className="text-right wrap-break-word">{value}</td>
  ) : (
    <td className="num">{formatBaht(amount)}</td>
  );
}

/** «journal.csv.gz แถวที่ 210–213» */
function placeInFile(finding: Finding): string {
  return [finding.file?.split("/").at(-1) ?? "", sayRows(finding)].filter((part) => part !== "").join(" ");
}
