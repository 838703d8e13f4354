/** Names of the portal's cookies, by the address that people open it at. */

/**
 * Over https the prefix makes browsers insist on Secure, this host alone and every path. Plain http is for one's own machine:
 * there the port is in the name, since cookies are not told apart by port and two portals may run side by side.
 */
export function cookieName(what: "session" | "csrf" | "callback" | "checked", address: URL): string {
  if (address.protocol === "https:") return `__Host-portal-${what}`;
  return `portal-${what}-${address.port || "80"}`;
}

/** Out of reach of scripts and of other sites; over https never sent in the open. */
export function cookieOptions(address: URL) {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: address.protocol === "https:" } as const;
}
