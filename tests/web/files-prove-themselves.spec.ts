import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { findFaults } from "./find-faults";
import { READERS, reportOf } from "./sample-pages";
import { signInAs } from "./sign-in-as";

const CODE = /[0-9A-HJKMNP-TV-Z]{5}(?:-[0-9A-HJKMNP-TV-Z]{5}){3}/;

async function download(page: Page, label: "PDF" | "Excel"): Promise<{ bytes: Buffer; name: string }> {
  await signInAs(page, READERS.accountant);
  await page.goto(reportOf("trial-balance", "month=2024-03"));
  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: label, exact: true }).click();
  const file = await waiting;
  return { bytes: readFileSync(await file.path()), name: file.suggestedFilename() };
}

async function send(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page
    .getByLabel("แฟ้ม PDF, Excel, CSV หรือ JSON")
    .setInputFiles({ name, mimeType: "application/octet-stream", buffer });
  await page.getByRole("button", { name: "ส่งตรวจ" }).click();
}

for (const label of ["PDF", "Excel"] as const) {
  test(`whoever holds the ${label} learns without signing in whether it is genuine, altered or unknown`, async ({
    page,
    browser,
  }) => {
    const { bytes, name } = await download(page, label);
    const stranger = await (await browser.newContext()).newPage();
    await stranger.goto("/verify");
    await send(stranger, name, bytes);
    await expect(stranger.getByRole("heading", { name: "แฟ้มนี้เป็นของจริง" })).toBeVisible();
    await expect(stranger.getByRole("heading", { level: 1 })).toHaveText(CODE);
    await expect(stranger.getByText("งบทดลอง").first()).toBeVisible();
    // The link alone says nothing of a file to somebody else.
    const other = await (await browser.newContext()).newPage();
    await other.goto(stranger.url());
    await expect(other.getByRole("heading", { name: "แฟ้มนี้เป็นของจริง" })).toHaveCount(0);
    bytes.writeUInt8(bytes.readUInt8(300) ^ 1, 300);
    await send(stranger, name, bytes);
    await expect(stranger.getByRole("heading", { name: "แฟ้มนี้ถูกแก้ไข" })).toBeVisible();
    await stranger.goto("/verify");
    await send(stranger, "ไม่รู้จัก.pdf", Buffer.from("%PDF-1.7 something else"));
    await expect(stranger.getByRole("heading", { name: "ระบบไม่รู้จักแฟ้มนี้" })).toBeVisible();
  });
}

test("a paper is checked by its code and its totals, on a telephone too, and axe finds nothing", async ({
  page,
  browser,
}) => {
  const { bytes } = await download(page, "PDF");
  const code = new RegExp(`lao-archive-portal (${CODE.source})`).exec(bytes.toString("latin1"))?.[1] ?? "";
  const stranger = await (await browser.newContext()).newPage();
  await stranger.setViewportSize({ width: 390, height: 850 });
  await stranger.goto("/verify");
  expect(await findFaults(stranger)).toEqual([]);
  expect(await stranger.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await stranger.getByLabel("รหัสตรวจสอบ").fill(code.toLowerCase().replaceAll("-", " "));
  await stranger.getByRole("button", { name: "แสดงข้อมูล" }).click();
  await expect(stranger).toHaveURL(new RegExp(`/verify/${code}$`));
  const total = await stranger.locator("#totals + ul li span").nth(1).textContent();
  await stranger.getByLabel("ยอดที่พิมพ์อยู่บนกระดาษ").fill(`${total} 0.07`);
  await stranger.getByRole("button", { name: "เทียบยอด" }).click();
  await expect(stranger.getByText(`${total} ตรงกับ`)).toBeVisible();
  await expect(stranger.getByText("0.07 ไม่ตรงกับยอดรวมใดของเอกสารนี้")).toBeVisible();
  for (const colorScheme of ["light", "dark"] as const) {
    await stranger.emulateMedia({ colorScheme });
    expect(await findFaults(stranger)).toEqual([]);
  }
  expect(await stranger.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test("a mistyped code and one that was never given are told apart", async ({ page }) => {
  await page.goto("/verify?code=12345-12345-12345-12345");
  await expect(page.getByText("รหัสตรวจสอบไม่ถูกต้อง")).toBeVisible();
  await page.goto("/verify/00000-00000-00000-0000H");
  await expect(page.getByRole("heading", { name: "ไม่พบรหัสนี้ในระบบ" })).toBeVisible();
});

test("a file from another site's form is not taken", async ({ request }) => {
  const answer = await request.post("/api/verify", {
    headers: { "sec-fetch-site": "cross-site" },
    multipart: { file: { name: "a.pdf", mimeType: "application/pdf", buffer: Buffer.from("x") } },
  });
  expect(answer.status()).toBe(403);
});
