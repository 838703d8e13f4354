import { expect, test } from "@playwright/test";
import { ACCOUNTANT, ADMINISTRATOR, sendSignIn, signInAs } from "./sign-in-as";

test("a page asks for sign-in and opens after it, with its own query", async ({ page }) => {
  await page.goto("/audit-log?type=sign-in");
  await expect(page).toHaveURL(/\/sign-in\?return=/);
  await signInAs(page, ADMINISTRATOR);
  await expect(page).toHaveURL(/\/audit-log\?type=sign-in$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("บันทึกการใช้งาน");
});

test("the way back leads nowhere but into the portal", async ({ page, baseURL }) => {
  await page.goto("/sign-in?return=//evil.example/x");
  await signInAs(page, ADMINISTRATOR);
  expect(new URL(page.url()).origin).toBe(baseURL);
});

test("a wrong password and an unknown address get the same sentence, and the address is kept", async ({ page }) => {
  const sentences: string[] = [];
  for (const email of [`nobody-${Date.now()}@sample.example`, ACCOUNTANT]) {
    await page.goto("/sign-in");
    await sendSignIn(page, email, "not the password");
    const alert = page.getByRole("alert").filter({ hasText: "เข้าสู่ระบบไม่ได้" });
    sentences.push((await alert.textContent()) ?? "");
    await expect(page.getByLabel("อีเมล")).toHaveValue(email);
    await expect(page.getByLabel("รหัสผ่าน", { exact: true })).toHaveValue("");
  }
  expect(sentences[0]).toBe(sentences[1]);
  // The sample's account is not left with a failure against it.
  await signInAs(page, ACCOUNTANT);
});

test("sign-out ends the session itself: its cookie is worth nothing afterwards", async ({ page, context }) => {
  await signInAs(page, ADMINISTRATOR);
  const cookies = await context.cookies();
  await page.getByRole("button", { name: "ออกจากระบบ" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await context.addCookies(cookies);
  await page.goto("/users");
  await expect(page).toHaveURL(/\/sign-in\?return=%2Fusers$/);
});

test("the cookie is out of reach of scripts and other sites, and names nobody", async ({ page, context }) => {
  await signInAs(page, ACCOUNTANT);
  const [cookie, ...others] = (await context.cookies()).filter((one) => one.name.startsWith("portal-session"));
  expect(others).toEqual([]);
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/", secure: false });
  expect(cookie?.value).not.toContain("accountant");
  expect((cookie?.expires ?? 0) - Date.now() / 1000).toBeLessThanOrEqual(8 * 3600);
});

test("a forged, a foreign and a cut cookie sign nobody in", async ({ page, context, baseURL }) => {
  await signInAs(page, ADMINISTRATOR);
  const real = (await context.cookies()).find((one) => one.name.startsWith("portal-session"));
  for (const value of ["x", "eyJhbGciOiJub25lIn0.eyJzZXNzaW9uSWQiOiIxIn0.", `${real?.value.slice(0, -6)}AAAAAA`]) {
    await context.clearCookies();
    await context.addCookies([{ name: real?.name ?? "", value, url: baseURL ?? "" }]);
    await page.goto("/users");
    await expect(page).toHaveURL(/\/sign-in/);
  }
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("signs in, is refused in words, and signs out", async ({ page }) => {
    await sendSignIn(page, ADMINISTRATOR, "not the password");
    await expect(page.getByText("เข้าสู่ระบบไม่ได้")).toBeVisible();
    expect(page.url()).not.toContain("password");
    await signInAs(page, ADMINISTRATOR);
    await page.goto("/users");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("ผู้ใช้งาน");
    await page.getByRole("button", { name: "ออกจากระบบ" }).click();
    await expect(page).toHaveURL(/\/sign-in$/);
  });
});

test("next-auth's own addresses sign in and out the same way", async ({ request }) => {
  const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
  const send = (password: string) =>
    request.post("/api/auth/callback/credentials", {
      form: { csrfToken, email: ADMINISTRATOR, password, json: "true" },
      maxRedirects: 0,
    });
  expect((await send("not the password")).status()).toBe(401);
  expect((await send("archive-sample-2567")).status()).toBe(200);
  expect((await request.get("/users")).url()).toMatch(/\/users$/);
  await request.post("/api/auth/signout", { form: { csrfToken, json: "true" } });
  expect((await request.get("/users")).url()).toMatch(/\/sign-in/);
});

test("a sign-in without next-auth's token, or from another site, is refused", async ({ request }) => {
  const form = { email: ADMINISTRATOR, password: "archive-sample-2567", json: "true" };
  await request.post("/api/auth/callback/credentials", { form, maxRedirects: 0 });
  expect((await request.get("/users")).url()).toMatch(/\/sign-in/);
  const action = await request.post("/sign-in", {
    headers: { origin: "https://evil.example" },
    multipart: { ...form, $ACTION_ID_0: "" },
    failOnStatusCode: false,
  });
  expect(action.status()).toBeGreaterThanOrEqual(400);
});

test("health says that the database answers, to anybody, and nothing else", async ({ request }) => {
  const answer = await request.get("/api/health");
  expect([answer.status(), await answer.json()]).toEqual([200, { ok: true }]);
});
