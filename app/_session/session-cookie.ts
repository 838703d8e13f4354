import "server-only";
import { cookies } from "next/headers";
/** The one cookie of a signed-in browser: an encrypted token that names the session's row in the database, and nothing else. */
import { decode, encode } from "next-auth/jwt";
import { SESSION_MAX_MS } from "@/lib/access/session-limits";
import { readServerEnv } from "@/lib/config/env";

/**
 * Over https the name's prefix makes browsers insist on Secure, this host alone and every path. Plain http is for one's own
 * machine: there the port is in the name, since cookies are not told apart by port and two portals may run side by side.
 */
export function cookieName(what: "session" | "csrf" | "callback"): string {
  const { address } = readServerEnv();
  if (address.protocol === "https:") return `__Host-portal-${what}`;
  return `portal-${what}-${address.port || "80"}`;
}

export function cookieOptions() {
  const isSecure = readServerEnv().address.protocol === "https:";
  return { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure } as const;
}

/** The session that the request's cookie names; undefined without one or when it was not made here. */
export async function readSessionId(): Promise<string | undefined> {
  const token = (await cookies()).get(cookieName("session"))?.value;
  if (!token) return undefined;
  try {
    const claims = await decode({ token, secret: readServerEnv().sessionSecret });
    return typeof claims?.sessionId === "string" ? claims.sessionId : undefined;
  } catch {
    // Another portal's, a forged or an expired token: nobody is signed in, and that is all there is to say.
    return undefined;
  }
}

/** Gives the browser its cookie; in server actions and route handlers only. */
export async function writeSessionCookie(sessionId: string): Promise<void> {
  const maxAge = SESSION_MAX_MS / 1000;
  const token = await encode({ token: { sessionId }, secret: readServerEnv().sessionSecret, maxAge });
  (await cookies()).set(cookieName("session"), token, { ...cookieOptions(), maxAge });
}

export async function dropSessionCookie(): Promise<void> {
  (await cookies()).set(cookieName("session"), "", { ...cookieOptions(), maxAge: 0 });
}
