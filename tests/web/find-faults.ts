/** What axe finds on a page, and what the browser complained of: both should be nothing. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

interface AxeWindow {
  readonly axe: {
    readonly run: (
      what: Document,
      how: object,
    ) => Promise<{
      readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
    }>;
  };
}

/** One line a violation of WCAG 2.2 AA or of axe's own good practice. Folded parts are opened first, so that they are seen too. */
export async function findFaults(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    for (const part of document.querySelectorAll("details")) part.open = true;
  });
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  return page.evaluate(async (standards) => {
    const { axe } = window as unknown as AxeWindow;
    const { violations } = await axe.run(document, { runOnly: { type: "tag", values: standards } });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 150)).join(" | ")}`);
  }, STANDARDS);
}

/** Collects what the browser complains of from now on: errors of scripts, and what the security policy blocked. */
export function listenForComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    // A refused page is asked for on purpose; its status is tested where it matters.
    if (message.type() === "error" && !/status of 40[0-9]/.test(message.text())) complaints.push(message.text());
  });
  return complaints;
}
