/** An LAO's home: which months and modules can be read, what to do about the rest, and the reports. */
import type { Metadata } from "next";
import { answerPage } from "@/app/_http/answer-page";
import { currentContext } from "@/app/_session/current-actor";
import { href, type Query, readQuery, type SearchParams } from "@/app/_ui/href";
import { PageBody } from "@/app/_ui/page-body";
import { PageHead } from "@/app/_ui/page-head";
import { StateLegend } from "@/app/_ui/state-legend";
import { aboveLao } from "@/app/(portal)/_frame/office-crumbs";
import { SnapshotLine } from "@/app/(portal)/_frame/snapshot-line";
import { ReportsAtHand } from "@/app/(portal)/_reports/reports-at-hand";
import { NO_DAMAGE_KNOWN } from "@/lib/finding/damage-summary";
import { fullLaoName } from "@/lib/office/office";
import { homeLead } from "@/lib/wording/damage";
import { placeLine } from "@/lib/wording/render";
import { HOME } from "@/lib/wording/screen";
import { DamageMap } from "./_parts/damage-map";
import { HomeCharts } from "./_parts/home-charts";
import { HomeReports } from "./_parts/home-reports";
import { MissingByModule } from "./_parts/missing-by-module";
import { NextSteps } from "./_parts/next-steps";
import { openHome } from "./_parts/open-home";

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
    const { home, ...more } = await openHome(context, { lao: (await params).code, snapshot });
    const damageHref = (module: string, month: string) => href(`${path}/damage/${module}/${month}`, { snapshot });
    const reportHref = (id: string, choices: Query = {}) => href(`${path}/reports/${id}`, { snapshot, ...choices });
    return (
      <PageBody>
        <PageHead
          crumbs={aboveLao(context.actor, home.lao, snapshot)}
          title={fullLaoName(home.lao)}
          subtitle={placeLine(home.lao.district, home.lao.province)}
          lead={homeLead(home.damage.get("all") ?? NO_DAMAGE_KNOWN)}
        />
        <SnapshotLine shown={home.snapshot} all={home.snapshots} path={path} />
        <ReportsAtHand mine={more.mine} hrefOf={reportHref} />
        <h2 className="mt-6 text-xl">{HOME.mapTitle}</h2>
        <StateLegend />
        <DamageMap parts={home.partitions} hrefOf={damageHref} />
        <MissingByModule damage={home.damage} />
        <NextSteps parts={home.partitions} hrefOf={damageHref} certificateHref={reportHref("damage-certificate")} />
        <HomeCharts home={home} charts={more.charts} />
        <HomeReports hrefOf={reportHref} home={{ ...home, ...more }} actor={context.actor} snapshot={snapshot} />
      </PageBody>
    );
  });
}
