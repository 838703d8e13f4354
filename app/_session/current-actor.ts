import "server-only";
/**
 * From the request to who asks. The answer is the database's, once per request: the cookie alone proves nothing, and proxy.ts
 * checks nothing. Pages are sent to the sign-in, route handlers and actions get an AppError.
 */
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Actor } from "@/lib/access/actor";
import { AppError } from "@/lib/errors/app-error";
import type { OperationContext } from "@/lib/operations/define-operation";
import { type LiveSession, resumeSession } from "@/lib/operations/resume-session";
import { database } from "./database";
import { PATH_HEADER } from "./path-header";
import { signInHref } from "./return-path";
import { readSessionId } from "./session-cookie";

/** Whoever is signed in, also while they still have to choose a password; undefined for nobody. */
export const currentSession = cache(async (): Promise<LiveSession | undefined> => {
  const sessionId = await readSessionId();
  return sessionId === undefined ? undefined : resumeSession({ database: database(), now: new Date() }, sessionId);
});

/** For pages and layouts: the actor, or off to the sign-in (and back afterwards), or to the choice of a password. */
export async function currentActor(): Promise<Actor & { readonly userId: number }> {
  const session = await currentSession();
  if (!session) redirect(signInHref((await headers()).get(PATH_HEADER)));
  if (session.mustChangePassword) redirect("/password");
  return session.actor;
}

/** For pages: what operations need. */
export async function currentContext(): Promise<OperationContext> {
  return { actor: await currentActor(), now: new Date(), database: database() };
}

/** For route handlers: as `currentContext`, but AppError("access/signed-out") or ("access/forbidden") instead of a redirect. */
export async function requestContext(): Promise<OperationContext> {
  const session = await currentSession();
  if (!session) throw new AppError("access/signed-out", "ยังไม่ได้เข้าสู่ระบบ หรือหมดเวลาใช้งานแล้ว — โปรดเข้าสู่ระบบอีกครั้ง");
  if (session.mustChangePassword)
    throw new AppError("access/forbidden", "โปรดตั้งรหัสผ่านของตนเองก่อนใช้งาน ที่หน้า «เปลี่ยนรหัสผ่าน»");
  return { actor: session.actor, now: new Date(), database: database() };
}
