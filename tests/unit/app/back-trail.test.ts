import { describe, expect, it } from "vitest";
import { extendTrail, readTrail, trailHref, trailPath } from "@/app/_ui/back-trail";
import { href } from "@/app/_ui/href";

const BALANCE = "/lao/06350302/reports/trial-balance?month=2024-03&q=%E0%B8%99%E0%B9%89%E0%B8%B3#row-12";
const LEDGER = "/lao/06350302/reports/ledger?account=1101010101.001&month=2024-03&page=4#row-341";

describe("the trail of pages that led here", () => {
  it("comes back from an address as it went in, outermost first", () => {
    const address = href("/lao/06350302/reports/journal-document", { entry: "PV-00001/67", back: [BALANCE, LEDGER] });
    const params = Object.fromEntries([["back", new URL(address, "http://x").searchParams.getAll("back")]]);
    expect(readTrail(params)).toEqual([BALANCE, LEDGER]);
  });

  it("leads to each page with its filters, its row, and only the way before it", () => {
    expect(trailHref([BALANCE, LEDGER], 0)).toBe(BALANCE);
    const ledger = new URL(trailHref([BALANCE, LEDGER], 1), "http://x");
    expect(ledger.searchParams.getAll("back")).toEqual([BALANCE]);
    expect(ledger.searchParams.get("page")).toBe("4");
    expect(ledger.hash).toBe("#row-341");
    expect(trailPath([BALANCE, LEDGER], 1)).toBe("/lao/06350302/reports/ledger");
  });

  it("forgets the oldest page rather than growing without end", () => {
    let trail: readonly string[] = [];
    for (let step = 0; step < 20; step++) trail = extendTrail(trail, `/lao/06350302/reports/ledger?page=${step}`);
    expect(trail).toHaveLength(4);
    expect(trail.at(-1)).toContain("page=19");
  });

  it.each([
    "https://example.org/lao/1",
    "//example.org/lao/1",
    "/\\example.org/lao/1",
    "/\t/example.org/lao",
    "javascript:alert(1)",
    "lao/06350302",
    "/api/export/ledger?format=pdf",
    "/sign-in",
    `/lao/06350302?q=${"ก".repeat(2000)}`,
  ])("drops %s, which is no page of books", (address) => {
    expect(readTrail({ back: address })).toEqual([]);
  });
});
