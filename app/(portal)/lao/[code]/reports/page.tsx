/** All reports of an LAO, by group, with what each is for, and its pin. */
import type { Metadata } from "next";
import { answerPage } from "@/app/_http/answer-page";
import { currentContext } from "@/app/_session/current-actor";
import { href, readQuery, type SearchParams } from "@/app/_ui/href";
import { PageBody } from "@/app/_ui/page-body";
import { PageHead } from "@/app/_ui/page-head";
import { aboveLao } from "@/app/(portal)/_frame/office-crumbs";
import { ReportList } from "@/app/(portal)/_reports/report-list";
import { ReportsAtHand } from "@/app/(portal)/_reports/reports-at-hand";
import { fullLaoName } from "@/lib/office/office";
import { listMyReports } from "@/lib/operations/list-my-reports";
import { REPORTS } from "@/lib/operations/report-registry";
import { REPORT_LIST } from "@/lib/wording/report-list";

export const metadata: Metadata = { title: REPORT_LIST.title };

interface ReportsPageProps {
  readonly params: Promise<{ readonly code: string }>;
  readonly searchParams: Promise<SearchParams>;
}

export default async function ReportsPage({ params, searchParams }: ReportsPageProps) {
  const path = `/lao/${(await params).code}`;
  const { snapshot } = readQuery(await searchParams);
  return answerPage(async () => {
    const context = await currentContext();
    const mine = await listMyReports(context, { lao: (await params).code, snapshot });
    const { lao } = mine;
    const hrefOf = (report: string, choices: Readonly<Record<string, string>> = {}) =>
      href(`${path}/reports/${report}`, { snapshot, ...choices });
    return (
      <PageBody>
        <PageHead
          crumbs={[
            ...aboveLao(context.actor, lao, snapshot),
            { label: fullLaoName(lao), href: href(path, { snapshot }) },
          ]}
          title={REPORT_LIST.title}
          lead={REPORT_LIST.lead(REPORTS.length)}
        />
        <ReportsAtHand mine={mine} hrefOf={hrefOf} />
        <ReportList hrefOf={hrefOf} pinned={mine.pinned} />
      </PageBody>
    );
  });
}
