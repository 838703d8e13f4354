import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { OTHER, READERS, reportOf } from "./sample-pages";
import { signInAs } from "./sign-in-as";

const FORMATS = [
  { label: "PDF", ending: ".pdf", starts: "%PDF-" },
  { label: "Excel", ending: ".xlsx", starts: "PK" },
  { label: "CSV", ending: ".csv", starts: "\u00ef\u00bb\u00bf" },
] as const;

for (const { label, ending, starts } of FORMATS) {
  test(`the report on screen comes whole as ${label}`, async ({ page }) => {
    await signInAs(page, READERS.accountant);
    await page.goto(reportOf("trial-balance", "month=2024-03"));
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: label, exact: true }).click();
    const file = await download;
    expect(file.suggestedFilename()).toContain(ending);
    const bytes = readFileSync(await file.path());
    expect(bytes.subarray(0, starts.length).toString("latin1")).toBe(starts);
    expect(bytes.length).toBeGreaterThan(1000);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("งบทดลอง");
  });
}

const ADDRESS = `/api/export/trial-balance?format=csv&month=2024-03&lao=`;

test("another LAO's report is no file either, and nobody's is one without signing in", async ({ page, request }) => {
  expect((await request.get(`${ADDRESS}${OTHER}`)).status()).toBe(401);
  await signInAs(page, READERS.accountant);
  const answer = await page.request.get(`${ADDRESS}${OTHER}`);
  expect([403, 404]).toContain(answer.status());
  expect(await answer.text()).not.toContain("1101");
});
