/** What the search page draws: what was found, or why it could not be looked for. What the address says wrongly is left out rather than refused. */
import { readPageNumber } from "@/app/_ui/href";
import { AppError } from "@/lib/errors/app-error";
import { isModule } from "@/lib/office/office";
import type { OperationContext } from "@/lib/operations/define-operation";
import { type SearchPage, searchDocuments } from "@/lib/operations/search-documents";
import { DOCUMENT_KINDS } from "@/lib/search/document-kind";

export interface SearchView {
  readonly page: SearchPage;
  /** A refusal that the reader can mend, above the form. */
  readonly refusal: string | null;
}

export async function openSearchView(
  context: OperationContext,
  query: Readonly<Record<string, string>>,
): Promise<SearchView> {
  const { snapshot, lao, province, period } = query;
  const place = { snapshot, lao, province };
  const input = {
    ...place,
    q: query.q ?? "",
    kind: DOCUMENT_KINDS.find((kind) => kind === query.kind),
    module: query.module !== undefined && isModule(query.module) ? query.module : undefined,
    period,
    isLoose: query.loose === "1",
    page: readPageNumber(query.page),
  };
  try {
    return { page: await searchDocuments(context, input), refusal: null };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "input/invalid") throw error;
    return { page: await searchDocuments(context, { ...place, q: "" }), refusal: error.message };
  }
}
