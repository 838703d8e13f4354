import { describe, expect, it } from "vitest";
import { readServerEnv } from "@/lib/config/env";

const GIVEN = {
  PORTAL_APP_DATABASE_URL: "postgres://portal_app:hidden-password@127.0.0.1:5432/portal",
  NEXTAUTH_URL: "https://archive.example.go.th",
  NEXTAUTH_SECRET: "hidden-secret-of-more-than-thirty-two-signs",
};

describe("the web server's settings", () => {
  it("are read together", () => {
    expect(readServerEnv(GIVEN).address.host).toBe("archive.example.go.th");
  });

  it.each([
    [{ ...GIVEN, NEXTAUTH_SECRET: "" }, "NEXTAUTH_SECRET"],
    [{ ...GIVEN, NEXTAUTH_SECRET: "hidden-but-short" }, "NEXTAUTH_SECRET"],
    [{ ...GIVEN, PORTAL_APP_DATABASE_URL: "mysql://hidden" }, "PORTAL_APP_DATABASE_URL"],
    [{}, "PORTAL_APP_DATABASE_URL, NEXTAUTH_URL, NEXTAUTH_SECRET"],
  ])("are named when missing or wrong, never shown", (source, name) => {
    try {
      readServerEnv(source);
      expect.unreachable();
    } catch (error) {
      expect((error as Error).message).toContain(name);
      expect((error as Error).message).not.toContain("hidden");
    }
  });
});
