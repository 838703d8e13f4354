/** What one report is for, which tables it rests on, which other report must agree, and whether its form is the printed one. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { answerPage } from "@/app/_http/answer-page";
import { currentActor } from "@/app/_session/current-actor";
import { PageBody } from "@/app/_ui/page-body";
import { REPORT_DEFINITIONS } from "@/lib/operations/report-definitions";
import type { ReportDefinition } from "@/lib/reports/definition";
import { REPORT_LIST } from "@/lib/wording/report-list";
import { ReportExplanation } from "./_parts/report-explanation";

interface ReportHelpPageProps {
  readonly params: Promise<{ readonly report: string }>;
}

function find(id: string): ReportDefinition | undefined {
  return REPORT_DEFINITIONS.find((definition) => definition.id === id);
}

export async function generateMetadata({ params }: ReportHelpPageProps): Promise<Metadata> {
  const title = find((await params).report)?.title;
  return { title: title ? REPORT_LIST.explainOf(title) : null };
}

export default async function ReportHelpPage({ params }: ReportHelpPageProps) {
  const definition = find((await params).report);
  return answerPage(async () => {
    const actor = await currentActor();
    if (!definition) notFound();
    return (
      <PageBody>
        <ReportExplanation definition={definition} actor={actor} />
      </PageBody>
    );
  });
}
