import { expect, test } from "@playwright/test";
import { findFaults, listenForComplaints } from "./find-faults";
import { homeOf, OWN, PROVINCE, READERS, reportOf } from "./sample-pages";
import { signInAs } from "./sign-in-as";

test("a document is found from any page by part of its text, opened in its report, and the way back leads to the same row", async ({
  page,
}) => {
  await signInAs(page, READERS.accountant);
  const complaints = listenForComplaints(page);
  await page.goto(reportOf("trial-balance", "month=2024-03"));
  await page.getByRole("search").getByRole("searchbox").fill("น้ํามัน");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("ค้นหาเอกสาร");
  await expect(page.getByText(/^พบ [\d,]+\sฉบับ ที่มี «น้ํามัน»/)).toBeVisible();
  await expect(page.locator("mark").first()).toHaveText("น้ำมัน");
  const found = page.getByRole("region", { name: "เอกสารที่พบ" }).getByRole("rowheader");
  const entry = found.filter({ hasText: "ใบผ่านรายการบัญชี" }).first().getByRole("link");
  const number = await entry.innerText();
  await entry.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("ใบผ่านรายการบัญชี");
  await expect(page.getByText(number).first()).toBeVisible();
  await page.getByRole("navigation", { name: "ตำแหน่งในระบบ" }).getByRole("link", { name: "ค้นหาเอกสาร" }).click();
  await expect(page).toHaveURL(/\/search\?.*#row-\d+$/);
  expect(complaints).toEqual([]);
});

test("search says what it could not see, what it did not understand, and finds more without tone marks when asked", async ({
  page,
}) => {
  await signInAs(page, READERS.accountant);
  await page.goto("/search?q=คาวัสดุ");
  await expect(page.getByText(/^ไม่พบเอกสาร ที่มี «คาวัสดุ»/)).toBeVisible();
  await expect(page.getByRole("heading", { name: "ค้นไม่เห็นข้อมูลที่อ่านไม่ได้" })).toBeVisible();
  await page.getByRole("link", { name: /^ค้นใหม่โดยไม่นับวรรณยุกต์/ }).click();
  await expect(page.getByText(/^พบ .*ไม่นับวรรณยุกต์$/)).toBeVisible();
  await page.goto("/search?q=x&period=ปีก่อน");
  await expect(page.getByText(/อ่านงวด «ปีก่อน» ไม่ได้ — พิมพ์ได้เช่น/)).toBeVisible();
});

test("an auditor searches the province or one LAO of it, the department chooses a province first", async ({ page }) => {
  await signInAs(page, READERS.auditor);
  await page.goto(PROVINCE);
  await page.getByRole("search").getByRole("searchbox").fill("ค่าวัสดุ");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("columnheader", { name: "อปท." })).toBeVisible();
  await page.goto(homeOf());
  await page.getByRole("search").getByRole("searchbox").fill("ค่าวัสดุ");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`lao=${OWN}`));
  await expect(page.getByRole("columnheader", { name: "อปท." })).toHaveCount(0);
});

test("keys lead to the search field and to pages, also from a keyboard set to Thai, and never while typing", async ({
  page,
}) => {
  await signInAs(page, READERS.accountant);
  await page.goto(homeOf());
  const field = page.getByRole("search").getByRole("searchbox");
  await expect(page.getByRole("button", { name: "ปุ่มลัด" })).toBeVisible();
  await page.keyboard.press("Slash");
  await expect(field).toBeFocused();
  await page.keyboard.type("gt/");
  await expect(field).toHaveValue("gt/");
  await field.blur();

  // The keys of G and T on a keyboard that types Thai.
  await page.evaluate(() => {
    const press = (code: string, key: string) =>
      document.body.dispatchEvent(new KeyboardEvent("keydown", { code, key, bubbles: true, cancelable: true }));
    press("KeyG", "เ");
    press("KeyT", "ะ");
  });
  await expect(page).toHaveURL(/\/reports\/trial-balance/);

  await expect(page.getByRole("button", { name: "ปุ่มลัด" })).toBeVisible();
  await page.keyboard.press("g");
  await expect(page.getByText("กด G แล้ว")).toBeVisible();
  await page.keyboard.press("r");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("รายงานทั้งหมด");
});

