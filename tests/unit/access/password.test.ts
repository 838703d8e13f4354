import { describe, expect, it } from "vitest";
import { generatePassword, hashPassword, verifyPassword } from "@/lib/access/password";
import { findPasswordFault } from "@/lib/access/password-rule";

const OWNER = { email: "somchai@example.go.th", name: "สมชาย ใจดี" };

describe("password", () => {
  it("is kept as argon2id with a salt of its own", async () => {
    const [first, second] = await Promise.all([hashPassword("ความลับของเรา"), hashPassword("ความลับของเรา")]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(first).not.toBe(second);
  });

  it("is recognized in either spelling of composed letters, and no other", async () => {
    const hash = await hashPassword("café-ระบบบัญชี");
    expect(await verifyPassword(hash, "cafe\u0301-ระบบบัญชี")).toBe(true);
    expect(await verifyPassword(hash, "cafe-ระบบบัญชี")).toBe(false);
  });

  it("is never right where there is no account", async () => {
    // "nobody" is the password behind the hash that evens out the time.
    expect(await verifyPassword(null, "nobody")).toBe(false);
  });

  it("takes about as long to refuse for no account as for a wrong password", async () => {
    const hash = await hashPassword("some password");
    const time = async (stored: string | null) => {
      const start = performance.now();
      for (let round = 0; round < 5; round += 1) await verifyPassword(stored, "another password");
      return performance.now() - start;
    };
    await time(hash);
    const ratio = (await time(null)) / (await time(hash));
    expect(ratio).toBeGreaterThan(0.3);
    expect(ratio).toBeLessThan(3);
  });

  it("made by the portal keeps its own rule and never repeats", () => {
    const made = Array.from({ length: 200 }, generatePassword);
    expect(new Set(made).size).toBe(200);
    expect(made.filter((password) => findPasswordFault(password, OWNER) !== null)).toEqual([]);
    expect(made.every((password) => /^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){3}$/.test(password))).toBe(true);
  });
});

describe("the rule for new passwords", () => {
  it.each([
    ["สั้นไป", "อย่างน้อย 12"],
    ["aaaaaaaaaaaaaaaaaaaa", "เดาง่าย"],
    ["Somchai-2567-budget", "ชื่อหรืออีเมล"],
    ["สมชาย ใจดี ๒๕๖๗", "ชื่อหรืออีเมล"],
    ["ก".repeat(201), "ไม่เกิน 200"],
  ])("refuses %s", (password, reason) => {
    expect(findPasswordFault(password, OWNER)).toContain(reason);
  });

  it("takes a long sentence in Thai", () => {
    expect(findPasswordFault("ฝนตกที่ทุ่งนาเมื่อวานนี้", OWNER)).toBeNull();
  });
});
