/** Documents of one side in a few lines: number, day, amount, words. */
import { formatBaht } from "@/lib/money/amount";
import { formatDate } from "@/lib/period/date";
import { amountOf, type BookDocument } from "@/lib/rekeyed/book-document";
import { REKEYED } from "@/lib/wording/rekeyed";

const DOCUMENTS_SHOWN = 5;

export function DocumentCell({ documents }: { readonly documents: readonly BookDocument[] }) {
  if (documents.length === 0) return <span className="text-soft">{REKEYED.nothing}</span>;
  return (
    <>
      {documents.slice(0, DOCUMENTS_SHOWN).map((document) => (
        <span key={document.id} className="block pb-1">
          <span className="whitespace-nowrap">
            {document.number ?? "–"} · {formatDate(document.date)}
          </span>
          <span className="block font-semibold whitespace-nowrap">{formatBaht(amountOf(document))}</span>
          <span className="block max-w-[24ch] text-soft">{document.text}</span>
        </span>
      ))}
      {documents.length > DOCUMENTS_SHOWN && <span>+{documents.length - DOCUMENTS_SHOWN}</span>}
    </>
  );
}
