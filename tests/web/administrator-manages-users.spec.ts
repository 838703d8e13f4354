import { expect, type Page, test } from "@playwright/test";
import { ACCOUNTANT, ADMINISTRATOR, sendSignIn, signInAs } from "./sign-in-as";

const OWN_PASSWORD = "ฝนตกที่ทุ่งนาเมื่อวานนี้";

/** Adds an accountant of the sample's first LAO and gives the first password that the page shows. */
async function addAccountant(page: Page, email: string): Promise<string> {
  await page.goto("/users");
  const form = page.locator("section", { hasText: "เพิ่มผู้ใช้" }).locator("form");
  await form.getByLabel("ชื่อ").fill("สมหญิง ทดลองใช้");
  await form.getByLabel("อีเมล").fill(email);
  await form.getByLabel("บทบาทและขอบเขตข้อมูล").selectOption("accountant/lao");
  await form.getByLabel("รหัส อปท. 8 หลัก").fill("02990101");
  await form.getByRole("button", { name: "เพิ่มผู้ใช้" }).click();
  await expect(page.getByText(`เพิ่มผู้ใช้ ${email} แล้ว`)).toBeVisible();
  return (await page.locator("code").textContent()) ?? "";
}

/** Opens what can be done with that user. */
async function manage(page: Page, email: string) {
  await page.goto(`/users?q=${encodeURIComponent(email)}`);
  const row = page.getByRole("row").filter({ hasText: email });
  await row.locator("summary").click();
  return row;
}

test("a new user gets a first password, must choose their own, and is out at once when disabled", async ({
  page,
  browser,
}) => {
  const email = `person-${Date.now()}@example.go.th`;
  await signInAs(page, ADMINISTRATOR);
  const first = await addAccountant(page, email);
  expect(first).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
  await page.reload();
  await expect(page.getByText(first)).toHaveCount(0);

  const theirs = await (await browser.newContext()).newPage();
  await signInAs(theirs, email, first);
  await expect(theirs).toHaveURL(/\/password$/);
  await theirs.goto("/help");
  await expect(theirs).toHaveURL(/\/password$/);
  await theirs.getByLabel("รหัสผ่านที่ได้รับมา").fill(first);
  await theirs.getByLabel("รหัสผ่านใหม่", { exact: true }).fill(OWN_PASSWORD);
  await theirs.getByLabel("รหัสผ่านใหม่อีกครั้ง").fill(OWN_PASSWORD);
  await theirs.getByRole("button", { name: "บันทึกรหัสผ่านใหม่" }).click();
  await expect(theirs).toHaveURL(/\/lao\/02990101/);

  const row = await manage(page, email);
  await row.getByRole("button", { name: "ระงับการใช้งาน" }).click();
  await expect(page.getByText(`ระงับการใช้งานของ ${email} แล้ว`)).toBeVisible();
  await theirs.goto("/help");
  await expect(theirs).toHaveURL(/\/sign-in/);
  await sendSignIn(theirs, email, OWN_PASSWORD);
  await expect(theirs.getByText("เข้าสู่ระบบไม่ได้")).toBeVisible();

  await page.goto(`/audit-log?email=${ADMINISTRATOR}&type=change-user`);
  await expect(page.getByRole("row").nth(1)).toContainText(`ระงับการใช้งานของ ${email}`);
  await expect(page.getByRole("row").nth(2)).toContainText(`เพิ่มผู้ใช้ ${email} เป็นเจ้าหน้าที่บัญชีของ อปท. (รหัส อปท. 02990101)`);
  await page.goto(`/audit-log?email=${email}`);
  await expect(page.getByRole("row").nth(1)).toContainText("บัญชีถูกระงับ");
});

test("five wrong passwords close the account, the administrator opens it", async ({ page, browser }) => {
  const email = `locked-${Date.now()}@example.go.th`;
  await signInAs(page, ADMINISTRATOR);
  const first = await addAccountant(page, email);
  const theirs = await (await browser.newContext()).newPage();
  for (let failure = 0; failure < 5; failure += 1) {
    await theirs.goto("/sign-in");
    await sendSignIn(theirs, email, "not the password");
    await expect(theirs.getByText("เข้าสู่ระบบไม่ได้")).toBeVisible();
  }
  await sendSignIn(theirs, email, first);
  await expect(theirs.getByText("เข้าสู่ระบบไม่ได้")).toBeVisible();
  const row = await manage(page, email);
  await expect(row).toContainText("เพราะใส่รหัสผ่านผิดหลายครั้ง");
  await row.getByRole("button", { name: "เลิกพักบัญชี" }).click();
  await expect(page.getByText(`ให้ ${email} ใช้งานได้แล้ว`)).toBeVisible();
  await signInAs(theirs, email, first);
});

test("a form that is refused says why and keeps what was typed", async ({ page }) => {
  await signInAs(page, ADMINISTRATOR);
  await page.goto("/users");
  const form = page.locator("section", { hasText: "เพิ่มผู้ใช้" }).locator("form");
  await form.getByLabel("ชื่อ").fill("ใครสักคน");
  await form.getByLabel("อีเมล").fill("someone@example.go.th");
  await form.getByLabel("บทบาทและขอบเขตข้อมูล").selectOption("accountant/lao");
  await form.getByLabel("รหัส อปท. 8 หลัก").fill("123");
  await form.getByRole("button", { name: "เพิ่มผู้ใช้" }).click();
  await expect(page.getByText("ใส่รหัสให้ตรงกับบทบาท")).toBeVisible();
  await expect(form.getByLabel("อีเมล")).toHaveValue("someone@example.go.th");
  await expect(form.getByLabel("บทบาทและขอบเขตข้อมูล")).toHaveValue("accountant/lao");
});

test("nobody but administrators finds these pages", async ({ page }) => {
  await signInAs(page, ACCOUNTANT);
  for (const path of ["/users", "/audit-log"]) {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("ไม่พบหน้าที่ต้องการ");
  }
});
