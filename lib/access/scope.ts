/**
 * A scope is a permission to read: minted here only, from an actor and the id range of the LAOs granted to them.
 * Every query takes one; row-level security repeats it in the database.
 */
import type { LaoId } from "@/lib/office/office";
import type { Actor } from "./actor";

declare const minted: unique symbol;

/** LAO ids `from`–`to` inclusive; an empty scope has from > to. */
export interface Scope {
  readonly [minted]: true;
  readonly userId: number | null;
  readonly isAdministrator: boolean;
  readonly from: LaoId;
  readonly to: LaoId;
}

export interface LaoIdRange {
  readonly from: LaoId;
  readonly to: LaoId;
}

export const NO_LAOS: LaoIdRange = { from: 1 as LaoId, to: 0 as LaoId };
export const ALL_LAOS: LaoIdRange = { from: 0 as LaoId, to: 2147483647 as LaoId };

/** The scope of an actor whose grant covers the given ids (looked up by `db/queries/granted-laos`). */
export function mintScope(actor: Actor, range: LaoIdRange): Scope {
  return { userId: actor.userId, isAdministrator: actor.role === "administrator", ...range } as Scope;
}

export function isEmptyScope(scope: Scope): boolean {
  return scope.from > scope.to;
}
