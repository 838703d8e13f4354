/** What an LAO keyed again, held against the archive: files, progress, and the worksheet item by item. Filters and page are in the address. */
import type { Metadata } from "next";
import { answerPage } from "@/app/_http/answer-page";
import { currentContext } from "@/app/_session/current-actor";
import { readPageNumber, readQuery, type SearchParams } from "@/app/_ui/href";
import { PageBody } from "@/app/_ui/page-body";
import { findChoices } from "@/lib/operations/find-choices";
import { listComments } from "@/lib/operations/list-comments";
import { viewRekeyed } from "@/lib/operations/view-rekeyed";
import { REKEYED } from "@/lib/wording/rekeyed";
import { CommentThreads } from "../_comments/comment-threads";
import { readFilter } from "./_parts/read-filter";
import { RekeyedSheet } from "./_parts/rekeyed-sheet";

export const metadata: Metadata = { title: REKEYED.title };

const PAGE_SIZE = 50;

interface RekeyedPageProps {
  readonly params: Promise<{ readonly code: string }>;
  readonly searchParams: Promise<SearchParams>;
}

export default async function RekeyedPage({ params, searchParams }: RekeyedPageProps) {
  const { code } = await params;
  const query = readQuery(await searchParams);
  return answerPage(async () => {
    const context = await currentContext();
    const { snapshot, page } = query;
    const request = { lao: code, snapshot, page: readPageNumber(page), pageSize: PAGE_SIZE, ...readFilter(query) };
    const view = await viewRekeyed(context, request);
    const comments = await listComments(context, { lao: code });
    const { units = [] } = await findChoices(context, { lao: code, snapshot, sources: ["units"] });
    return (
      <PageBody>
        <RekeyedSheet
          view={view}
          units={units}
          actor={context.actor}
          query={query}
          path={`/lao/${code}/rekeyed`}
          pageSize={PAGE_SIZE}
        />
        <CommentThreads threads={comments} lao={code} isOfLao={view.canWrite} />
      </PageBody>
    );
  });
}
