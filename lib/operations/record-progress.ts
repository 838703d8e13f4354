/** Part of the operations that change re-keyed books: what their change comes to is kept for the lists of those who oversee, in the same transaction. */
import { lockRekeyedBooks, saveProgress } from "@/db/writes/rekeyed-progress";
import { sumProgress } from "@/lib/rekeyed/progress";
import type { ReportHead } from "@/lib/reports/report-rows";
import type { OperationRun } from "./define-operation";
import { matchRekeyed } from "./match-rekeyed";

/** `change` with nobody else's in between. */
export async function recordProgress<Result>(
  { db, scope, now }: OperationRun,
  head: ReportHead,
  change: () => Promise<Result>,
): Promise<Result> {
  const { laoId, snapshotNo } = head;
  await lockRekeyedBooks(db, scope, laoId);
  const result = await change();
  const { items } = await matchRekeyed(db, scope, head);
  await saveProgress(db, scope, { laoId, snapshotNo, at: now, ...sumProgress(items) });
  return result;
}
