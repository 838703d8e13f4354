import { describe, expect, it } from "vitest";
import { safeReturnPath, signInHref } from "@/app/_session/return-path";

describe("the way back after signing in", () => {
  it("keeps path and query of the portal's own pages", () => {
    expect(safeReturnPath("/lao/06350302/reports/ledger?month=2024-03&q=น้ำ")).toBe(
      "/lao/06350302/reports/ledger?month=2024-03&q=%E0%B8%99%E0%B9%89%E0%B8%B3",
    );
    expect(signInHref("/laos?page=2")).toBe("/sign-in?return=%2Flaos%3Fpage%3D2");
  });

  it.each([
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example/",
    "\\\\evil.example",
    "/\t/evil.example/",
    "/%0d%0aSet-Cookie:x/../..//evil.example",
    "http:/evil.example",
    "javascript:alert(1)",
    "/..//evil.example",
    "/.//evil.example",
    "laos",
    "",
    `/${"a".repeat(3000)}`,
  ])("goes home and nowhere else for %j", (given) => {
    const path = safeReturnPath(given);
    expect(new URL(path, "http://portal.example").origin).toBe("http://portal.example");
    expect(path.startsWith("//")).toBe(false);
    expect(path).not.toMatch(/[\r\n\t\\]/);
    if (!given.includes("%0d")) expect(path).toBe("/");
  });

  it.each(["/sign-in", "/sign-in?return=/laos", "/password", "/api/auth/signout"])(
    "does not go in circles: %s",
    (given) => {
      expect(safeReturnPath(given)).toBe("/");
      expect(signInHref(given)).toBe("/sign-in");
    },
  );
});
