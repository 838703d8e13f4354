import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page, test } from "@playwright/test";
import { ADMINISTRATOR, sendSignIn, signInAs } from "./sign-in-as";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

async function findFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run: (what: Document, how: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations } = await axe.run(document, { runOnly: { type: "tag", values: tags } });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 150)).join(" | ")}`);
  });
}

for (const scheme of ["light", "dark"] as const) {
  test(`sign-in, users, audit log and password have no fault that axe finds (${scheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto("/sign-in");
    expect(await findFaults(page)).toEqual([]);
    await sendSignIn(page, `nobody-${Date.now()}@sample.example`, "not the password");
    await expect(page.getByText("เข้าสู่ระบบไม่ได้")).toBeVisible();
    expect(await findFaults(page)).toEqual([]);
    await signInAs(page, ADMINISTRATOR);
    for (const path of ["/users", "/audit-log", "/password"]) {
      await page.goto(path);
      for (const summary of (await page.locator("summary").all()).slice(0, 2)) await summary.click();
      expect(await findFaults(page), path).toEqual([]);
    }
  });
}

test("no page widens beyond a telephone of 390 px", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await signInAs(page, ADMINISTRATOR);
  for (const path of ["/users", "/audit-log", "/password"]) {
    await page.goto(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390);
  }
});
