/** Who did what and when, for administrators; filters and place are in the address. */
import type { Metadata } from "next";
import { answerPage } from "@/app/_http/answer-page";
import { currentContext } from "@/app/_session/current-actor";
import { href, readQuery, type SearchParams } from "@/app/_ui/href";
import { PageBody } from "@/app/_ui/page-body";
import { PageHead } from "@/app/_ui/page-head";
import { listAuditLog } from "@/lib/operations/list-audit-log";
import { AUDIT } from "@/lib/wording/audit";
import { AuditFilterForm } from "./_parts/audit-filter-form";
import { AuditTable } from "./_parts/audit-table";

export const metadata: Metadata = { title: AUDIT.title };

export default function AuditLogPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  return answerPage(async () => {
    const { from, to, email, type, lao, before } = readQuery(await searchParams);
    const filter = { from, to, email, type, lao };
    const { entries, nextBefore } = await listAuditLog(await currentContext(), { ...filter, before });
    return (
      <PageBody>
        <PageHead title={AUDIT.title} subtitle={<span lang="en">{AUDIT.titleEn}</span>} lead={AUDIT.lead} />
        <AuditFilterForm filter={filter} />
        {entries.length > 0 ? <AuditTable entries={entries} /> : <p>{AUDIT.none}</p>}
        <nav aria-label={AUDIT.pages} className="my-4 flex flex-wrap gap-3">
          {before && (
            <a className="button" href={href("/audit-log", filter)}>
              {AUDIT.newest}
            </a>
          )}
          {nextBefore && (
            <a className="button" href={href("/audit-log", { ...filter, before: nextBefore })}>
              {AUDIT.older}
            </a>
          )}
        </nav>
      </PageBody>
    );
  });
}