test("? shows every key, and the keys can be switched off for good", async ({ page }) => {
  await signInAs(page, READERS.accountant);
  await page.goto(homeOf());
  await expect(page.getByRole("button", { name: "ปุ่มลัด" })).toBeVisible();
  await page.keyboard.press("Shift+Slash");
  const keys = page.getByRole("dialog", { name: "ปุ่มลัดบนแป้นพิมพ์" });
  await expect(keys).toBeVisible();
  expect(await findFaults(page)).toEqual([]);
  await keys.getByRole("checkbox", { name: "ใช้ปุ่มลัด" }).uncheck();
  await page.keyboard.press("Escape");
  await expect(keys).toBeHidden();

  await page.reload();
  await expect(page.getByRole("button", { name: "ปุ่มลัด" })).toBeVisible();
  await page.keyboard.press("Slash");
  await page.keyboard.press("Shift+Slash");
  await expect(page.getByRole("search").getByRole("searchbox")).not.toBeFocused();
  await expect(keys).toBeHidden();
  await page.getByRole("button", { name: "ปุ่มลัด" }).click();
  await keys.getByRole("checkbox", { name: "ใช้ปุ่มลัด" }).check();
  await keys.getByRole("button", { name: "ปิด" }).click();
  await page.keyboard.press("Slash");
  await expect(page.getByRole("search").getByRole("searchbox")).toBeFocused();
});

test("a report is found in the list by its abbreviation, pinned, and at hand on the home page with those opened last", async ({
  page,
}) => {
  await signInAs(page, READERS.accountant);
  await page.goto(reportOf("general-journal", "month=2024-03"));
  await page.goto(`${homeOf()}/reports`);
  await page.getByLabel("ค้นหารายงาน").fill("tb");
  const items = page.locator("[data-names]:visible");
  await expect(items).toHaveCount(1);
  const pin = items.getByRole("button", { name: "ปักหมุด งบทดลอง", exact: true });
  await pin.click();
  // Leaving before the answer would take the request back.
  await expect(page.getByRole("button", { name: "เลิกปักหมุด งบทดลอง" })).toBeVisible();
  await page.goto(homeOf());
  const atHand = page.getByRole("region", { name: "รายงานที่ใช้บ่อย" });
  await expect(atHand.getByRole("link", { name: "งบทดลอง", exact: true })).toBeVisible();
  await expect(atHand.getByRole("link", { name: "สมุดรายวันทั่วไป มี.ค. 67" })).toBeVisible();
  await page.goto(`${homeOf()}/reports`);
  await page.getByRole("button", { name: "เลิกปักหมุด งบทดลอง" }).click();
  await expect(page.getByRole("button", { name: "ปักหมุด งบทดลอง", exact: true })).toBeVisible();
});

test("the charts of the home page have their figures as tables and as words", async ({ page }) => {
  await signInAs(page, READERS.accountant);
  await page.goto(homeOf());
  for (const title of ["เงินสดและเงินฝากธนาคารคงเหลือรายวัน", "เบิกจ่ายเทียบกับงบประมาณ แยกตามแผนงาน"]) {
    const chart = page.getByRole("figure").filter({ hasText: title });
    await expect(chart.locator("svg").first()).toBeVisible();
    await expect(chart.getByText(/บาท/).first()).toBeVisible();
    await chart.getByText("ดูเป็นตาราง").click();
    expect(await chart.getByRole("row").count()).toBeGreaterThan(3);
  }
});

test("each report has a page that explains it", async ({ page }) => {
  await signInAs(page, READERS.accountant);
  await page.goto("/help/reports/trial-balance");
  await expect(page.getByRole("heading", { name: "ต้องตรงกับอะไร" })).toBeVisible();
  await page.getByRole("link", { name: "เปิดรายงานนี้" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("งบทดลอง");
  expect((await page.goto("/help/reports/no-such"))?.status()).toBe(404);
});
