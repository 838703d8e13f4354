/** Lets a disabled or locked user in again, with the password they had. */
import { z } from "zod";
import { enableUser as enable } from "@/db/writes/users";
import { mustBeAdministrator } from "@/lib/access/administrator";
import { emailSchema } from "@/lib/access/email";
import { defineOperation } from "./define-operation";
import { unknownUser } from "./unknown-user";

export const enableUser = defineOperation<{ email: string }, void>({
  name: "enable-user",
  input: z.object({ email: emailSchema }),
  access: mustBeAdministrator,
  audit: ({ email }) => ({ type: "change-user", change: "enable", email }),
  run: async ({ db, scope }, { email }) => {
    if (!(await enable(db, scope, email))) throw unknownUser(email);
  },
});
