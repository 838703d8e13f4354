import "server-only";
/** The one cookie of a signed-in browser: an encrypted token that names the session's row in the database, and nothing else. */
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { SESSION_MAX_MS } from "@/lib/access/session-limits";
import { readServerEnv } from "@/lib/config/env";
import { cookieName, cookieOptions } from "./cookie-name";

/** The session that the request's cookie names; undefined without one or when it was not made here. */
export async function readSessionId(): Promise<string | undefined> {
  const { address, sessionSecret } = readServerEnv();
  const token = (await cookies()).get(cookieName("session", address))?.value;
  if (!token) return undefined;
  try {
    const claims = await decode({ token, secret: sessionSecret });
    return typeof claims?.sessionId === "string" ? claims.sessionId : undefined;
  } catch {
    // Another portal's, a forged or an expired token: nobody is signed in, and that is all there is to say.
    return undefined;
  }
}

/** Gives the browser its cookie; in server actions and route handlers only. */
export async function writeSessionCookie(sessionId: string): Promise<void> {
  const { address, sessionSecret } = readServerEnv();
  const maxAge = SESSION_MAX_MS / 1000;
  const token = await encode({ token: { sessionId }, secret: sessionSecret, maxAge });
  (await cookies()).set(cookieName("session", address), token, { ...cookieOptions(address), maxAge });
}

export async function dropSessionCookie(): Promise<void> {
  const { address } = readServerEnv();
  (await cookies()).set(cookieName("session", address), "", { ...cookieOptions(address), maxAge: 0 });
}
