/** Refusing a bag: nothing of it is loaded, and the operator is told why and what to do. */
import { AppError } from "@/lib/errors/app-error";

/** Throws. `reason` is a Thai sentence without full stop; the advice fits every refusal. */
export function refuseBag(reason: string, cause?: unknown): never {
  throw new AppError(
    "bag/refused",
    `ไม่รับชุดข้อมูลนี้: ${reason} — โปรดแจ้งผู้จัดทำชุดข้อมูลให้แก้ไขหรือส่งชุดใหม่ แล้วนำเข้าอีกครั้ง`,
    cause === undefined ? undefined : { cause },
  );
}

/** The system's own refusal to read something (no permission, a failing disk); anything else is a bug of ours. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error && "code" in error;
}
