import { expect, test } from "@playwright/test";
import { ADMINISTRATOR, signInAs } from "./sign-in-as";

test("every page has a policy of its own that allows no foreign script and no frame", async ({ request }) => {
  const policies = await Promise.all(
    [1, 2].map(async () => (await request.get("/sign-in")).headers()["content-security-policy"] ?? ""),
  );
  for (const policy of policies) {
    expect(policy).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/=]+' 'strict-dynamic'(;|$)/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("base-uri 'none'");
  }
  expect(policies[0]).not.toBe(policies[1]);
});

test("pages, handlers and files alike are not sniffed, not framed, and send no address to other sites", async ({
  request,
}) => {
  for (const path of ["/sign-in", "/api/health", "/no-such-page"]) {
    expect((await request.get(path)).headers()).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
    });
  }
});

test("pages of the signed-in are kept in no cache", async ({ page }) => {
  await signInAs(page, ADMINISTRATOR);
  const answer = await page.goto("/users");
  expect(answer?.headers()["cache-control"]).toContain("no-store");
});

test("the policy blocks nothing of the portal's own", async ({ page }) => {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (/content security policy|refused to/i.test(message.text())) complaints.push(message.text());
  });
  await signInAs(page, ADMINISTRATOR);
  for (const path of ["/users", "/audit-log", "/password", "/help", "/no-such-page"]) await page.goto(path);
  expect(complaints).toEqual([]);
});
