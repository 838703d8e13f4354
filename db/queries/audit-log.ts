/** One page of the audit log, newest first, from a place on (keyset: no page grows slower than the first). For administrators. */
import { type SQL, sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { AUDIT_PAGE_SIZE, type AuditLogEntry, type AuditPlace } from "@/lib/audit/audit-log";
import type { AuditEvent, AuditEventType } from "@/lib/audit/event";
import type { LaoCode } from "@/lib/office/office";
import type { IsoDate } from "@/lib/period/date";
import type { ScopedDb } from "../scoped";
import { moment } from "./moment";
import { nameOffices } from "./user-offices";

export interface AuditLogFilter {
  /** Days in Thailand, both inclusive. */
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
  readonly email?: string | undefined;
  readonly type?: AuditEventType | undefined;
  readonly lao?: LaoCode | undefined;
  readonly before?: AuditPlace | undefined;
}

export interface AuditLogRows {
  readonly entries: readonly AuditLogEntry[];
  /** Undefined on the last page. */
  readonly next: AuditPlace | undefined;
}

export async function auditLog(db: ScopedDb, _scope: Scope, filter: AuditLogFilter): Promise<AuditLogRows> {
  const rows = await db.execute<{
    audit_no: bigint;
    at_micros: bigint;
    user_id: number | null;
    email: string;
    type: string;
    facts: Record<string, unknown>;
    lao: LaoCode | null;
  }>(sql`select audit_no, (extract(epoch from at) * 1000000)::bigint as at_micros, user_id, email, type, facts, lao
    from portal.audit_log where ${sql.join(conditions(filter), sql` and `)}
    order by at desc, audit_no desc limit ${AUDIT_PAGE_SIZE + 1}`);
  const page = [...rows].slice(0, AUDIT_PAGE_SIZE);
  const nameOf = await nameOffices(
    db,
    page.flatMap((row) => (row.lao ? [{ kind: "lao", lao: row.lao } as const] : [])),
  );
  const last = page.at(-1);
  return {
    entries: page.map((row) => ({
      auditNo: String(row.audit_no),
      at: moment(row.at_micros / 1000n),
      userId: row.user_id,
      email: row.email,
      // Only events are ever written here, each with its own facts (db/writes/audit-event.ts).
      event: { type: row.type, ...row.facts } as AuditEvent,
      laoName: row.lao ? nameOf({ kind: "lao", lao: row.lao }) : null,
    })),
    next: last && rows.length > AUDIT_PAGE_SIZE ? { atMicros: last.at_micros, auditNo: last.audit_no } : undefined,
  };
}

function conditions(filter: AuditLogFilter): SQL[] {
  const dayStart = (day: IsoDate, plusDays: number) =>
    sql`(${day}::date + ${plusDays}::integer)::timestamp at time zone 'Asia/Bangkok'`;
  return [
    sql`true`,
    ...(filter.from ? [sql`at >= ${dayStart(filter.from, 0)}`] : []),
    ...(filter.to ? [sql`at < ${dayStart(filter.to, 1)}`] : []),
    ...(filter.email ? [sql`email = ${filter.email}`] : []),
    ...(filter.type ? [sql`type = ${filter.type}`] : []),
    ...(filter.lao ? [sql`lao = ${filter.lao}`] : []),
    ...(filter.before
      ? [
          sql`(at, audit_no) < (timestamptz 'epoch' + ${String(filter.before.atMicros)}::bigint * interval '1 microsecond', ${String(filter.before.auditNo)}::bigint)`,
        ]
      : []),
  ];
}
