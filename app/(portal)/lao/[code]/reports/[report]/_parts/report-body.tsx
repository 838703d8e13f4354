/** One page of a report with its damage, its table, and the ways on from it: other pages, files, rows, evidence. */
import { extendTrail } from "@/app/_ui/back-trail";
import { href } from "@/app/_ui/href";
import { Notice } from "@/app/_ui/notice";
import { Pager } from "@/app/_ui/pager";
import { bahtInWords } from "@/lib/money/baht-in-words";
import { isLao } from "@/lib/office/place";
import type { ReportPage } from "@/lib/operations/run-report";
import { formatMoment } from "@/lib/period/date";
import type { ReportRow } from "@/lib/reports/document";
import { IN_WORDS_LABEL } from "@/lib/wording/reports";
import { REPORT } from "@/lib/wording/screen";
import { Absences } from "./absences";
import { DamageNotes } from "./damage-notes";
import { DamageSummary } from "./damage-summary";
import { PrintedFoot } from "./printed-foot";
import { ProofLines } from "./proof-lines";
import { ReportDownloads } from "./report-downloads";
import { ReportTable } from "./report-table";

interface ReportBodyProps {
  readonly page: ReportPage;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly trail: readonly string[];
}

export function ReportBody({ page, path, query, trail }: ReportBodyProps) {
  const { document, window } = page;
  const { snapshot } = query;
  const pager = { page: window.offset / window.limit + 1, pageSize: window.limit, rowCount: document.rowCount };
  const { place } = document;
  const whose = isLao(place) ? { lao: place.code } : { province: place.provinceCode };
  const onward = (fragment: string) => extendTrail(trail, href(path, query, fragment));
  const pageHref = (number: number) => href(path, { ...query, page: number === 1 ? "" : String(number), back: trail });
  const rowHref = (link: NonNullable<ReportRow["link"]>, row: number) =>
    href(`/lao/${link.lao ?? (isLao(place) ? place.code : "")}/reports/${link.reportId}`, {
      ...link.params,
      snapshot: link.snapshot ?? snapshot,
      back: onward(`row-${row}`),
    });
  return (
    <>
      {document.fields.length > 0 && (
        <dl className="mt-4 flex flex-wrap gap-x-8 gap-y-1">
          {document.fields.map((field) => (
            <div key={field.label} className="flex min-w-0 flex-wrap gap-x-2">
              <dt className="text-soft">{field.label}</dt>
              <dd className="min-w-0 font-semibold wrap-anywhere">{field.value}</dd>
            </div>
          ))}
        </dl>
      )}
      <Absences sentences={document.absences} />
      <DamageSummary notes={document.notes} knownSince={formatMoment(new Date(document.snapshot.loadedAt))} />
      <div className="mt-4 flex flex-wrap items-center justify-between gap-x-6">
        <Pager {...pager} label={REPORT.pages} hrefOf={pageHref} />
        <ReportDownloads
          reportId={document.reportId}
          hrefOf={(format) => href(`/api/export/${document.reportId}`, { ...query, page: "", ...whose, format })}
        />
      </div>
      {query.q && (
        <p className="no-print mb-2">
          <a href={href(path, { ...query, q: "", page: "", back: trail })}>{REPORT.clearFind}</a>
        </p>
      )}
      {document.rowCount === 0 ? (
        <Notice title={query.q ? REPORT.found(0, query.q) : REPORT.empty}>
          <p>{document.notes.length > 0 ? REPORT.emptyDamaged : REPORT.emptyAdvice}</p>
        </Notice>
      ) : (
        <ReportTable page={page} find={query.q} hrefOf={rowHref} />
      )}
      {document.amountInWords !== undefined && (
        <p className="mt-2 text-right">
          ({IN_WORDS_LABEL}) {bahtInWords(document.amountInWords)}
        </p>
      )}
      {pager.rowCount > pager.pageSize && <Pager {...pager} label={REPORT.pagesBelow} hrefOf={pageHref} />}
      <ProofLines lines={document.proof} />
      <DamageNotes
        notes={document.notes}
        evidenceHrefOf={({ number, partition }) =>
          href(`/lao/${partition.lao}/damage/${partition.module}/${partition.month}`, {
            snapshot,
            back: onward(`note-${number}`),
          })
        }
      />
      <PrintedFoot document={document} {...pager} />
    </>
  );
}
