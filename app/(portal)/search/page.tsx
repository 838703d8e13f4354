/** Search: one field over all documents of an LAO, or of a province; what was understood, what was found, and where it could not look. */
import type { Metadata } from "next";
import { answerPage } from "@/app/_http/answer-page";
import { currentContext } from "@/app/_session/current-actor";
import { readQuery, type SearchParams } from "@/app/_ui/href";
import { PageBody } from "@/app/_ui/page-body";
import { SEARCH } from "@/lib/wording/search";
import { openSearchView } from "./_parts/open-search-view";
import { SearchSheet } from "./_parts/search-sheet";

export const metadata: Metadata = { title: SEARCH.title };

interface SearchPageProps {
  readonly searchParams: Promise<SearchParams>;
}

export default async function SearchPage({ searchParams }: SearchPageProps) {
  const query = readQuery(await searchParams);
  return answerPage(async () => {
    const context = await currentContext();
    return (
      <PageBody>
        <SearchSheet view={await openSearchView(context, query)} actor={context.actor} query={query} />
      </PageBody>
    );
  });
}
