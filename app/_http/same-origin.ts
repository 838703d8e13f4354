/** Route handlers that change or fetch something by POST must be asked by the portal's own pages (Next checks this for actions only). */
import { readServerEnv } from "@/lib/config/env";
import { AppError } from "@/lib/errors/app-error";

/** Throws AppError("access/forbidden") for a request that another site made a browser send, or that does not say where it is from. */
export function mustBeSameOrigin(request: Request): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  if (!isSameOrigin(request.headers, readServerEnv().address.host))
    throw new AppError("access/forbidden", "คำขอนี้ไม่ได้มาจากหน้าของระบบ — โปรดเปิดหน้าเดิมใหม่แล้วลองอีกครั้ง");
}

/** By `Sec-Fetch-Site`, which pages cannot forge; older browsers by Origin against Host or the portal's public host. */
export function isSameOrigin(headers: Headers, publicHost: string): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = headers.get("origin");
  if (origin === null || !URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  return host === publicHost || host === headers.get("host");
}
