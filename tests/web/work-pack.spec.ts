import { expect, test } from "@playwright/test";
import ExcelJS from "exceljs";
import { findFaults, listenForComplaints } from "./find-faults";
import { homeOf, OTHER, OWN, READERS } from "./sample-pages";
import { signInAs } from "./sign-in-as";

const PAGE = `${homeOf(OWN)}/rekeyed`;
const FIRST_ROW = 6;
/** Files of earlier runs stay in the list when they are deleted. */
const FILE = `แฟ้มงาน-${Date.now()}.xlsx`;

test("an accountant takes a work pack, fills it in, sends it back, and opens the list for keying in", async ({
  page,
}) => {
  await signInAs(page, READERS.accountant);
  const complaints = listenForComplaints(page);
  await page.goto("/help/story#down");
  await expect(page.getByRole("link", { name: "ดาวน์โหลดแฟ้มงาน (Excel)" })).toBeVisible();
  expect(await findFaults(page)).toEqual([]);

  await page.goto(PAGE);
  const begun = Date.now();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "ดาวน์โหลดแฟ้มงาน (Excel)" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^แฟ้มงาน_.*\.xlsx$/);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(await file.path());
  expect(Date.now() - begun).toBeLessThan(10_000);

  const accounts = workbook.getWorksheet("บัญชี");
  const sheet = workbook.getWorksheet("ใบผ่านรายการทั่วไป");
  for (const at of [0, 1]) {
    const row = sheet?.getRow(FIRST_ROW + at);
    if (!row) throw new Error("no sheet to fill in");
    row.getCell(1).value = new Date("2024-10-03");
    row.getCell(2).value = "JV-90001/68";
    row.getCell(3).value = accounts?.getCell(FIRST_ROW + at, 1).value ?? null;
    row.getCell(6 + at).value = 1234.5;
  }
  await page.getByLabel("แฟ้ม", { exact: true }).setInputFiles({
    name: FILE,
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: Buffer.from(await workbook.xlsx.writeBuffer()),
  });
  await page.getByRole("button", { name: "ส่งแฟ้มและตรวจ" }).click();
  const row = page.getByRole("row").filter({ hasText: FILE });
  await expect(row.getByRole("cell", { name: "1", exact: true })).toBeVisible();
  expect(await findFaults(page)).toEqual([]);
  await row.getByRole("link", { name: "รายการสำหรับบันทึกเข้าระบบ เรียงตามวันที่" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("รายการสำหรับบันทึกเข้าระบบ เรียงตามวันที่");
  await expect(page.locator("table.ledger tbody tr").first()).toContainText("JV-90001/68");
  expect(await findFaults(page)).toEqual([]);

  const refused = await page.request.get(`/api/work-pack?lao=${OTHER}`);
  expect([403, 404]).toContain(refused.status());
  // the books of the sample are as they were for whoever comes next
  await page.goto(PAGE);
  await row.getByText("ลบแฟ้ม").first().click();
  await row.getByRole("button", { name: "ลบแฟ้ม" }).click();
  await expect(row).toContainText("ลบแล้ว");
  expect(complaints).toEqual([]);
});
