/** What is loaded, for administrators; loading itself is done at the machine's command line. */
import type { Metadata } from "next";
import { answerPage } from "@/app/_http/answer-page";
import { currentContext } from "@/app/_session/current-actor";
import { PageBody } from "@/app/_ui/page-body";
import { PageHead } from "@/app/_ui/page-head";
import { mustBeAdministrator } from "@/lib/access/administrator";
import { listSnapshots } from "@/lib/operations/list-snapshots";
import { SNAPSHOTS } from "@/lib/wording/screen";
import { HowToLoad } from "./_parts/how-to-load";
import { SnapshotTable } from "./_parts/snapshot-table";

export const metadata: Metadata = { title: SNAPSHOTS.title };

export default function SnapshotsPage() {
  return answerPage(async () => {
    const context = await currentContext();
    mustBeAdministrator(context.actor);
    const snapshots = await listSnapshots(context, { includeUnserved: true });
    return (
      <PageBody>
        <PageHead title={SNAPSHOTS.title} subtitle={SNAPSHOTS.titleEn} lead={SNAPSHOTS.lead(snapshots.length)} />
        <div className="mt-4">{snapshots.length > 0 && <SnapshotTable snapshots={snapshots} />}</div>
        <HowToLoad />
      </PageBody>
    );
  });
}
