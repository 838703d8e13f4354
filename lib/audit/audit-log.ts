/** The audit log as it is read: one entry a line, newest first, in pages that stay in place while new entries come in. */
import type { AuditEvent, AuditEventType } from "./event";

/** `Record` and not an array, so that a new event type does not compile before it stands here. */
const TYPES: Record<AuditEventType, true> = {
  "sign-in": true,
  "sign-out": true,
  "view-report": true,
  "export-report": true,
  "verify-file": true,
  "export-bundle": true,
  "download-bundle": true,
  "make-work-pack": true,
  "search-documents": true,
  "upload-rekeyed": true,
  "delete-rekeyed": true,
  "view-rekeyed": true,
  "decide-rekeyed": true,
  "write-comment": true,
  "view-damage": true,
  "load-archive": true,
  "change-user": true,
  "view-audit-log": true,
};
export const AUDIT_EVENT_TYPES = Object.keys(TYPES) as AuditEventType[];

export function isAuditEventType(text: string): text is AuditEventType {
  return Object.hasOwn(TYPES, text);
}

export const AUDIT_PAGE_SIZE = 50;

export interface AuditLogEntry {
  readonly auditNo: string;
  readonly at: Date;
  /** Null for the operator at the command line, and where nobody was signed in. */
  readonly userId: number | null;
  readonly email: string;
  readonly event: AuditEvent;
  /** Of the LAO that the event names; null where it names none or no loaded archive knows it. */
  readonly laoName: string | null;
}

export interface AuditLogPage {
  readonly entries: readonly AuditLogEntry[];
  /** Where the next page begins: give it back as `before`. Null on the last page. */
  readonly nextBefore: string | null;
}

/** A place between two entries: the moment in microseconds since 1970 and the number of the entry above it. */
export interface AuditPlace {
  readonly atMicros: bigint;
  readonly auditNo: bigint;
}

export function formatAuditPlace(place: AuditPlace): string {
  return `${place.atMicros}-${place.auditNo}`;
}

export function parseAuditPlace(text: string): AuditPlace | undefined {
  const match = /^(\d{1,18})-(\d{1,18})$/.exec(text);
  return match ? { atMicros: BigInt(match[1] ?? 0), auditNo: BigInt(match[2] ?? 0) } : undefined;
}
