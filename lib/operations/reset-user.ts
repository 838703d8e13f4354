/** A new initial password for somebody who lost theirs; ends their sessions and any lock. A disabled user stays disabled. */
import { z } from "zod";
import { resetPassword } from "@/db/writes/users";
import { mustBeAdministrator } from "@/lib/access/administrator";
import { emailSchema } from "@/lib/access/email";
import { generatePassword, hashPassword } from "@/lib/access/password";
import { AppError } from "@/lib/errors/app-error";
import { defineOperation } from "./define-operation";
import { unknownUser } from "./unknown-user";

export interface ResetUser {
  readonly email: string;
  /** Shown once, kept nowhere; to be changed at the next sign-in. */
  readonly initialPassword: string;
}

/** AppErrors: `not-found`; `conflict` for oneself, who has a page for it that asks for the old password. */
export const resetUser = defineOperation<{ email: string }, ResetUser>({
  name: "reset-user",
  input: z.object({ email: emailSchema }),
  access: mustBeAdministrator,
  audit: ({ email }) => ({ type: "change-user", change: "reset", email }),
  run: async ({ db, scope }, { email }) => {
    const initialPassword = generatePassword();
    const outcome = await resetPassword(db, scope, email, await hashPassword(initialPassword));
    if (outcome === "unknown") throw unknownUser(email);
    if (outcome === "self") throw new AppError("conflict", "ตั้งรหัสผ่านใหม่ให้ตนเองที่นี่ไม่ได้ — โปรดใช้หน้า «เปลี่ยนรหัสผ่าน»");
    return { email, initialPassword };
  },
});
