/** An LAO's home: which months and modules can be read, what to do about the rest, and the reports. */
import type { Metadata } from "next";
import { answerPage } from "@/app/_http/answer-page";
import { currentContext } from "@/app/_session/current-actor";
import { href, readQuery, type SearchParams } from "@/app/_ui/href";
import { PageBody } from "@/app/_ui/page-body";
import { PageHead } from "@/app/_ui/page-head";
import { StateLegend } from "@/app/_ui/state-legend";
import { aboveLao } from "@/app/(portal)/_frame/office-crumbs";
import { SnapshotLine } from "@/app/(portal)/_frame/snapshot-line";
import { NO_DAMAGE_KNOWN } from "@/lib/finding/damage-summary";
import { fullLaoName } from "@/lib/office/office";
import { viewLaoHome } from "@/lib/operations/view-lao-home";
import { homeLead } from "@/lib/wording/damage";
import { placeLine } from "@/lib/wording/render";
import { HOME } from "@/lib/wording/screen";
import { DamageMap } from "./_parts/damage-map";
import { MissingByModule } from "./_parts/missing-by-module";
import { NextSteps } from "./_parts/next-steps";
import { ReportList } from "./_parts/report-list";

export const metadata: Metadata = { title: HOME.title };

interface HomePageProps {
  readonly params: Promise<{ readonly code: string }>;
  readonly searchParams: Promise<SearchParams>;
}

export default async function LaoHomePage({ params, searchParams }: HomePageProps) {
  const path = `/lao/${(await params).code}`;
  const { snapshot } = readQuery(await searchParams);
  return answerPage(async () => {
    const context = await currentContext();
    const home = await viewLaoHome(context, { lao: (await params).code, snapshot });
    const summary = home.damage.get("all") ?? NO_DAMAGE_KNOWN;
    const damageHref = (module: string, month: string) => href(`${path}/damage/${module}/${month}`, { snapshot });
    return (
      <PageBody>
        <PageHead
          crumbs={aboveLao(context.actor, home.lao, snapshot)}
          title={fullLaoName(home.lao)}
          subtitle={placeLine(home.lao.district, home.lao.province)}
          lead={homeLead(summary)}
        />
        <SnapshotLine shown={home.snapshot} all={home.snapshots} path={path} />
        <h2 className="mt-6 text-xl">{HOME.mapTitle}</h2>
        <StateLegend />
        <DamageMap parts={home.partitions} hrefOf={damageHref} />
        <MissingByModule damage={home.damage} />
        <NextSteps parts={home.partitions} hrefOf={damageHref} />
        <ReportList hrefOf={(report) => href(`${path}/reports/${report}`, { snapshot })} />
      </PageBody>
    );
  });
}
