/** The worksheet's filter as it stands in the address; what cannot be read is left out. */
import type { WorksheetFilter } from "@/lib/operations/view-rekeyed";
import { REKEYED_BOOKS } from "@/lib/rekeyed/book-document";
import { OUTCOMES } from "@/lib/rekeyed/worksheet";

export function readFilter(query: Readonly<Record<string, string>>): WorksheetFilter {
  return {
    outcome: OUTCOMES.find((outcome) => outcome === query.outcome),
    book: REKEYED_BOOKS.find((book) => book === query.book),
    month: /^\d{4}-\d{2}$/.test(query.month ?? "") ? query.month : undefined,
    isOpen: query.open === "1",
    q: query.q,
  };
}
