/** Found documents, one a row, with what was looked for marked; the number leads to the document in its report. */
import { extendTrail } from "@/app/_ui/back-trail";
import { href } from "@/app/_ui/href";
import { LedgerRegion } from "@/app/_ui/ledger-region";
import { formatBaht } from "@/lib/money/amount";
import { fullLaoName } from "@/lib/office/office";
import type { SearchAnswer, SearchHit, SearchPage } from "@/lib/operations/search-documents";
import { formatDate } from "@/lib/period/date";
import { formatMonthShort } from "@/lib/period/month";
import { loosen, markFolded } from "@/lib/search/fold-text";
import { kindName, SEARCH } from "@/lib/wording/search";

interface FoundTableProps {
  readonly page: Pick<SearchPage, "lao" | "snapshot">;
  readonly answer: SearchAnswer;
  /** Address of this page of results: the way back. */
  readonly here: string;
}

export function FoundTable({ page, answer, here }: FoundTableProps) {
  const texts = answer.terms.flatMap((term) => term.texts);
  const terms = answer.isLoose ? texts.map(loosen) : texts;
  const mark = (text: string) => <Marked text={text} terms={terms} isLoose={answer.isLoose} />;
  const first = (answer.page - 1) * answer.documentsPerPage;
  const hasLao = page.lao === null;
  return (
    <LedgerRegion label={SEARCH.table}>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col" className="pin">
              {SEARCH.number}
            </th>
            <th scope="col" className="words">
              {SEARCH.text}
            </th>
            <th scope="col" className="num">
              {SEARCH.amount}
            </th>
            {hasLao && <th scope="col">{SEARCH.lao}</th>}
          </tr>
        </thead>
        <tbody>
          {answer.hits.map((hit, index) => (
            <tr key={`${hit.lao.code} ${hit.kind} ${hit.number} ${hit.month}`} id={`row-${first + index + 1}`}>
              <th scope="row" className="pin code">
                <NumberLink hit={hit} snapshot={page.snapshot.id} back={`${here}#row-${first + index + 1}`}>
                  {mark(hit.number)}
                </NumberLink>
                <span className="block">
                  {kindName(hit.kind)}
                  {hit.isCancelled && <strong> ({SEARCH.cancelled})</strong>}
                </span>
                <span className="block text-soft">
                  {hit.kind === "budget-line" ? formatMonthShort(hit.month) : formatDate(hit.day)}
                </span>
              </th>
              <td className="words">
                {hit.party && <span className="block font-semibold">{mark(hit.party)}</span>}
                {hit.description && <span className="block">{mark(hit.description)}</span>}
                {hit.reference && <span className="block text-soft">{mark(hit.reference)}</span>}
              </td>
              <td className="num">{formatBaht(hit.amount)}</td>
              {hasLao && <td>{fullLaoName(hit.lao)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </LedgerRegion>
  );
}

interface NumberLinkProps {
  readonly hit: SearchHit;
  readonly snapshot: string;
  readonly back: string;
  readonly children: React.ReactNode;
}

function NumberLink({ hit, snapshot, back, children }: NumberLinkProps) {
  if (!hit.link) return <span title={SEARCH.noReport}>{children}</span>;
  const { reportId, params } = hit.link;
  return (
    <a href={href(`/lao/${hit.lao.code}/reports/${reportId}`, { snapshot, ...params, back: extendTrail([], back) })}>
      {children}
    </a>
  );
}

function Marked({
  text,
  terms,
  isLoose,
}: {
  readonly text: string;
  readonly terms: readonly string[];
  readonly isLoose: boolean;
}) {
  return markFolded(text, terms, isLoose).map((piece, index) => {
    // Pieces of one text never change their order.
    const key = `${index} ${piece.text}`;
    return piece.isFound ? <mark key={key}>{piece.text}</mark> : piece.text;
  });
}
