import { expect, test } from "@playwright/test";
import { findFaults, listenForComplaints } from "./find-faults";
import { ACCOUNTANT_PAGES, homeOf, PROVINCE, READERS, reportOf } from "./sample-pages";
import { signInAs } from "./sign-in-as";

const VIEWS = [
  { name: "light, desktop", colorScheme: "light", width: 1280 },
  { name: "dark, desktop", colorScheme: "dark", width: 1280 },
  { name: "light, telephone", colorScheme: "light", width: 390 },
  { name: "dark, telephone", colorScheme: "dark", width: 390 },
] as const;

const PAGES = [
  { reader: "accountant", addresses: ACCOUNTANT_PAGES },
  {
    reader: "auditor",
    addresses: [
      PROVINCE,
      `${PROVINCE}?q=ไม่มีชื่อนี้`,
      `${PROVINCE}?view=rekeyed`,
      `${PROVINCE}/reports/lao-progress`,
      homeOf(),
    ],
  },
  { reader: "department", addresses: ["/laos?sort=amount", "/laos?module=accounting&state=partial"] },
  { reader: "administrator", addresses: ["/snapshots"] },
] as const;

for (const { reader, addresses } of PAGES) {
  test(`axe finds nothing, the browser complains of nothing and no page is too wide, light and dark, on desktop and telephone (${reader})`, async ({
    page,
  }) => {
    // Every page is judged four times: the more pages, the more time.
    test.setTimeout(addresses.length * 60_000);
    await signInAs(page, READERS[reader]);
    const complaints = listenForComplaints(page);
    for (const address of addresses) {
      await page.goto(address);
      for (const { name, colorScheme, width } of VIEWS) {
        await page.setViewportSize({ width, height: 850 });
        await page.emulateMedia({ colorScheme });
        expect(await findFaults(page), `${address}, ${name}`).toEqual([]);
        const shownWidth = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(shownWidth, `${address}, ${name}`).toBeLessThanOrEqual(width);
      }
    }
    expect(complaints).toEqual([]);
  });
}

test("nothing is written smaller than 16 px", async ({ page }) => {
  test.setTimeout(ACCOUNTANT_PAGES.length * 20_000);
  await signInAs(page, READERS.accountant);
  for (const address of ACCOUNTANT_PAGES) {
    await page.goto(address);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll("main *, header *")]
        .filter((element) => element.textContent?.trim() && Number.parseFloat(getComputedStyle(element).fontSize) < 16)
        .map((element) => element.outerHTML.slice(0, 100)),
    );
    expect(small, address).toEqual([]);
  }
});

test("figures stand in one line and in columns of equal digits", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 850 });
  await signInAs(page, READERS.accountant);
  await page.goto(reportOf("trial-balance", "month=2024-03"));
  const broken = await page.evaluate(
    () =>
      [...document.querySelectorAll("td.num")].filter((cell) => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        // A mark stands a little higher than its figure; a second line begins below the first.
        const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
        const firstLineEnds = Math.min(...boxes.map((box) => box.bottom));
        return (
          boxes.some((box) => box.top >= firstLineEnds) ||
          !getComputedStyle(cell).fontVariantNumeric.includes("tabular-nums")
        );
      }).length,
  );
  expect(broken).toBe(0);
});

test("the keyboard alone skips to the content, reaches a table's frame and opens a report", async ({ page }) => {
  await signInAs(page, READERS.accountant);
  await page.goto(homeOf());
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "ข้ามไปที่เนื้อหา" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  // The choice of archive stands above the table, and reports pinned or opened before, as many as other tests left.
  const choice = await page.locator("#content form[action^='/lao/']").locator("select, button").count();
  const atHand = await page.getByRole("region", { name: "รายงานที่ใช้บ่อย" }).getByRole("link").count();
  for (let stop = 0; stop <= choice + atHand; stop++) await page.keyboard.press("Tab");
  await expect(page.getByRole("region", { name: "ข้อมูลเดือนใดอ่านได้บ้าง" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.locator("a.cell").first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/damage\/accounting\//);
});
