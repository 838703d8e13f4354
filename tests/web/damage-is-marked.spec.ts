import { expect, test } from "@playwright/test";
import { homeOf, READERS, reportOf } from "./sample-pages";
import { signInAs } from "./sign-in-as";

const DAMAGE_WORDS = ["ยอดไม่ตรง", "เสียหายบางส่วน", "อ่านไม่ได้"];

test.beforeEach(async ({ page }) => {
  await signInAs(page, READERS.accountant);
});

test("a damaged part says so in words on the map, and its cell leads to evidence and advice", async ({ page }) => {
  await page.goto(homeOf());
  const damaged = page.locator("a.cell-inconsistent, a.cell-partial, a.cell-lost");
  const count = await damaged.count();
  expect(count).toBeGreaterThan(0);
  await expect(page.getByText(`พบความเสียหาย ${count}`)).toBeVisible();
  const first = damaged.first();
  const word = (await first.innerText()).split("\n")[0]?.trim() ?? "";
  expect(DAMAGE_WORDS).toContain(word);
  await first.click();
  await expect(page.getByText(word, { exact: true })).toBeVisible();
  await expect(page.getByText("แปลว่าอะไร").first()).toBeVisible();
  await expect(page.getByText("ทำอย่างไรต่อ").first()).toBeVisible();
});

test("a report on damaged data says so above, beside its figures, in its total and below, each leading to the next", async ({
  page,
}) => {
  await page.goto(homeOf());
  const part = page.locator("a:is(.cell-inconsistent, .cell-partial)[href*='/damage/accounting/']").first();
  const month = (await part.getAttribute("href"))?.split("/").at(-1) ?? "";
  const word = (await part.innerText()).split("\n")[0]?.trim() ?? "";
  await page.goto(reportOf("trial-balance", `month=${month}`));
  await expect(page.getByRole("heading", { name: /^รายงานนี้ใช้ข้อมูลที่เสียหาย \d+ ส่วน$/ })).toBeVisible();
  await expect(page.getByText(word, { exact: true }).first()).toBeVisible();

  const mark = page.getByRole("link", { name: `${word} ดูหมายเหตุ 1` }).first();
  await mark.click();
  await expect(page).toHaveURL(/#note-1$/);
  await expect(page.locator("#note-1")).toBeInViewport();
  await page.locator("#note-1").getByRole("link", { name: "ดูหลักฐานและสิ่งที่ควรทำ" }).click();
  await expect(page).toHaveURL(new RegExp(`/damage/accounting/${month}`));
  const crumbs = page.getByRole("navigation", { name: "ตำแหน่งในระบบ" });
  await crumbs.getByRole("link", { name: "งบทดลอง" }).click();
  await expect(page).toHaveURL(new RegExp(`month=${month}#note-1$`));
});

test("a sound report claims no more than that no sign of damage was found", async ({ page }) => {
  await page.goto(homeOf());
  const sound = page.locator("a.cell-intact[href*='/damage/accounting/']").first();
  const month = (await sound.getAttribute("href"))?.split("/").at(-1) ?? "";
  await page.goto(reportOf("trial-balance", `month=${month}`));
  await expect(page.getByText("ไม่พบร่องรอยความเสียหายในข้อมูลที่รายงานนี้ใช้")).toBeVisible();
  await expect(page.locator("a.figure-mark")).toHaveCount(0);
  await expect(page.locator("body")).not.toContainText("ถูกต้อง");
});
