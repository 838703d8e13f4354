/** A user's own new password, against the old one. Ends all their sessions, the present one too: the door signs in anew. */
import { z } from "zod";
import { openSignIn } from "@/db/queries/user-sign-in";
import { recordSignIn } from "@/db/writes/sign-in";
import { changeOwnPassword } from "@/db/writes/users";
import { countFailure, isLocked } from "@/lib/access/lockout";
import { hashPassword, verifyPassword } from "@/lib/access/password";
import { findPasswordFault } from "@/lib/access/password-rule";
import { AppError } from "@/lib/errors/app-error";
import { defineOperation } from "./define-operation";

/** `wrong` and `locked` are answers, not errors: an error would undo the count of the failed attempt. */
export type PasswordChange = "changed" | "wrong" | "locked";

/** AppErrors: `input/invalid` when the new password will not do, `access/forbidden` for the operator, who has none. */
export const changePassword = defineOperation<{ current: string; next: string }, PasswordChange>({
  name: "change-password",
  input: z.object({ current: z.string().min(1).max(800), next: z.string().min(1).max(800) }),
  access: (actor) => {
    if (actor.userId === null)
      throw new AppError("access/forbidden", "ผู้ปฏิบัติงานที่บรรทัดคำสั่งไม่มีรหัสผ่านของตนเอง — ใช้ user reset กับบัญชีที่ต้องการ");
  },
  // A failed attempt has written its own row, as a failed sign-in.
  audit: (_input, outcome, actor) =>
    outcome === "changed" ? { type: "change-user", change: "password", email: actor.email } : null,
  run: async ({ db, scope, actor, now }, { current, next }) => {
    const fault = findPasswordFault(next, actor) ?? (next === current ? "รหัสผ่านใหม่ต้องไม่ซ้ำกับรหัสผ่านเดิม" : null);
    if (fault) throw new AppError("input/invalid", fault);
    const account = await openSignIn(db);
    if (!account) throw new AppError("access/signed-out", "บัญชีนี้ใช้งานไม่ได้แล้ว — โปรดติดต่อผู้ดูแลระบบ");
    const isOpen = !isLocked(account.count, now);
    if (!(await verifyPassword(isOpen ? account.passwordHash : null, current))) {
      const outcome = isOpen ? "wrong" : "locked";
      const count = isOpen ? countFailure(account.count, now) : account.count;
      await recordSignIn(db, { outcome, at: now, count, sessionId: null });
      return outcome;
    }
    if (!(await changeOwnPassword(db, scope, await hashPassword(next))))
      throw new AppError("access/signed-out", "บัญชีนี้ใช้งานไม่ได้แล้ว — โปรดติดต่อผู้ดูแลระบบ");
    return "changed";
  },
});
