import { expect, test } from "@playwright/test";
import { OWN, PROVINCE, READERS } from "./sample-pages";
import { signInAs } from "./sign-in-as";

test("an auditor finds an LAO by code in Thai digits and opens its home", async ({ page }) => {
  await signInAs(page, READERS.auditor);
  await expect(page).toHaveURL(PROVINCE);
  await expect(page.getByText(/^อปท\. \d+\sแห่ง · อ่านได้ครบ/)).toBeVisible();
  await page.getByLabel("ชื่อ รหัส หรืออำเภอ").fill(OWN.replace(/\d/g, (digit) => "๐๑๒๓๔๕๖๗๘๙".charAt(Number(digit))));
  await page.getByRole("button", { name: "แสดง", exact: true }).click();
  const table = page.getByRole("region", { name: /^รายชื่อองค์กรปกครองส่วนท้องถิ่น/ });
  await expect(table.getByRole("rowheader")).toHaveCount(1);
  await table.getByRole("rowheader").getByRole("link").click();
  await expect(page).toHaveURL(`/lao/${OWN}`);
  await page
    .getByRole("navigation", { name: "ตำแหน่งในระบบ" })
    .getByRole("link", { name: /^จังหวัด/ })
    .click();
  await expect(page).toHaveURL(PROVINCE);
});

test("the department ranks by baht missing, narrows by module, month and state, and a damaged cell leads to its evidence", async ({
  page,
}) => {
  await signInAs(page, READERS.department);
  await page.getByLabel("เรียงตาม").selectOption("amount");
  await page.getByText("ตัวกรองเพิ่มเติม").click();
  await page.getByLabel("สภาพข้อมูล", { exact: true }).selectOption("partial");
  await page.getByLabel("ระบบ", { exact: true }).selectOption("accounting");
  await page.getByRole("button", { name: "แสดง", exact: true }).click();
  await expect(page).toHaveURL(/sort=amount.*module=accounting.*state=partial/);
  const amounts = await page.locator("table.heat-map tbody tr td:last-child").allInnerTexts();
  const baht = amounts.map((text) => Number((text.split("\n")[0] ?? "").replaceAll(",", "").replace("-", "0")));
  expect(baht.length).toBeGreaterThan(0);
  expect(baht).toEqual([...baht].sort((a, b) => b - a));
  const rows = page.locator("table.heat-map tbody tr");
  for (let at = 0; at < (await rows.count()); at++)
    await expect(rows.nth(at).locator("a.cell-partial").first()).toBeVisible();

  const cell = page.locator("a.cell-partial").first();
  const month = /damage\/accounting\/(\d{4}-\d{2})/.exec((await cell.getAttribute("href")) ?? "")?.[1] ?? "";
  await page.getByLabel("เดือนที่เสียหาย").selectOption(month);
  await page.getByRole("button", { name: "แสดง", exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`month=${month}`));
  await page.locator("a.cell-partial").first().click();
  await expect(page).toHaveURL(/\/damage\/accounting\//);
  await page.goBack();
  await page.getByLabel("ชื่อ รหัส หรืออำเภอ").fill("ไม่มีชื่อนี้");
  await page.getByRole("button", { name: "แสดง", exact: true }).click();
  await expect(page.getByRole("heading", { name: "ไม่พบ อปท. ตามที่ค้นหา" })).toBeVisible();
});

test("the heat map can be moved sideways on a telephone while the names stay", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 850 });
  await signInAs(page, READERS.auditor);
  const frame = page.getByRole("region", { name: /^รายชื่อองค์กรปกครองส่วนท้องถิ่น/ });
  const name = frame.getByRole("rowheader").first();
  await name.scrollIntoViewIfNeeded();
  const before = await name.boundingBox();
  await frame.evaluate((element) => element.scrollTo({ left: 400 }));
  const after = await name.boundingBox();
  expect(after?.x).toBe(before?.x);
  await expect(frame.locator("tbody tr").first().locator("td").nth(6)).toBeInViewport();
});

test("an administrator sees what is loaded and how to load, in Thai and English", async ({ page }) => {
  await signInAs(page, READERS.administrator);
  await page.getByRole("navigation", { name: "เมนูหลัก" }).getByRole("link", { name: "ชุดข้อมูล" }).click();
  await expect(page.getByRole("columnheader", { name: /Status/ })).toBeVisible();
  await expect(page.getByText("เปิดให้ดูแล้ว (served)")).toHaveCount(2);
  await expect(page.getByText("npm run portal -- load BAG")).toBeVisible();
});

test("how far each LAO has come with its re-keyed books stands in a list of its own, sorted as asked, and leads to the worksheet", async ({
  page,
}) => {
  await signInAs(page, READERS.auditor);
  await page.goto(PROVINCE);
  await page.getByRole("link", { name: "การตรวจข้อมูลย้อนหลัง" }).click();
  await expect(page).toHaveURL(/view=rekeyed/);
  const table = page.getByRole("table");
  await expect(table.getByRole("columnheader", { name: "ผลต่างที่ยังไม่ตรวจ (บาท)" })).toBeVisible();
  await page.getByLabel("เรียงตาม").selectOption("activity");
  await page.getByRole("button", { name: "แสดง" }).click();
  await expect(page).toHaveURL(/view=rekeyed.*sort=activity|sort=activity.*view=rekeyed/);
  await page.getByText("ตัวกรองเพิ่มเติม").click();
  await page.getByLabel("การตรวจข้อมูลย้อนหลัง", { exact: true }).selectOption("not-sent");
  await page.getByRole("button", { name: "แสดง" }).click();
  await expect(page).toHaveURL(/checked=not-sent/);
  const notSent = table.getByRole("link", { name: "ยังไม่ส่งข้อมูล" });
  expect(await notSent.count()).toBeGreaterThan(0);
  await expect(notSent).toHaveCount((await table.getByRole("row").count()) - 1);
  const file = page.getByRole("region", { name: "ดาวน์โหลดทั้งฉบับ" }).getByRole("link", { name: "CSV" });
  const answer = await page.request.get((await file.getAttribute("href")) ?? "");
  expect(await answer.text()).toContain("ยังไม่ส่งข้อมูล");
  await notSent.first().click();
  await expect(page.getByRole("heading", { level: 1, name: "ตรวจข้อมูลย้อนหลัง" })).toBeVisible();
  // Looked at, not changed.
  await expect(page.getByRole("button", { name: "ส่งแฟ้มและตรวจ" })).toHaveCount(0);
});
