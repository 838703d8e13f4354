/**
 * How far LAOs have come with checking their re-keyed books, and when something last happened there: pieces of the lists of LAOs (`l` is the LAO's row of
 * `snapshot_laos`). Grain: one row an LAO. It reads what the last change left (migration 0015), no books.
 */
import { type SQL, sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { satang } from "@/lib/money/amount";
import type { CheckState, RekeyedProgress } from "@/lib/rekeyed/progress";

export interface FollowUp {
  /** Against this archive; null where nothing was keyed again, or was not held against it since the last file was sent. */
  readonly rekeyed: RekeyedProgress | null;
  /** A file was sent that counts, or that waits for its columns to be told. */
  readonly hasRekeyed: boolean;
  /** An upload or decision of its accountant, or a comment of anybody; null where there was none. */
  readonly lastActivity: Date | null;
}

export interface FollowUpRow {
  is_rekeyed: boolean;
  items: number | null;
  settled: number | null;
  open_difference: string | null;
  last_activity: string | null;
}

/**
 * `sent` is what was sent, `p` the progress: one from before the last file tells of documents that may be gone. Joined once for all LAOs, however they
 * are sorted.
 */
export function followedUp(scope: Scope, snapshotNo: number): { readonly columns: SQL; readonly joins: SQL } {
  const inScope = sql`lao_id between ${scope.from} and ${scope.to}`;
  return {
    columns: sql`coalesce(sent.is_rekeyed, false) as is_rekeyed, p.items, p.settled, p.open_difference::text as open_difference, greatest(p.changed_at, sent.at, said.at) as last_activity`,
    joins: sql`
      left join (
        select lao_id, max(uploaded_at) as at, bool_or(state in ('waiting', 'current')) as is_rekeyed
        from portal.rekeyed_uploads where ${inScope} group by lao_id
      ) sent on sent.lao_id = l.lao_id
      left join portal.rekeyed_progress p on p.lao_id = l.lao_id and p.lao_id between ${scope.from} and ${scope.to}
        and p.snapshot_no = ${snapshotNo} and p.changed_at >= sent.at
      left join (select lao_id, max(at) as at from portal.comments where ${inScope} group by lao_id) said on said.lao_id = l.lao_id`,
  };
}

const IS_DONE = sql`(p.items > 0 and p.settled = p.items) is true`;
const IS_SENT = sql`sent.is_rekeyed is true`;
/** Over the joins of `followedUp`. */
export const IN_CHECK_STATE: Readonly<Record<CheckState, SQL>> = {
  "not-sent": sql`not (${IS_SENT})`,
  open: sql`${IS_SENT} and not (${IS_DONE})`,
  done: sql`${IS_SENT} and ${IS_DONE}`,
};

export function toFollowUp({ is_rekeyed, items, settled, open_difference, last_activity }: FollowUpRow): FollowUp {
  return {
    hasRekeyed: is_rekeyed,
    rekeyed:
      !is_rekeyed || !items || settled === null || open_difference === null
        ? null
        : { items, settled, openDifference: satang(BigInt(open_difference)) },
    lastActivity: last_activity === null ? null : new Date(last_activity),
  };
}
