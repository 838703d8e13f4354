/** How far the check has come, by book and month. */
import { LedgerRegion } from "@/app/_ui/ledger-region";
import { formatBaht } from "@/lib/money/amount";
import { formatMonth } from "@/lib/period/month";
import { type BookProgress, OUTCOMES } from "@/lib/rekeyed/worksheet";
import { bookName, outcomeWord, REKEYED } from "@/lib/wording/rekeyed";

interface ProgressTableProps {
  readonly progress: readonly BookProgress[];
  readonly hrefOf: (book: string, month: string) => string;
}

export function ProgressTable({ progress, hrefOf }: ProgressTableProps) {
  return (
    <section className="mt-8">
      <h2 className="text-xl">{REKEYED.progressTitle}</h2>
      <LedgerRegion label={REKEYED.progressTable}>
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">{REKEYED.book}</th>
              <th scope="col">{REKEYED.month}</th>
              <th scope="col" className="num">
                {REKEYED.settled}
              </th>
              {OUTCOMES.map((outcome) => (
                <th key={outcome} scope="col" className="num">
                  {outcomeWord(outcome)}
                </th>
              ))}
              <th scope="col" className="num">
                {REKEYED.difference}
              </th>
            </tr>
          </thead>
          <tbody>
            {progress.map(({ book, month, items, settled, counts, difference }) => (
              <tr key={`${book} ${month}`}>
                <th scope="row" className="whitespace-nowrap">
                  {bookName(book)}
                </th>
                <td>
                  <a href={hrefOf(book, month)} className="whitespace-nowrap">
                    {formatMonth(month)}
                  </a>
                </td>
                <td className="num">
                  {settled.toLocaleString("en-US")} / {items.toLocaleString("en-US")}
                </td>
                {OUTCOMES.map((outcome) => (
                  <td key={outcome} className="num">
                    {counts[outcome] === 0 ? "-" : counts[outcome].toLocaleString("en-US")}
                  </td>
                ))}
                <td className="num">{formatBaht(difference)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </LedgerRegion>
    </section>
  );
}
