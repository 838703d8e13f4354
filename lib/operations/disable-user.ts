/** Takes a person's access away at once: open sessions end with their next request. What they did stays in the audit log. */
import { z } from "zod";
import { disableUser as disable } from "@/db/writes/users";
import { mustBeAdministrator } from "@/lib/access/administrator";
import { emailSchema } from "@/lib/access/email";
import { AppError } from "@/lib/errors/app-error";
import { defineOperation } from "./define-operation";
import { unknownUser } from "./unknown-user";

/** AppErrors: `not-found`; `conflict` for oneself and for the last administrator, so that somebody can always undo it. */
export const disableUser = defineOperation<{ email: string }, void>({
  name: "disable-user",
  input: z.object({ email: emailSchema }),
  access: mustBeAdministrator,
  audit: ({ email }) => ({ type: "change-user", change: "disable", email }),
  run: async ({ db, scope }, { email }) => {
    const outcome = await disable(db, scope, email);
    if (outcome === "unknown") throw unknownUser(email);
    if (outcome === "self") throw new AppError("conflict", "ระงับบัญชีของตนเองไม่ได้ — โปรดให้ผู้ดูแลระบบคนอื่นดำเนินการ");
    if (outcome === "last-administrator")
      throw new AppError("conflict", "ระงับผู้ดูแลระบบคนสุดท้ายไม่ได้ — โปรดเพิ่มผู้ดูแลระบบอีกคนก่อน");
  },
});
