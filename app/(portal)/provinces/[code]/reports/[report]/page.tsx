/** A report on all LAOs of a province, on screen: for its auditors and the department. Its period and page are in the address. */
import type { Metadata } from "next";
import { answerPage } from "@/app/_http/answer-page";
import { currentContext } from "@/app/_session/current-actor";
import { readTrail } from "@/app/_ui/back-trail";
import { readPageNumber, readQuery, type SearchParams } from "@/app/_ui/href";
import { PageBody } from "@/app/_ui/page-body";
import { openReportView } from "@/app/(portal)/lao/[code]/reports/[report]/_parts/open-report-view";
import { ReportSheet } from "@/app/(portal)/lao/[code]/reports/[report]/_parts/report-sheet";
import { reportTitleOf } from "@/lib/operations/report-definitions";

interface ProvinceReportPageProps {
  readonly params: Promise<{ readonly code: string; readonly report: string }>;
  readonly searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: ProvinceReportPageProps): Promise<Metadata> {
  return { title: reportTitleOf((await params).report) ?? null };
}

export default async function ProvinceReportPage({ params, searchParams }: ProvinceReportPageProps) {
  const { code, report } = await params;
  const given = await searchParams;
  const { snapshot, page, ...parameters } = readQuery(given);
  return answerPage(async () => {
    const context = await currentContext();
    const request = { province: code, reportId: report, snapshot, params: parameters, page: readPageNumber(page) };
    const view = await openReportView(context, request);
    return (
      <PageBody>
        <ReportSheet
          view={view}
          actor={context.actor}
          path={`/provinces/${code}/reports/${report}`}
          query={readQuery(given)}
          trail={readTrail(given)}
        />
      </PageBody>
    );
  });
}
