/** Help in one page: the story, the states, the marks, what to do, and each report. */
import type { Metadata } from "next";
import { answerPage } from "@/app/_http/answer-page";
import { currentActor } from "@/app/_session/current-actor";
import { PageBody } from "@/app/_ui/page-body";
import { PageHead } from "@/app/_ui/page-head";
import { HELP } from "@/lib/wording/help";
import { STORY } from "@/lib/wording/story";
import { HelpSection } from "./_parts/help-section";
import { ReportHelp } from "./_parts/report-help";
import { StatesHelp } from "./_parts/states-help";
import { VerifyHelp } from "./_parts/verify-help";

export const metadata: Metadata = { title: HELP.title };

const SECTIONS = [
  { id: "story", title: HELP.storyTitle },
  { id: "states", title: HELP.statesTitle },
  { id: "marks", title: HELP.marksTitle },
  { id: "compare", title: HELP.compareTitle },
  { id: "use", title: HELP.useTitle },
  { id: "verify", title: HELP.verifyTitle },
  { id: "reports", title: HELP.reportsTitle },
] as const;

export default function HelpPage() {
  return answerPage(async () => {
    await currentActor();
    return (
      <PageBody>
        <PageHead title={HELP.title} lead={HELP.lead} />
        <nav aria-label={HELP.contents} className="no-print mt-3">
          <ul className="flex flex-wrap gap-x-5">
            {SECTIONS.map(({ id, title }) => (
              <li key={id}>
                <a className="inline-block py-1" href={`#${id}`}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <HelpSection id="story" title={HELP.storyTitle} lines={HELP.story}>
          <p className="mt-2">
            <a href="/help/story">{STORY.link}</a>
          </p>
        </HelpSection>
        <StatesHelp />
        <HelpSection id="marks" title={HELP.marksTitle} lines={HELP.marks} isList />
        <HelpSection id="compare" title={HELP.compareTitle} lines={HELP.compare} isList />
        <HelpSection id="use" title={HELP.useTitle} lines={HELP.use} isList />
        <VerifyHelp />
        <ReportHelp />
      </PageBody>
    );
  });
}
