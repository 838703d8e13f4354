/** Who may read the books of LAOs at all; which LAOs, is the scope's business. */
import { AppError } from "@/lib/errors/app-error";
import type { Actor } from "./actor";

/** Throws AppError("access/forbidden") for an administrator without LAOs of their own to read. */
export function mustReadBooks(actor: Actor): void {
  if (actor.grant.kind === "none") {
    throw new AppError(
      "access/forbidden",
      "บัญชีผู้ดูแลระบบดูรายงานของ อปท. ไม่ได้ — หากต้องใช้รายงาน โปรดขอสิทธิดูข้อมูลของ อปท. เพิ่ม",
    );
  }
}

/** Throws AppError("access/forbidden") for whoever reads one LAO only. */
export function mustOverseeLaos(actor: Actor): void {
  mustReadBooks(actor);
  if (actor.grant.kind === "lao") {
    throw new AppError(
      "access/forbidden",
      "รายชื่อและรายงานรวมของ อปท. ใช้ได้เฉพาะผู้ตรวจสอบของจังหวัดและกรม — โปรดกลับไปหน้าหน่วยงานของท่าน",
    );
  }
}

/** Throws AppError("access/forbidden") for whoever reads more than one LAO: its books are its own to write. */
export function mustKeepBooks(actor: Actor): void {
  mustReadBooks(actor);
  if (actor.grant.kind !== "lao") {
    throw new AppError("access/forbidden", "ส่งแฟ้มและบันทึกผลตรวจได้เฉพาะเจ้าหน้าที่ของ อปท. นั้นเอง — ผู้ตรวจสอบเปิดดูได้อย่างเดียว");
  }
}
