import { describe, expect, it } from "vitest";
import { cookieName, cookieOptions } from "@/app/_session/cookie-name";

describe("the portal's cookies", () => {
  it("are bound to the host and to https where the portal is opened by https", () => {
    const address = new URL("https://archive.example.go.th");
    expect(cookieName("session", address)).toBe("__Host-portal-session");
    // What browsers demand of that prefix: Secure, Path=/ and no Domain.
    expect(cookieOptions(address)).toEqual({ httpOnly: true, sameSite: "lax", path: "/", secure: true });
  });

  it("are told apart for two portals on one machine, which http does by name alone", () => {
    const names = ["http://127.0.0.1:3000", "http://127.0.0.1:3001", "http://localhost"].map((text) =>
      cookieName("session", new URL(text)),
    );
    expect(names).toEqual(["portal-session-3000", "portal-session-3001", "portal-session-80"]);
    expect(cookieOptions(new URL("http://127.0.0.1:3000")).secure).toBe(false);
  });
});
