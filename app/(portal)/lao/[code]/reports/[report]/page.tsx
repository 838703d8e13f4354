/** A report on screen. Its period, filters and page are in the address; `back` in it is the way back. */
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { answerPage } from "@/app/_http/answer-page";
import { currentContext } from "@/app/_session/current-actor";
import { readTrail } from "@/app/_ui/back-trail";
import { readPageNumber, readQuery, type SearchParams } from "@/app/_ui/href";
import { PageBody } from "@/app/_ui/page-body";
import { reportTitleOf } from "@/lib/operations/report-definitions";
import { hrefOfPlace } from "./_parts/href-of-place";
import { openReportView } from "./_parts/open-report-view";
import { ReportSheet } from "./_parts/report-sheet";

interface ReportPageProps {
  readonly params: Promise<{ readonly code: string; readonly report: string }>;
  readonly searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: ReportPageProps): Promise<Metadata> {
  const { report } = await params;
  return { title: reportTitleOf(report) ?? null };
}

export default async function ReportPage({ params, searchParams }: ReportPageProps) {
  const { code, report } = await params;
  const given = await searchParams;
  const query = readQuery(given);
  const path = `/lao/${code}/reports/${report}`;
  const trail = readTrail(given);
  const { at } = query;
  if (at) {
    // Next redirects by throwing, which `answerPage` would take for a bug.
    let target: string | undefined;
    const trouble = await answerPage(async () => {
      target = await hrefOfPlace(await currentContext(), { path, lao: code, reportId: report, query, at, trail });
      return null;
    });
    if (target === undefined) return trouble;
    redirect(target);
  }
  return answerPage(async () => {
    const context = await currentContext();
    const { snapshot, page, ...parameters } = query;
    const request = { lao: code, reportId: report, snapshot, params: parameters, page: readPageNumber(page) };
    const view = await openReportView(context, request);
    return (
      <PageBody>
        <ReportSheet view={view} actor={context.actor} path={path} query={query} trail={trail} />
      </PageBody>
    );
  });
}
