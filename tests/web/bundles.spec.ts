import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { readZip, type ZipContents } from "../support/read-zip";
import { findFaults } from "./find-faults";
import { OTHER, OWN, READERS } from "./sample-pages";
import { signInAs } from "./sign-in-as";

/** Asks for CSV files of March; the page tells by itself when they are ready. */
async function askForMarch(page: Page): Promise<void> {
  await page.getByLabel("เดือน", { exact: true }).selectOption("2024-03");
  await page.getByLabel("PDF").uncheck();
  await page.getByLabel("Excel").uncheck();
  await page.getByLabel("CSV").check();
  await page.getByRole("button", { name: "ขอชุดรายงาน" }).click();
  await expect(page.getByText("รับคำขอแล้ว")).toBeVisible();
}

async function takeAway(page: Page): Promise<ZipContents[]> {
  const link = page.getByRole("link", { name: "ดาวน์โหลด ZIP" });
  await expect(link).toBeVisible({ timeout: 60_000 });
  const waiting = page.waitForEvent("download");
  await link.click();
  const file = await waiting;
  expect(file.suggestedFilename()).toMatch(/\.zip$/);
  return readZip(readFileSync(await file.path()));
}

/** Leaves nothing behind for other tests. */
async function remove(page: Page): Promise<void> {
  await page.getByRole("button", { name: "ลบ" }).click();
  await expect(page.getByRole("link", { name: "ดาวน์โหลด ZIP" })).toHaveCount(0);
}

test("an accountant asks for all reports of a month, waits, and takes them away with their checksums", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signInAs(page, READERS.accountant);
  await page.goto("/bundles");
  // Of the same archive as all other pages, not of the one that was loaded last.
  await expect(page.getByLabel("ชุดข้อมูล").locator("option:checked")).not.toContainText("ก่อนระบบล่ม");
  await askForMarch(page);
  const files = await takeAway(page);
  expect(await findFaults(page)).toEqual([]);
  const sums = files.find(({ name }) => name === "SHA256SUMS.txt")?.bytes.toString("utf8") ?? "";
  for (const { name, bytes } of files.filter((file) => file.name !== "SHA256SUMS.txt"))
    expect(sums).toContain(`${createHash("sha256").update(bytes).digest("hex")}  ${name}\n`);
  for (const title of ["งบทดลอง", "สมุดเงินสดรับ", "หนังสือรับรองสภาพข้อมูล"])
    expect(files.some(({ name }) => name.includes(title))).toBe(true);
  await remove(page);
});

test("an auditor asks for chosen LAOs, and for none of another province", async ({ page }) => {
  test.setTimeout(120_000);
  await signInAs(page, READERS.auditor);
  await page.goto("/bundles");
  const chosen = page.getByLabel("รหัส อปท. 8 หลัก");
  await chosen.fill(`${OWN} 06100101`);
  await page.getByRole("button", { name: "ขอชุดรายงาน" }).click();
  await expect(page.getByRole("status").filter({ hasText: "06100101" })).toBeVisible();
  await chosen.fill(`${OWN}, ${OTHER}`);
  await askForMarch(page);
  const names = (await takeAway(page)).map(({ name }) => name);
  for (const lao of [OWN, OTHER]) expect(names.filter((name) => name.startsWith(lao)).length).toBeGreaterThan(20);
  await remove(page);
});
