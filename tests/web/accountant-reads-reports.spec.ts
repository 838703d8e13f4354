import { expect, type Locator, type Page, test } from "@playwright/test";
import { BANK_ACCOUNT, homeOf, READERS, reportOf } from "./sample-pages";
import { signInAs } from "./sign-in-as";

test.beforeEach(async ({ page }) => {
  await signInAs(page, READERS.accountant);
});

function rows(page: Page) {
  return page.locator("table.ledger tbody tr");
}

/** The amount of a cell without the mark before it. */
function figureOf(cell: Locator): Promise<string | undefined> {
  return cell.evaluate((one) => {
    const copy = one.cloneNode(true) as Element;
    for (const mark of copy.querySelectorAll("a[href^='#note-']")) mark.remove();
    return copy.textContent?.trim();
  });
}

test("an accountant starts at their own home, with one sentence of figures and a map of every month", async ({
  page,
}) => {
  await page.goto("/");
  await expect(page).toHaveURL(homeOf());
  await expect(page.getByText(/^อ่านได้ครบ \d+ จาก \d+\sส่วน/)).toBeVisible();
  const map = page.getByRole("region", { name: "ข้อมูลเดือนใดอ่านได้บ้าง" });
  await expect(map.getByRole("rowheader")).toHaveCount(7);
  await expect(map.getByRole("link")).toHaveCount(35);
  await expect(page.getByText("ข้อมูลสมมุติ", { exact: true })).toBeVisible();
});

