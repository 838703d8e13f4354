/** The check of everything that is the administrator's alone: users and the audit log. */
import { AppError } from "@/lib/errors/app-error";
import type { Actor } from "./actor";

/** Throws AppError("access/forbidden") for everybody else. */
export function mustBeAdministrator(actor: Actor): void {
  if (actor.role !== "administrator")
    throw new AppError("access/forbidden", "ส่วนนี้ใช้ได้เฉพาะผู้ดูแลระบบ — หากจำเป็นต้องใช้ โปรดติดต่อผู้ดูแลระบบของหน่วยงาน");
}
