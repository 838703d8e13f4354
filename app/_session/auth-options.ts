import "server-only";
/** next-auth's settings: e-mail and password, a token in a cookie, and the portal's own sign-in page. */
import type { AuthOptions, User } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { toProblem } from "@/app/_http/problem";
import { SESSION_MAX_MS } from "@/lib/access/session-limits";
import { readServerEnv } from "@/lib/config/env";
import { signIn } from "@/lib/operations/sign-in";
import { cookieName, cookieOptions } from "./cookie-name";
import { currentAddress } from "./current-address";
import { database } from "./database";
import { endCurrentSession } from "./end-current-session";

type SignedInUser = User & { readonly sessionId: string };

/** Made per request, since the settings are the running server's and not those of the build. */
export function authOptions(): AuthOptions {
  const { address, sessionSecret } = readServerEnv();
  const options = cookieOptions(address);
  return {
    secret: sessionSecret,
    session: { strategy: "jwt", maxAge: SESSION_MAX_MS / 1000 },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    cookies: {
      sessionToken: { name: cookieName("session", address), options },
      csrfToken: { name: cookieName("csrf", address), options },
      callbackUrl: { name: cookieName("callback", address), options },
    },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        authorize: async (credentials) => {
          try {
            const address = await currentAddress();
            const input = { email: credentials?.email ?? "", password: credentials?.password ?? "", address };
            const { userId, sessionId } = await signIn({ database: database(), now: new Date() }, input);
            return { id: String(userId), sessionId } satisfies SignedInUser;
          } catch (error) {
            // Logs what is a bug; to the browser every refusal looks the same.
            toProblem(error);
            return null;
          }
        },
      }),
    ],
    callbacks: {
      // No name and no address in the cookie: it names the session, and the database knows whose it is.
      jwt: ({ token, user }) => ({ sessionId: (user as SignedInUser | undefined)?.sessionId ?? token.sessionId }),
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) =>
        URL.canParse(url) && new URL(url).origin === new URL(baseUrl).origin ? url : baseUrl,
    },
    events: { signOut: endCurrentSession },
  };
}