test("from the trial balance to the ledger to the document, and back to the row that was left", async ({ page }) => {
  await page.goto(homeOf());
  await page.getByRole("link", { name: "งบทดลอง", exact: true }).click();
  await page.getByRole("navigation", { name: "เลือกงวด" }).getByRole("link", { name: "มี.ค. 67" }).click();
  await expect(page).toHaveURL(/month=2024-03/);

  const account = rows(page).filter({ hasText: BANK_ACCOUNT });
  const closing = await figureOf(account.locator("td").nth(6));
  await account.getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("บัญชีแยกประเภท");
  await expect(page.getByText("ประจำเดือน มีนาคม 2567")).toBeVisible();

  await page.getByRole("link", { name: "หน้าสุดท้าย" }).first().click();
  // The ledger rests on the journal, the trial balance on the balances: the figure is one, the mark before it need not be.
  await expect.poll(() => figureOf(rows(page).last().locator("td").last())).toBe(closing);
  const ledgerAddress = page.url();
  const entry = rows(page)
    .filter({ has: page.getByRole("link") })
    .nth(3);
  const entryNo = await entry.getByRole("link").first().innerText();
  const entryRow = await entry.getAttribute("id");
  await entry.getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("ใบผ่านรายการบัญชี");
  await expect(page.getByText(entryNo).first()).toBeVisible();

  const crumbs = page.getByRole("navigation", { name: "ตำแหน่งในระบบ" });
  await crumbs.getByRole("link", { name: "บัญชีแยกประเภท" }).click();
  await expect(page).toHaveURL(`${ledgerAddress}#${entryRow}`);
  await expect(page.locator(`#${entryRow}`)).toBeInViewport();
  await expect(page.locator(`#${entryRow}`)).toHaveClass(/returned/);

  await crumbs.getByRole("link", { name: "งบทดลอง" }).click();
  await expect(page).toHaveURL(/trial-balance\?month=2024-03#row-\d+$/);
  await expect(rows(page).filter({ hasText: BANK_ACCOUNT })).toHaveClass(/returned/);
});

test("the browser's own Back brings the same page of the same report", async ({ page }) => {
  const address = reportOf("cash-receipts-book", "month=2024-02&page=2");
  await page.goto(address);
  await rows(page).getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("ใบผ่านรายการบัญชี");
  await page.goBack();
  await expect(page).toHaveURL(address);
  await expect(page.getByText(/^รายการที่ 101–200 จาก/).first()).toBeVisible();
});

test("a long ledger is read page by page, the place standing in the address", async ({ page }) => {
  await page.goto(reportOf("ledger", `account=${BANK_ACCOUNT}&from=2024-01-06&to=2024-07-06`));
  const pages = page.getByRole("navigation", { name: "หน้าของรายงาน", exact: true });
  await expect(pages.getByText(/^รายการที่ 1–100 จาก/)).toBeVisible();
  await expect(rows(page)).toHaveCount(100);
  await expect(pages.getByRole("link", { name: "ก่อนหน้า" })).toHaveCount(0);
  await pages.getByRole("link", { name: "ถัดไป" }).click();
  await expect(page).toHaveURL(/page=2/);
  await expect(pages.getByText(/^รายการที่ 101–200 จาก/)).toBeVisible();
  await pages.getByRole("link", { name: "หน้าสุดท้าย" }).click();
  await expect(pages.getByRole("link", { name: "ถัดไป" })).toHaveCount(0);
  const last = await rows(page).last().locator("td").last().innerText();
  await pages.getByRole("link", { name: "หน้าแรก" }).click();
  await expect(page).not.toHaveURL(/page=/);
  expect(last).toMatch(/^[\d,().]+$/);
});

test("finding looks through the whole report, by number, amount and words, in Thai and Arabic digits", async ({
  page,
}) => {
  await page.goto(reportOf("cash-receipts-book", "month=2024-03&page=3"));
  const wanted = rows(page)
    .filter({ has: page.getByRole("link") })
    .nth(5);
  const entryNo = await wanted.getByRole("link").first().innerText();
  await page.goto(reportOf("cash-receipts-book", "month=2024-03"));

  for (const typed of [entryNo, entryNo.replace(/\d/g, (digit) => "๐๑๒๓๔๕๖๗๘๙".charAt(Number(digit)))]) {
    await page.getByLabel("ค้นหาในรายงานนี้").fill(typed);
    await page.getByRole("button", { name: "แสดงรายงาน" }).click();
    await expect(page).toHaveURL(/q=/);
    const found = await rows(page).count();
    expect(found).toBeGreaterThan(0);
    await expect(rows(page).filter({ hasText: entryNo })).toHaveCount(found);
    await expect(page.locator("mark").first()).toHaveText(entryNo);
  }

  await page.getByLabel("ค้นหาในรายงานนี้").fill("ไม่มีคำนี้ในรายงานแน่นอน");
  await page.getByRole("button", { name: "แสดงรายงาน" }).click();
  await expect(page.getByRole("heading", { name: /^ไม่พบ «ไม่มีคำนี้/ })).toBeVisible();
  await page.getByRole("link", { name: "เลิกค้นหา แสดงทั้งรายงาน" }).click();
  await expect(rows(page)).toHaveCount(100);
});

test("a period is said in one field, or chosen as a month by one click", async ({ page }) => {
  await page.goto(reportOf("general-journal", "month=2024-03"));
  const period = page.getByLabel(/^งวด/);
  await expect(period).toHaveValue("มีนาคม 2567");
  await period.fill("15 – ๓๑ มี.ค.");
  await period.press("Enter");
  await expect(page.getByText("ตั้งแต่วันที่ 15 มีนาคม 2567 ถึงวันที่ 31 มีนาคม 2567")).toBeVisible();
  await expect(period).toHaveValue("15 มี.ค. 2567 – 31 มี.ค. 2567");
  await page.getByRole("navigation", { name: "เลือกงวด" }).getByRole("link", { name: "มี.ค. 67" }).click();
  await expect(page.getByText("ประจำเดือน มีนาคม 2567")).toBeVisible();
  await period.fill("ปีบัญชีก่อน");
  await period.press("Enter");
  await expect(page.getByText(/อ่านงวด «ปีบัญชีก่อน» ไม่ได้ — พิมพ์ได้เช่น มี\.ค\. 2567/)).toBeVisible();
  await expect(period).toHaveValue("ปีบัญชีก่อน");
});

test("what cannot be shown is said above the form, and the form stays", async ({ page }) => {
  await page.goto(reportOf("ledger"));
  await expect(page.getByText("โปรดเลือกรหัสบัญชี")).toBeVisible();
  await page.goto(reportOf("trial-balance", "month=1999-01"));
  await expect(page.getByRole("heading", { name: "เปิดรายงานไม่ได้" })).toBeVisible();
  await expect(page.getByText("อยู่นอกช่วงของข้อมูล")).toBeVisible();
  await expect(page.getByRole("button", { name: "แสดงรายงาน" })).toBeVisible();
});

test("paper gets the report without the menu, the form and the buttons", async ({ page }) => {
  await page.goto(reportOf("trial-balance", "month=2024-03"));
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation", { name: "เมนูหลัก" })).toBeHidden();
  await expect(page.getByRole("button", { name: "แสดงรายงาน" })).toBeHidden();
  await expect(page.getByRole("link", { name: "PDF", exact: true })).toBeHidden();
  await expect(page.getByRole("columnheader", { name: "รหัสบัญชี" })).toBeVisible();
  await expect(page.getByText(/^พิมพ์เมื่อ .* โดย /)).toBeVisible();
  await expect(page.getByText("ข้อมูลสมมุติ", { exact: true })).toBeVisible();
});
