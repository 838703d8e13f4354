import { expect, test } from "@playwright/test";
import { homeOf, OTHER, OWN, PROVINCE, READERS, reportOf } from "./sample-pages";
import { signInAs } from "./sign-in-as";

type Reader = keyof typeof READERS | "nobody";
const NO_LAO = "09999999";

/** Pages of an LAO: own, another's, one that is not there. */
const booksOf = (lao: string) => [
  homeOf(lao),
  reportOf("trial-balance", "", lao),
  reportOf("ledger", "", lao),
  reportOf("journal-document", "entry=RV-00001%2F67", lao),
  `${homeOf(lao)}/damage/accounting/2024-03`,
  `${homeOf(lao)}/reports`,
  `${homeOf(lao)}/rekeyed`,
  reportOf("damage-certificate", "", lao),
];
const FOR_EVERYONE = ["/help", "/help/story", "/help/reports/trial-balance", "/verify"];
const FOR_READERS_OF_BOOKS = [...FOR_EVERYONE, "/search", "/search?q=RV", "/bundles"];
const EXPORTS = (lao: string) => [`/api/export/trial-balance?format=csv&month=2024-03&lao=${lao}`];

const PROVINCE_BOOKS = [
  `${PROVINCE}/reports/lao-progress`,
  `${PROVINCE}/reports/province-trial-balance?month=2024-03`,
  `/api/export/province-trial-balance?format=csv&month=2024-03&province=${PROVINCE.split("/").at(-1)}`,
];

const SEES: Record<Exclude<Reader, "nobody">, { pages: string[]; refused: string[] }> = {
  accountant: {
    pages: [...booksOf(OWN), ...EXPORTS(OWN), ...FOR_READERS_OF_BOOKS],
    refused: [
      ...booksOf(OTHER),
      ...EXPORTS(OTHER),
      PROVINCE,
      ...PROVINCE_BOOKS,
      "/laos",
      "/snapshots",
      "/users",
      "/audit-log",
    ],
  },
  otherAccountant: {
    pages: [...booksOf(OTHER), ...EXPORTS(OTHER), ...FOR_READERS_OF_BOOKS],
    refused: [
      ...booksOf(OWN),
      ...EXPORTS(OWN),
      PROVINCE,
      ...PROVINCE_BOOKS,
      "/laos",
      "/snapshots",
      "/users",
      "/audit-log",
    ],
  },
  auditor: {
    pages: [
      ...booksOf(OWN),
      ...booksOf(OTHER),
      ...EXPORTS(OTHER),
      PROVINCE,
      ...PROVINCE_BOOKS,
      "/laos",
      ...FOR_READERS_OF_BOOKS,
    ],
    refused: ["/provinces/10", "/provinces/10/reports/lao-progress", "/snapshots", "/users", "/audit-log"],
  },
  department: {
    pages: [
      ...booksOf(OWN),
      ...booksOf(OTHER),
      ...EXPORTS(OWN),
      PROVINCE,
      ...PROVINCE_BOOKS,
      "/laos",
      ...FOR_READERS_OF_BOOKS,
    ],
    refused: ["/provinces/10", "/provinces/10/reports/lao-progress", "/snapshots", "/users", "/audit-log"],
  },
  administrator: {
    pages: ["/snapshots", "/users", "/audit-log", ...FOR_EVERYONE],
    refused: [...booksOf(OWN), ...EXPORTS(OWN), PROVINCE, ...PROVINCE_BOOKS, "/laos", "/search", "/bundles"],
  },
};

for (const [reader, { pages, refused }] of Object.entries(SEES)) {
  test(`${reader}: their pages open, all others are refused, and no LAO is made up`, async ({ page }) => {
    await signInAs(page, READERS[reader as keyof typeof READERS]);
    for (const address of pages) expect((await page.request.get(address)).status(), address).toBe(200);
    for (const address of [...refused, ...booksOf(NO_LAO), ...EXPORTS(NO_LAO), reportOf("no-such-report")]) {
      const answer = await page.request.get(address);
      expect([403, 404], address).toContain(answer.status());
      expect(await answer.text(), address).not.toContain("1101010101.001");
    }
  });
}

test("whoever is not signed in may check a file, and sees nothing but that", async ({ request }) => {
  for (const address of ["/verify", "/verify/12345-12345-12345-12345"]) {
    const answer = await request.get(address, { maxRedirects: 0 });
    expect(answer.status(), address).toBe(200);
    expect(await answer.text(), address).not.toContain(OWN);
  }
});

test("whoever is not signed in is sent to the sign-in from every page, and then on to it", async ({ page }) => {
  for (const address of [
    ...booksOf(OWN),
    PROVINCE,
    ...PROVINCE_BOOKS.slice(0, 2),
    "/laos",
    "/help",
    "/search",
    "/bundles",
    "/snapshots",
    "/users",
    "/audit-log",
    "/",
  ]) {
    await page.goto(address);
    await expect(page, address).toHaveURL(/\/sign-in/);
  }
  await page.goto(reportOf("trial-balance", "month=2024-02"));
  await signInAs(page, READERS.accountant);
  await expect(page).toHaveURL(reportOf("trial-balance", "month=2024-02"));
});

const FIRST_PAGES = {
  accountant: homeOf(OWN),
  auditor: PROVINCE,
  department: "/laos",
  administrator: "/users",
} as const;

for (const [reader, first] of Object.entries(FIRST_PAGES)) {
  test(`the front door leads the ${reader} to ${first}`, async ({ page }) => {
    await signInAs(page, READERS[reader as keyof typeof FIRST_PAGES]);
    await page.goto("/");
    await expect(page).toHaveURL(first);
  });
}

test("a way back that leads out of the portal is dropped", async ({ page }) => {
  await signInAs(page, READERS.accountant);
  for (const back of [
    "https://example.org/",
    "//example.org/lao",
    "/\\example.org",
    "javascript:alert(1)",
    "/api/export/ledger",
  ]) {
    await page.goto(reportOf("trial-balance", `month=2024-03&back=${encodeURIComponent(back)}`));
    const links = page.getByRole("navigation", { name: "ตำแหน่งในระบบ" }).getByRole("link");
    await expect(links).toHaveCount(1);
  }
});
