/** The audit row of a load: written in the transaction that serves the snapshot, or alone where nothing was loaded. */
import type pg from "pg";
import type { Actor } from "@/lib/access/actor";
import type { AuditEvent } from "@/lib/audit/event";

type LoadEvent = Extract<AuditEvent, { type: "load-archive" }>;
export type LoadOutcome = LoadEvent["outcome"];

/** By the owner's session, since loading has no scope; the same columns as `writes/audit-event`. */
export async function insertLoadEvent(
  session: pg.Client,
  by: { readonly actor: Actor; readonly now: Date },
  facts: Omit<LoadEvent, "type">,
): Promise<void> {
  const type: LoadEvent["type"] = "load-archive";
  await session.query(
    "insert into portal.audit_log (at, user_id, email, type, facts) values ($1, $2, $3, $4, $5::jsonb)",
    [by.now.toISOString(), by.actor.userId, by.actor.email, type, JSON.stringify(facts)],
  );
}
