/** The story with its letters, and the steps: checking re-keyed books, and working while the system is down. */
import type { Metadata } from "next";
import { answerPage } from "@/app/_http/answer-page";
import { currentActor } from "@/app/_session/current-actor";
import { PageBody } from "@/app/_ui/page-body";
import { PageHead } from "@/app/_ui/page-head";
import { HELP } from "@/lib/wording/help";
import { STORY } from "@/lib/wording/story";
import { WORK_PACK } from "@/lib/wording/work-pack";
import { HelpSection } from "../_parts/help-section";
import { Timeline } from "./_parts/timeline";

export const metadata: Metadata = { title: STORY.title };

export default function StoryPage() {
  return answerPage(async () => {
    const { grant } = await currentActor();
    return (
      <PageBody>
        <PageHead crumbs={[{ label: HELP.title, href: "/help" }]} title={STORY.title} lead={STORY.lead} />
        <Timeline />
        <HelpSection id="check" title={STORY.checkTitle} lines={STORY.check} isList="ordered" />
        <HelpSection id="down" title={STORY.downTitle} lines={STORY.down} isList="ordered">
          <p className="mt-2">
            {grant.kind === "lao" ? (
              <a href={`/api/work-pack?lao=${grant.lao}`} className="button">
                {WORK_PACK.link}
              </a>
            ) : (
              WORK_PACK.toOwnPage
            )}
          </p>
        </HelpSection>
        <HelpSection id="contact" title={STORY.contactTitle} lines={STORY.contact} />
      </PageBody>
    );
  });
}
