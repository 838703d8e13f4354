/** Ends the session in the database, so that a copy of its cookie is worth nothing either. */
import { z } from "zod";
import { endSession } from "@/db/writes/sign-in";
import { defineOperation } from "./define-operation";

export const signOut = defineOperation<{ sessionId: string }, void>({
  name: "sign-out",
  input: z.object({ sessionId: z.string().min(1).max(100) }),
  access: () => undefined,
  audit: () => ({ type: "sign-out" }),
  run: ({ db, now }, { sessionId }) => endSession(db, sessionId, now),
});
