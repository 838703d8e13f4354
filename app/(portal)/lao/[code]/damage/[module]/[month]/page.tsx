/** The evidence of one part (LAO × module × month): its state, what was found, what to do, and the reports that rest on it. */
import type { Metadata } from "next";
import { answerPage } from "@/app/_http/answer-page";
import { currentContext } from "@/app/_session/current-actor";
import { readTrail } from "@/app/_ui/back-trail";
import { href, readPageNumber, readQuery, type SearchParams } from "@/app/_ui/href";
import { PageBody } from "@/app/_ui/page-body";
import { PageHead } from "@/app/_ui/page-head";
import { aboveLao } from "@/app/(portal)/_frame/office-crumbs";
import { trailCrumbs } from "@/app/(portal)/_frame/trail-crumbs";
import { fullLaoName } from "@/lib/office/office";
import { viewPartition } from "@/lib/operations/view-partition";
import { formatMonth } from "@/lib/period/month";
import { sayMissing } from "@/lib/wording/damage";
import { moduleName } from "@/lib/wording/names";
import { placeLine } from "@/lib/wording/render";
import { DAMAGE, damageLead } from "@/lib/wording/screen";
import { Evidence } from "./_parts/evidence";

export const metadata: Metadata = { title: DAMAGE.pageTitle };

interface DamagePageProps {
  readonly params: Promise<{ readonly code: string; readonly module: string; readonly month: string }>;
  readonly searchParams: Promise<SearchParams>;
}

export default async function DamagePage({ params, searchParams }: DamagePageProps) {
  const { code, module, month } = await params;
  const given = await searchParams;
  const query = readQuery(given);
  const { snapshot } = query;
  const trail = readTrail(given);
  return answerPage(async () => {
    const context = await currentContext();
    const page = readPageNumber(query.page);
    const evidence = await viewPartition(context, { lao: code, module, month, snapshot, page });
    const { lao, partition } = evidence;
    const home = { label: fullLaoName(lao), href: href(`/lao/${lao.code}`, { snapshot }) };
    return (
      <PageBody>
        <PageHead
          crumbs={[...aboveLao(context.actor, lao, snapshot), home, ...trailCrumbs(trail)]}
          title={DAMAGE.title(moduleName(partition.module), formatMonth(partition.month))}
          subtitle={`${fullLaoName(lao)} ${placeLine(lao.district, lao.province)}`}
          lead={damageLead(partition, evidence.findingCount, sayMissing(evidence.cell))}
        />
        <Evidence evidence={evidence} snapshot={snapshot} trail={trail} />
      </PageBody>
    );
  });
}
