import { expect, type Page, test } from "@playwright/test";
import { findFaults, listenForComplaints } from "./find-faults";
import { homeOf, OTHER, OWN, READERS } from "./sample-pages";
import { signInAs } from "./sign-in-as";

const PAGE = `${homeOf(OWN)}/rekeyed`;

/** The general journal of a month, as the portal itself gives it away. */
async function ownExport(page: Page): Promise<string[]> {
  const answer = await page.request.get(`/api/export/general-journal?format=csv&month=2024-02&lao=${OWN}`);
  return (await answer.text()).split("\r\n");
}

async function send(page: Page, name: string, text: string): Promise<void> {
  await page
    .getByLabel("แฟ้ม", { exact: true })
    .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  const answer = page.waitForResponse((response) => response.url().endsWith("/api/rekeyed"));
  await page.getByRole("button", { name: "ส่งแฟ้มและตรวจ" }).click();
  expect((await answer).status()).toBe(303);
}

test("an accountant sends what was keyed again, sees what differs, decides it, and takes the decision back", async ({
  page,
}) => {
  await signInAs(page, READERS.accountant);
  const complaints = listenForComplaints(page);
  await page.goto(homeOf());
  await page.getByRole("link", { name: "ตรวจข้อมูลที่บันทึกย้อนหลังกับข้อมูลเดิม" }).click();
  const lines = await ownExport(page);
  const at = lines.findIndex((line) => line.startsWith("รายการ,"));
  const number = /JV-\d+\/67/.exec(lines[at] ?? "")?.[0] ?? "";
  // one satang more on both sides of the first document
  for (const row of [at, at + 1]) lines[row] = (lines[row] ?? "").replace(/\.\d\d,/, ".99,");
  await send(page, "สมุดรายวันทั่วไป.csv", lines.join("\r\n"));

  await page.getByLabel("ผลการเทียบ").selectOption("differs");
  await page.getByRole("button", { name: "แสดง", exact: true }).click();
  const item = page.getByRole("row").filter({ hasText: number });
  await expect(item).toContainText("ต่าง — เอกสารเดียวกัน ข้อมูลไม่เท่ากัน");
  await expect(item).toContainText("จำนวนเงิน:");
  expect(await findFaults(page)).toEqual([]);

  await item.getByRole("checkbox").check();
  await page.getByLabel("ผลตรวจ", { exact: true }).selectOption("explained");
  await page.getByLabel("หมายเหตุ").fill("ปัดเศษ");
  await page.getByRole("button", { name: "บันทึกผล" }).click();
  await expect(item).toContainText("มีคำอธิบาย");
  await expect(item).toContainText("ปัดเศษ");
  await item.getByRole("checkbox").check();
  await page.getByLabel("ผลตรวจ", { exact: true }).selectOption("open");
  await page.getByRole("button", { name: "บันทึกผล" }).click();
  await expect(item).not.toContainText("มีคำอธิบาย");

  for (const title of ["รายงานผลการตรวจข้อมูลย้อนหลัง", "กระดาษทำการตรวจข้อมูลย้อนหลัง", "ยอดเทียบรายบัญชีของข้อมูลย้อนหลัง"]) {
    await page.goto(PAGE);
    await page.getByRole("link", { name: title, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    await expect(page.locator("table.ledger tbody tr").first()).toBeVisible();
    expect(await findFaults(page)).toEqual([]);
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: /PDF/ }).first().click();
    expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
  }
  expect(complaints).toEqual([]);
});

test("a file with unknown heads asks which column holds what, and a file that is no table says what to do", async ({
  page,
}) => {
  await signInAs(page, READERS.accountant);
  await page.goto(PAGE);
  await send(page, "แปลก.csv", "ก,ข,ค,ง\r\nR-000001/67,5/2/2567,411002,100.00\r\n");
  await expect(page.getByRole("heading", { level: 1, name: "ระบุว่าช่องใดคืออะไร" })).toBeVisible();
  expect(await findFaults(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 850 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

  await page.goto(PAGE);
  await page.getByLabel("แฟ้ม", { exact: true }).setInputFiles({
    name: "เก่า.xlsx",
    mimeType: "application/octet-stream",
    buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
  });
  await page.getByRole("button", { name: "ส่งแฟ้มและตรวจ" }).click();
  await expect(page.getByText(/Excel รุ่นเก่า \(\.xls\)/)).toBeVisible();
});

test("an auditor looks on without a way to send or decide, another accountant is refused", async ({ browser }) => {
  const auditor = await browser.newPage();
  await signInAs(auditor, READERS.auditor);
  await auditor.goto(PAGE);
  await expect(auditor.getByText("เปิดดูได้อย่างเดียว")).toBeVisible();
  await expect(auditor.getByRole("button", { name: "ส่งแฟ้มและตรวจ" })).toHaveCount(0);
  const refused = await auditor.request.post("/api/rekeyed", {
    headers: { "sec-fetch-site": "same-origin" },
    multipart: { lao: OWN, file: { name: "a.csv", mimeType: "text/csv", buffer: Buffer.from("a,b\n") } },
  });
  expect(refused.status()).toBe(403);
  await auditor.close();

  const other = await browser.newPage();
  await signInAs(other, READERS.accountant);
  expect([403, 404]).toContain((await other.request.get(`${homeOf(OTHER)}/rekeyed`)).status());
  const crossSite = await other.request.post("/api/rekeyed", {
    headers: { "sec-fetch-site": "cross-site" },
    multipart: { lao: OWN, file: { name: "a.csv", mimeType: "text/csv", buffer: Buffer.from("a,b\n") } },
  });
  expect(crossSite.status()).toBe(403);
  await other.close();
});
