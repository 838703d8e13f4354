/** All reports in one file: ask for a bundle, watch it being made, take it away. Everything here is in the database, so a reload loses nothing. */
import type { Metadata } from "next";
import { answerPage } from "@/app/_http/answer-page";
import { currentContext } from "@/app/_session/current-actor";
import { readQuery, type SearchParams } from "@/app/_ui/href";
import { PageBody } from "@/app/_ui/page-body";
import { PageHead } from "@/app/_ui/page-head";
import { servedSnapshots } from "@/app/(portal)/_frame/served-snapshots";
import { SnapshotLine } from "@/app/(portal)/_frame/snapshot-line";
import { listBundles } from "@/lib/operations/list-bundles";
import { formatMonth, monthsBetween } from "@/lib/period/month";
import { BUNDLE_PAGE, bundlesLead } from "@/lib/wording/bundles";
import { BundleList } from "./_parts/bundle-list";
import { RequestBundleForm } from "./_parts/request-bundle-form";
import { WatchProgress } from "./_parts/watch-progress";

export const metadata: Metadata = { title: BUNDLE_PAGE.title };

export default function BundlesPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  return answerPage(async () => {
    const query = readQuery(await searchParams);
    const context = await currentContext();
    const bundles = await listBundles(context, {});
    const snapshots = await servedSnapshots();
    const shown = snapshots.find((one) => one.id === query.snapshot) ?? snapshots[0];
    const { grant } = context.actor;
    const isBusy = bundles.some((bundle) => bundle.status === "waiting" || bundle.status === "running");
    const months = shown ? monthsBetween(shown.periodFrom, shown.periodTo) : [];
    return (
      <PageBody>
        <PageHead title={BUNDLE_PAGE.title} lead={bundlesLead(bundles)} />
        {isBusy && <WatchProgress />}
        {bundles.length > 0 && <BundleList bundles={bundles} />}
        <h2 className="mt-6 text-xl">{BUNDLE_PAGE.askTitle}</h2>
        <p className="max-w-[70ch]">{BUNDLE_PAGE.askNote}</p>
        {shown && <SnapshotLine shown={shown} all={snapshots} path="/bundles" />}
        <RequestBundleForm
          key={shown?.id}
          snapshot={shown?.id ?? ""}
          months={months.map((month) => ({ value: month, label: formatMonth(month) }))}
          laos={grant.kind === "lao" ? grant.lao : (query.lao ?? "")}
          canChoose={grant.kind !== "lao"}
        />
      </PageBody>
    );
  });
}
