/** Appends one row to the audit log, in the caller's transaction. The portal's role can insert here, never change or delete. */
import { sql } from "drizzle-orm";
import type { Actor } from "@/lib/access/actor";
import type { Scope } from "@/lib/access/scope";
import type { AuditEvent } from "@/lib/audit/event";
import type { ScopedDb } from "../scoped";

export interface AuditEntry {
  readonly actor: Actor;
  readonly at: Date;
  readonly event: AuditEvent;
}

export async function insertAuditEvent(db: ScopedDb, _scope: Scope, entry: AuditEntry): Promise<void> {
  const { type, ...facts } = entry.event;
  await db.execute(sql`insert into portal.audit_log (at, user_id, email, type, facts)
    values (${entry.at.toISOString()}, ${entry.actor.userId}, ${entry.actor.email}, ${type}, ${JSON.stringify(facts)}::jsonb)`);
}
