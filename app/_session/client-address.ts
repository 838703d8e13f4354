/** Whose network address a request comes from: the peer of the connection, or what the operator's own proxies say of it. */
import { isIP } from "node:net";
import { PEER_HEADER } from "./peer-header";

/**
 * X-Forwarded-For can be written by anybody; only the entries that the operator's own proxies added, at its end, are true.
 * @param proxies how many proxies stand before the portal; 0: the header counts for nothing
 * @returns null where it cannot be told
 */
export function clientAddress(headers: Pick<Headers, "get">, proxies: number): string | null {
  const peer = headers.get(PEER_HEADER);
  if (proxies === 0) return peer;
  const passed = (headers.get("x-forwarded-for") ?? "").split(",").map((entry) => entry.trim());
  const entry = passed.at(-proxies) ?? "";
  return isIP(entry) ? entry : peer;
}
