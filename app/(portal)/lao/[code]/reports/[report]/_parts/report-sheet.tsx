/** The report page below the frame: head, what to show, damage, table, proof, notes. */

import { Notice } from "@/app/_ui/notice";
import { PageHead } from "@/app/_ui/page-head";
import { abovePlace } from "@/app/(portal)/_frame/office-crumbs";
import { trailCrumbs } from "@/app/(portal)/_frame/trail-crumbs";
import type { Actor } from "@/lib/access/actor";
import { placeName, whereabouts } from "@/lib/wording/render";
import { REPORT, TROUBLE } from "@/lib/wording/screen";
import { HelpText } from "./help-text";
import type { ReportView } from "./open-report-view";
import { ParameterForm } from "./parameter-form";
import { ReportBody } from "./report-body";
import { reportLead } from "./report-lead";

interface ReportSheetProps {
  readonly view: ReportView;
  readonly actor: Pick<Actor, "grant">;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly trail: readonly string[];
}

export function ReportSheet({ view, actor, path, query, trail }: ReportSheetProps) {
  const { definition, place, page, reason } = view;
  const whose = `${placeName(place)} ${whereabouts(place)}`;
  return (
    <div className={definition.landscape ? "print-wide" : undefined}>
      <PageHead
        crumbs={[...abovePlace(actor, place, query.snapshot), ...trailCrumbs(trail)]}
        title={definition.title}
        subtitle={page ? `${whose} · ${page.document.period}` : whose}
        lead={page ? reportLead(page, query.q) : definition.help.purpose}
      />
      <ParameterForm
        definition={definition}
        path={path}
        query={query}
        trail={trail}
        span={view.span}
        choices={view.choices}
      />
      {reason && (
        <Notice title={reason.isRefusal ? TROUBLE.inputTitle : REPORT.chooseTitle}>
          <p>{reason.sentence}</p>
        </Notice>
      )}
      {page && <ReportBody page={page} path={path} query={query} trail={trail} />}
      <HelpText definition={definition} />
    </div>
  );
}
