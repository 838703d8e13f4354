/** The report page below the frame: head, what to show, damage, table, proof, notes. */

import { href } from "@/app/_ui/href";
import { Notice } from "@/app/_ui/notice";
import { PageHead } from "@/app/_ui/page-head";
import { aboveLao } from "@/app/(portal)/_frame/office-crumbs";
import { trailCrumbs } from "@/app/(portal)/_frame/trail-crumbs";
import type { Actor } from "@/lib/access/actor";
import { fullLaoName } from "@/lib/office/office";
import { placeLine } from "@/lib/wording/render";
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
  const { definition, lao, page, reason } = view;
  const home = { label: fullLaoName(lao), href: href(`/lao/${lao.code}`, { snapshot: query.snapshot }) };
  const place = `${fullLaoName(lao)} ${placeLine(lao.district, lao.province)}`;
  return (
    <div className={definition.landscape ? "print-wide" : undefined}>
      <PageHead
        crumbs={[...aboveLao(actor, lao, query.snapshot), home, ...trailCrumbs(trail)]}
        title={definition.title}
        subtitle={page ? `${place} · ${page.document.period}` : place}
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
