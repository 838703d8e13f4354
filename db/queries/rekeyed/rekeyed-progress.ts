/**
 * How far LAOs have come with checking their re-keyed books, and when something last happened there: pieces of the lists of LAOs (`l` is the LAO's row of
 * `snapshot_laos`). Grain: one row an LAO. It reads what the last change left (migration 0015), no books.
 */
import { type SQL, sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { satang } from "@/lib/money/amount";
import type { RekeyedProgress } from "@/lib/rekeyed/progress";

export interface FollowUp {
  /** Against this archive; null where nothing was keyed again, or was not held against it yet. */
  readonly rekeyed: RekeyedProgress | null;
  /** Something was keyed again that counts. */
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

/** `p` is the progress. An upload whose columns are still to be told is an activity without any. Joined once for all LAOs, however they are sorted. */
export function followedUp(scope: Scope, snapshotNo: number): { readonly columns: SQL; readonly joins: SQL } {
  const inScope = sql`lao_id between ${scope.from} and ${scope.to}`;
  return {
    columns: sql`coalesce(sent.is_rekeyed, false) as is_rekeyed, p.items, p.settled, p.open_difference::text as open_difference, greatest(p.changed_at, sent.at, said.at) as last_activity`,
    joins: sql`
      left join portal.rekeyed_progress p on p.lao_id = l.lao_id and p.lao_id between ${scope.from} and ${scope.to} and p.snapshot_no = ${snapshotNo}
      left join (select lao_id, max(uploaded_at) as at, bool_or(state = 'current') as is_rekeyed from portal.rekeyed_uploads where ${inScope} group by lao_id) sent on sent.lao_id = l.lao_id
      left join (select lao_id, max(at) as at from portal.comments where ${inScope} group by lao_id) said on said.lao_id = l.lao_id`,
  };
}

export function toFollowUp({ is_rekeyed, items, settled, open_difference, last_activity }: FollowUpRow): FollowUp {
  return {
    hasRekeyed: is_rekeyed,
    rekeyed:
      items === null || settled === null || open_difference === null
        ? null
        : { items, settled, openDifference: satang(BigInt(open_difference)) },
    lastActivity: last_activity === null ? null : new Date(last_activity),
  };
}
