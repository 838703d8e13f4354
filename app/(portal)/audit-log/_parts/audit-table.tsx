/** Entries of the audit log, each as one Thai sentence. */
import { LedgerRegion } from "@/app/_ui/ledger-region";
import type { AuditLogEntry } from "@/lib/audit/audit-log";
import type { AuditEvent } from "@/lib/audit/event";
import { reportTitleOf } from "@/lib/operations/report-definitions";
import { formatMoment } from "@/lib/period/date";
import { AUDIT, sayAuditEvent } from "@/lib/wording/audit";

export function AuditTable({ entries }: { readonly entries: readonly AuditLogEntry[] }) {
  return (
    <LedgerRegion label={AUDIT.table}>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">{AUDIT.at}</th>
            <th scope="col">{AUDIT.who}</th>
            <th scope="col">{AUDIT.what}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map(({ auditNo, at, email, event, laoName }) => (
            <tr key={auditNo}>
              <td className="whitespace-nowrap">
                <time dateTime={at.toISOString()}>{formatMoment(at)}</time>
              </td>
              <td>{email}</td>
              <td>{sayAuditEvent(event, { laoName, reportTitle: reportTitle(event) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </LedgerRegion>
  );
}

/** Null for events without a report, and for a report that there is no more. */
function reportTitle(event: AuditEvent): string | null {
  if (!("reportId" in event)) return null;
  return reportTitleOf(event.reportId) ?? null;
}
