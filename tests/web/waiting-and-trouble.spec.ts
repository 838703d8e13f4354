/** What stands on the screen while a page is on its way, and when the portal itself fails. */
import { expect, type Page, test } from "@playwright/test";
import { openOwner } from "@/db/owner";
import { openPortalDatabase } from "@/db/portal-database";
import { readEnv } from "@/lib/config/env";
import { findProjectRoot } from "@/lib/config/project-root";
import { findFaults } from "./find-faults";
import { homeOf, READERS, reportOf } from "./sample-pages";
import { signInAs } from "./sign-in-as";

test.beforeEach(async ({ page }) => {
  await signInAs(page, READERS.accountant);
});

const figures = (page: Page) => page.locator("table.ledger tbody td").first();
const colourOf = (page: Page) => figures(page).evaluate((cell) => getComputedStyle(cell).color);

/** Notes, for the next page to be asked, what the reader sees as soon as a status is told. Playwright itself waits with every question until the page has come. */
async function noteWhatIsSeenMeanwhile(page: Page): Promise<void> {
  await page.evaluate(() => {
    new MutationObserver(() => {
      const told = [...document.querySelectorAll("[role=status]")].map((one) => one.textContent ?? "").join(" ");
      const cell = document.querySelector("table.ledger tbody td");
      if (told.trim() !== "" && cell)
        sessionStorage.setItem("seen", JSON.stringify({ told, colour: getComputedStyle(cell).color }));
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

test("while the next page is on its way the figures of this one cannot be read, and a sentence says why", async ({
  page,
}) => {
  await page.goto(reportOf("trial-balance", "month=2024-03"));
  const before = await colourOf(page);
  await noteWhatIsSeenMeanwhile(page);
  await page.route(/month=2024-04/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  await page.getByRole("navigation", { name: "เลือกงวด" }).getByRole("link", { name: "เม.ย. 67" }).click();
  await expect(page).toHaveURL(/month=2024-04/);
  const seen = JSON.parse((await page.evaluate(() => sessionStorage.getItem("seen"))) ?? "{}");
  expect(seen.told).toContain("กำลังเปิดข้อมูล โปรดรอสักครู่");
  expect(seen.colour).not.toBe(before);
  await expect(page.getByText("กำลังเปิดข้อมูล")).toHaveCount(0);
  expect(await colourOf(page)).toBe(before);
});

test("when a page fails, it says so with a number for the operator, and another try brings it", async ({ page }) => {
  const root = findProjectRoot();
  const portal = await openPortalDatabase(
    { ...readEnv(), DATABASE_URL: undefined, PORTAL_DATA_DIR: ".data/test-portal" },
    root,
  );
  const owner = openOwner(portal.ownerUrl);
  try {
    await owner`alter table portal.assets rename to assets_away`;
    try {
      const answer = await page.goto(reportOf("asset-register", "month=2024-03"));
      expect(answer?.status()).toBe(500);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("เปิดหน้านี้ไม่สำเร็จ");
      await expect(page.getByText(/^เลขอ้างอิง \S+$/)).toBeVisible();
      // Nothing of the trouble's insides is told to whoever happens to look.
      await expect(page.locator("body")).not.toContainText(/assets|relation|select/i);
      expect(await findFaults(page)).toEqual([]);
    } finally {
      await owner`alter table portal.assets_away rename to assets`;
    }
    await page.getByRole("button", { name: "ลองอีกครั้ง" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/สินทรัพย์/);
    await page.goto(homeOf());
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  } finally {
    await owner.end();
    await portal.release();
  }
});
