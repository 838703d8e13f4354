/** The page of re-keyed books from top to bottom. */
import { href } from "@/app/_ui/href";
import { Notice } from "@/app/_ui/notice";
import { PageHead } from "@/app/_ui/page-head";
import { Pager } from "@/app/_ui/pager";
import { aboveLao } from "@/app/(portal)/_frame/office-crumbs";
import type { Actor } from "@/lib/access/actor";
import { sumAmounts } from "@/lib/money/amount";
import { fullLaoName } from "@/lib/office/office";
import type { RekeyedView } from "@/lib/operations/view-rekeyed";
import type { SourceChoice } from "@/lib/reports/choice-source";
import { REKEYED, rekeyedLead } from "@/lib/wording/rekeyed";
import { placeLine } from "@/lib/wording/render";
import { STORY } from "@/lib/wording/story";
import { FilterForm } from "./filter-form";
import { LiveForm } from "./live-form";
import { ProgressTable } from "./progress-table";
import { RekeyedReportLinks } from "./rekeyed-report-links";
import { UploadForm } from "./upload-form";
import { UploadTable } from "./upload-table";
import { WorkPackForm } from "./work-pack-form";
import { Worksheet } from "./worksheet";

interface RekeyedSheetProps {
  readonly view: RekeyedView;
  /** Units of the LAO, for their work packs. */
  readonly units: readonly SourceChoice[];
  readonly actor: Actor;
  readonly query: Readonly<Record<string, string>>;
  readonly path: string;
  readonly pageSize: number;
}

export function RekeyedSheet({ view, units, actor, query, path, pageSize }: RekeyedSheetProps) {
  const { lao, progress, uploads, items, itemCount, page, canWrite, liveSnapshots } = view;
  const counts = {
    items: progress.reduce((sum, one) => sum + one.items - one.counts["not-keyed"], 0),
    notKeyed: progress.reduce((sum, one) => sum + one.counts["not-keyed"], 0),
    settled: progress.reduce((sum, one) => sum + one.settled, 0),
    difference: sumAmounts(progress.map((one) => one.difference)),
  };
  const home = { label: fullLaoName(lao), href: href(`/lao/${lao.code}`, { snapshot: query.snapshot }) };
  // The reports would take the newest archive, which may be one of the system in use.
  const compared = liveSnapshots.length > 0 ? view.snapshot.id : query.snapshot;
  const nothing = canWrite ? REKEYED.none : REKEYED.noneToRead;
  return (
    <>
      <PageHead
        crumbs={[...aboveLao(actor, lao, query.snapshot), home]}
        title={REKEYED.title}
        subtitle={`${fullLaoName(lao)} ${placeLine(lao.district, lao.province)}`}
        lead={counts.items === 0 ? nothing : rekeyedLead(counts)}
      />
      {!canWrite && <p className="text-soft">{REKEYED.readOnly}</p>}
      <p className="no-print">
        <a href="/help/story#check" className="inline-block py-1">
          {STORY.howTo}
        </a>
      </p>
      {canWrite && <UploadForm lao={lao.code} months={view.months} />}
      {canWrite && liveSnapshots.length > 0 && <LiveForm lao={lao.code} snapshots={liveSnapshots} />}
      <WorkPackForm lao={lao.code} snapshot={query.snapshot} units={units} />
      {uploads.length > 0 && <UploadTable uploads={uploads} path={path} lao={lao.code} canWrite={canWrite} />}
      {counts.items > 0 && <RekeyedReportLinks lao={lao.code} snapshot={compared} />}
      {progress.length > 0 && (
        <ProgressTable
          progress={progress}
          hrefOf={(book, month) => href(path, { snapshot: query.snapshot, book, month, open: "1" }, "worksheet")}
        />
      )}
      {counts.items > 0 && (
        <section aria-labelledby="worksheet" className="mt-8">
          <h2 id="worksheet" className="text-xl">
            {REKEYED.itemsTitle}
          </h2>
          <FilterForm query={query} path={path} months={[...new Set(progress.map(({ month }) => month))].sort()} />
          {items.length === 0 ? (
            <Notice title={REKEYED.noItems} level={3} />
          ) : (
            <Worksheet items={items} lao={lao.code} snapshot={query.snapshot} canWrite={canWrite} />
          )}
          <Pager
            page={page}
            pageSize={pageSize}
            rowCount={itemCount}
            label={REKEYED.pages}
            hrefOf={(to) => href(path, { ...query, page: String(to) }, "worksheet")}
          />
        </section>
      )}
    </>
  );
}
