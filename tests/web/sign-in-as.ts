/** Signing in as people do: the form, filled and sent. */
import { expect, type Page } from "@playwright/test";
import { SAMPLE_PASSWORD } from "@/lib/sample/accounts";

/** Fills the form of the sign-in page that stands open, or opens it. */
export async function sendSignIn(page: Page, email: string, password = SAMPLE_PASSWORD): Promise<void> {
  if (!page.url().includes("/sign-in")) await page.goto("/sign-in");
  await page.getByLabel("อีเมล").fill(email);
  await page.getByLabel("รหัสผ่าน", { exact: true }).fill(password);
  await page.getByRole("button", { name: "เข้าสู่ระบบ" }).click();
}

/** Signs in and waits until the sign-in page is left. */
export async function signInAs(page: Page, email: string, password = SAMPLE_PASSWORD): Promise<void> {
  await sendSignIn(page, email, password);
  await expect(page).not.toHaveURL(/\/sign-in/);
}

export const ADMINISTRATOR = "administrator@sample.example";
export const ACCOUNTANT = "accountant@sample.example";
