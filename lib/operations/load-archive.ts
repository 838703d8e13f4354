/**
 * Loads an archive bag as a snapshot. Not made by `define-operation`: it runs as the owner of the tables and over many transactions; the audit
 * row stands in the one that serves the snapshot.
 */
import { type LoadResult, loadArchive as load } from "@/db/load/load-archive";
import type { LoadRequest } from "@/db/load/load-request";
import { AppError } from "@/lib/errors/app-error";

export type { LoadResult } from "@/db/load/load-archive";
export type { LoadProgress } from "@/db/load/load-meter";

/**
 * Serves the bag's content under its snapshot id, or finds it served already (`unchanged`). Damage is loaded as findings, not refused.
 * Throws AppError: "bag/refused" if it is no bag of a known format or its id is taken by other content (and not `replace`), "access/forbidden".
 */
export async function loadArchive(request: LoadRequest): Promise<LoadResult> {
  if (request.actor.role !== "administrator") {
    throw new AppError("access/forbidden", "เฉพาะผู้ดูแลระบบเท่านั้นที่นำเข้าชุดข้อมูลได้");
  }
  return load(request);
}
