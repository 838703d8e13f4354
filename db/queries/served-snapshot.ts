/** The one served snapshot of an id: the door through which every reader of facts goes, so that a half-loaded one is never read. */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { AppError } from "@/lib/errors/app-error";
import type { ScopedDb } from "../scoped";
import { type NumberedSnapshot, selectSnapshots } from "./snapshots";

/** Throws AppError("not-found") if no snapshot of that id is served. */
export async function servedSnapshot(db: ScopedDb, scope: Scope, id: string): Promise<NumberedSnapshot> {
  const [snapshot] = await selectSnapshots(db, scope, sql`status = 'served' and id = ${id}`);
  if (!snapshot) throw new AppError("not-found", `ไม่พบชุดข้อมูล «${id}» — โปรดเลือกจากรายการชุดข้อมูลที่มี`);
  return snapshot;
}
