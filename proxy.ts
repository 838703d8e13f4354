/**
 * Headers of every page: the security policy with its nonce, and the path for the way back from the sign-in. It is no access
 * check (each page and handler asks app/_session itself), and it stays away from /api: bodies that pass here are cut at 10 MB.
 */
import { type NextRequest, NextResponse } from "next/server";
import { PATH_HEADER } from "./app/_session/path-header";

export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set(PATH_HEADER, `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  // Browsers ignore it over plain http; behind https it keeps the first request of a later visit from going out in the open.
  response.headers.set("strict-transport-security", "max-age=31536000");
  return response;
}

export const config = { matcher: ["/((?!api/|_next/static/|_next/image|fonts/|favicon).*)"] };
