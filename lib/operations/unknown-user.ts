/** The error of every operation on a user whose address has no account. Administrators only see it, so it may say so. */
import { AppError } from "@/lib/errors/app-error";

export function unknownUser(email: string): AppError {
  return new AppError("not-found", `ไม่พบผู้ใช้ที่มีอีเมล ${email} — โปรดตรวจการสะกด`);
}
