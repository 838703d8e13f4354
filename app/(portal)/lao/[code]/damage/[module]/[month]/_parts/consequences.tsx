/** What follows from one finding: the accounts that lack most in sight, everything folded below; none of it is counted again. */
import { LedgerRegion } from "@/app/_ui/ledger-region";
import { Sentence } from "@/app/_ui/sentence";
import type { Finding } from "@/lib/finding/finding";
import { formatBaht, satang, sayBaht } from "@/lib/money/amount";
import { EVIDENCE } from "@/lib/wording/finding-evidence";
import { type AccountNames, sayAccount, sayCount } from "@/lib/wording/finding-phrases";
import { findingSentence } from "@/lib/wording/findings";
import { DAMAGE } from "@/lib/wording/screen";

const ACCOUNTS_SHOWN = 3;

interface ConsequencesProps {
  readonly consequences: readonly Finding[];
  /** Sentence of the finding that they follow from. */
  readonly cause: string;
  readonly names: AccountNames;
}

export function Consequences({ consequences, cause, names }: ConsequencesProps) {
  if (consequences.length === 0) return null;
  const lacking = consequences
    .filter((finding) => finding.code === "tie/balance" && finding.table === "journal" && finding.amount !== null)
    .sort((a, b) => (sizeOf(a) < sizeOf(b) ? 1 : -1));
  const more = lacking.length - ACCOUNTS_SHOWN;
  return (
    <>
      {lacking.length > 0 && (
        <p className="max-w-[100ch]">
          {EVIDENCE.accounts}:{" "}
          {lacking.slice(0, ACCOUNTS_SHOWN).map((finding, index) => (
            <span key={finding.account}>
              {index > 0 && " · "}
              <Sentence text={`${sayAccount(finding, names)} ${saySide(finding)}`} />
            </span>
          ))}
          {more > 0 && ` ${EVIDENCE.moreAccounts(sayCount(more))}`}
        </p>
      )}
      <details>
        <summary>{EVIDENCE.consequences(sayCount(consequences.length))}</summary>
        <p className="max-w-[85ch] text-soft">{EVIDENCE.consequencesLead}</p>
        <LedgerRegion label={EVIDENCE.consequencesOf(cause)}>
          <table className="ledger">
            <thead>
              <tr>
                <th scope="col" className="words">
                  {DAMAGE.what}
                </th>
                <th scope="col" className="num">
                  {DAMAGE.amount}
                </th>
              </tr>
            </thead>
            <tbody>
              {consequences.map((finding) => (
                <tr key={`${finding.code} ${finding.table} ${finding.account} ${finding.docFrom} ${finding.rowFrom}`}>
                  <td className="words">
                    <Sentence text={findingSentence(finding, names)} />
                  </td>
                  <td className="num">{finding.amount === null ? "" : formatBaht(finding.amount)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </LedgerRegion>
      </details>
    </>
  );
}

function sizeOf({ amount }: Finding): bigint {
  const value = amount ?? 0n;
  return value < 0n ? -value : value;
}

/** Amounts are debit-positive: the side that is missing is told in words. */
function saySide({ amount }: Finding): string {
  const value = amount ?? 0n;
  return `${value < 0n ? EVIDENCE.credit : EVIDENCE.debit} ${sayBaht(satang(value < 0n ? -value : value))}`;
}
