import { expect, test } from "@playwright/test";
import { OWN, PROVINCE, READERS } from "./sample-pages";
import { signInAs } from "./sign-in-as";

test("an auditor finds an LAO by code in Thai digits and opens its home", async ({ page }) => {
  await signInAs(page, READERS.auditor);
  await expect(page).toHaveURL(PROVINCE);
  await expect(page.getByText(/^อปท\. \d+\sแห่ง · อ่านได้ครบ/)).toBeVisible();
  await page.getByLabel("ชื่อ รหัส หรืออำเภอ").fill(OWN.replace(/\d/g, (digit) => "๐๑๒๓๔๕๖๗๘๙".charAt(Number(digit))));
  await page.getByRole("button", { name: "แสดง", exact: true }).click();
  const table = page.getByRole("region", { name: "รายชื่อองค์กรปกครองส่วนท้องถิ่น" });
  await expect(table.getByRole("rowheader")).toHaveCount(1);
  await table.getByRole("link").click();
  await expect(page).toHaveURL(`/lao/${OWN}`);
  await page
    .getByRole("navigation", { name: "ตำแหน่งในระบบ" })
    .getByRole("link", { name: /^จังหวัด/ })
    .click();
  await expect(page).toHaveURL(PROVINCE);
});

test("the department sorts by damage and filters by state; nothing found says what to try", async ({ page }) => {
  await signInAs(page, READERS.department);
  await page.getByLabel("เรียงตาม").selectOption("damage");
  await page.getByLabel("สภาพข้อมูล").selectOption("partial");
  await page.getByRole("button", { name: "แสดง", exact: true }).click();
  await expect(page).toHaveURL(/state=partial&sort=damage/);
  const counts = page.locator("table.ledger tbody tr td:nth-child(7)");
  const shown = (await counts.allInnerTexts()).map((text) => Number(text.trim()));
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.every((count) => count > 0)).toBe(true);
  await page.getByLabel("ชื่อ รหัส หรืออำเภอ").fill("ไม่มีชื่อนี้");
  await page.getByRole("button", { name: "แสดง", exact: true }).click();
  await expect(page.getByRole("heading", { name: "ไม่พบ อปท. ตามที่ค้นหา" })).toBeVisible();
});

test("an administrator sees what is loaded and how to load, in Thai and English", async ({ page }) => {
  await signInAs(page, READERS.administrator);
  await page.getByRole("navigation", { name: "เมนูหลัก" }).getByRole("link", { name: "ชุดข้อมูล" }).click();
  await expect(page.getByRole("columnheader", { name: /Status/ })).toBeVisible();
  await expect(page.getByText("เปิดให้ดูแล้ว (served)")).toBeVisible();
  await expect(page.getByText("npm run portal -- load BAG")).toBeVisible();
});
