/**
 * Makes operations, so that none can leave out the input check, the access check, the scope or the audit row.
 * Everything that `run` does happens in one scoped transaction, the audit row included.
 */
import type { z } from "zod";
import type { Database } from "@/db/client";
import { grantedLaos } from "@/db/queries/granted-laos";
import { type ScopedDb, withScope } from "@/db/scoped";
import { insertAuditEvent } from "@/db/writes/audit-event";
import type { Actor } from "@/lib/access/actor";
import { mintScope, type Scope } from "@/lib/access/scope";
import type { AuditEvent } from "@/lib/audit/event";
import { AppError } from "@/lib/errors/app-error";

export interface OperationContext {
  readonly actor: Actor;
  readonly now: Date;
  readonly database: Database;
}

/** What `run` is given: the transaction, the scope, and who asks when. */
export interface OperationRun {
  readonly db: ScopedDb;
  readonly scope: Scope;
  readonly actor: Actor;
  readonly now: Date;
  /** For what has to stand also where this transaction fails. */
  readonly database: Database;
}

export interface OperationSpec<Input, Output> {
  readonly name: string;
  readonly input: z.ZodType<Input>;
  /** Throws an AppError if this actor may not; what they may see within is the scope's business. */
  readonly access: (actor: Actor, input: Input) => void;
  /** The event to record, or null where nothing is to be recorded (lists that show no figures). */
  readonly audit: (input: Input, output: Output, actor: Actor) => AuditEvent | null;
  readonly run: (context: OperationRun, input: Input) => Promise<Output>;
}

export type Operation<Input, Output> = (context: OperationContext, input: Input) => Promise<Output>;

export function defineOperation<Input, Output>(spec: OperationSpec<Input, Output>): Operation<Input, Output> {
  return async (context, rawInput) => {
    const parsed = spec.input.safeParse(rawInput);
    if (!parsed.success) {
      const fields = parsed.error.issues.map((issue) => issue.path.join(".") || "(ทั้งหมด)").join(", ");
      throw new AppError("input/invalid", `ข้อมูลที่ส่งมาไม่ถูกต้อง: ${fields} — โปรดตรวจแล้วลองใหม่`, { cause: parsed.error });
    }
    spec.access(context.actor, parsed.data);
    const scope = mintScope(context.actor, await grantedLaos(context.database, context.actor));
    return withScope(context.database, scope, async (db) => {
      const output = await spec.run({ db, scope, ...context }, parsed.data);
      const event = spec.audit(parsed.data, output, context.actor);
      if (event) await insertAuditEvent(db, scope, { actor: context.actor, at: context.now, event });
      return output;
    });
  };
}
