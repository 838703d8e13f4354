/** Finds the LAO and the archive that an operation is about, or says why not: part of the operations on one LAO. */
import { findLao } from "@/db/queries/lao";
import type { ScopedDb } from "@/db/scoped";
import { ALL_LAOS, type Scope } from "@/lib/access/scope";
import { AppError } from "@/lib/errors/app-error";
import { parseLaoCode } from "@/lib/office/office";
import type { ReportHead } from "@/lib/reports/report-rows";

/** Without an archive's id: the newest. Throws AppError("not-found"), or "access/forbidden" to those who may not see every LAO. */
export async function openLao(
  db: ScopedDb,
  scope: Scope,
  laoText: string,
  snapshotId: string | undefined,
  { isNotLive = false } = {},
): Promise<ReportHead> {
  const laoCode = parseLaoCode(laoText);
  const head = laoCode && (await findLao(db, scope, { snapshotId: snapshotId ?? null, laoCode, isNotLive }));
  if (head) return head;
  const isNational = scope.from <= ALL_LAOS.from && scope.to >= ALL_LAOS.to;
  const archive = snapshotId === undefined ? "" : ` ในชุดข้อมูล «${snapshotId}»`;
  if (isNational) throw new AppError("not-found", `ไม่พบ อปท. รหัส «${laoText}»${archive} — โปรดตรวจรหัส 8 หลัก`);
  throw new AppError("access/forbidden", `ไม่พบ อปท. รหัส «${laoText}»${archive} ในขอบเขตที่ท่านมีสิทธิดู — โปรดเลือกจากหน้าแรก`);
}

/**
 * The archive that re-keyed books are held against. Never one of the system in use (`live`), which holds what was keyed again: held against itself,
 * everything would agree.
 */
export function openArchive(db: ScopedDb, scope: Scope, lao: string, snapshotId?: string): Promise<ReportHead> {
  return openLao(db, scope, lao, snapshotId, { isNotLive: true });
}
