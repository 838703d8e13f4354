/** What the search field understands: words, numbers without their zeros, amounts and their ranges, days and periods. */
import { describe, expect, it } from "vitest";
import type { IsoDate } from "@/lib/period/date";
import { readSearchTerms } from "@/lib/search/search-terms";

const SPAN = { from: "2024-01-06" as IsoDate, to: "2024-07-06" as IsoDate };
const read = (text: string) => readSearchTerms(text, SPAN);

describe("the search field", () => {
  it("takes words one by one, each of which must be found", () => {
    expect(read("  ค่าน้ํามัน   สมชาย ").map(({ texts }) => texts)).toEqual([["ค่าน้ำมัน"], ["สมชาย"]]);
    expect(read("   ")).toEqual([]);
    expect(read("ก ข ค ง จ ฉ ช ซ ฌ ญ")).toHaveLength(8);
  });

  it("adds the zeros of a document number that nobody types", () => {
    expect(read("RV-12/67")[0]?.texts).toEqual(["rv-12/67", "rv-00012/67", "rv-000012/67"]);
    expect(read("rv๑๒/๖๗")[0]?.texts).toContain("rv-00012/67");
    expect(read("R-006089")[0]?.texts).toEqual(["r-006089"]);
    expect(read("12/67")[0]?.texts).toEqual(["12/67"]);
  });

  it.each([
    ["12,500", 1_250_000n, 1_250_000n],
    ["๑๒,๕๐๐.๕", 1_250_050n, 1_250_050n],
    ["1000-2000", 100_000n, 200_000n],
    ["1,000–2,000.50", 100_000n, 200_050n],
    ["500..600", 50_000n, 60_000n],
    [">5000", 500_001n, null],
    [">=5000", 500_000n, null],
    ["<100", null, 9_999n],
    ["<=100บาท", null, 10_000n],
  ])("reads %j as an amount", (typed, from, to) => {
    expect(read(typed)[0]?.amount).toEqual({ from, to });
  });

  it.each(["2000-1000", "ค่าจ้าง", "12/67", ">มาก", "RV-00012/67"])("sees no amount in %j", (typed) => {
    expect(read(typed)[0]?.amount).toBeNull();
  });

  it("looks for a bare bound among amounts only, for everything else also in the texts", () => {
    expect(read(">5000")[0]?.texts).toEqual([]);
    expect(read("5000")[0]?.texts).toEqual(["5000"]);
  });

  it("finds days and periods among the words, also those of several pieces", () => {
    expect(read("15/3/2567")[0]).toMatchObject({
      texts: ["15/3/2567"],
      days: { from: "2024-03-15", to: "2024-03-15" },
    });
    expect(read("น้ำมัน มี.ค. 2567 สมชาย").map(({ typed, days }) => [typed, days?.from])).toEqual([
      ["น้ำมัน", undefined],
      ["มี.ค. 2567", "2024-03-01"],
      ["สมชาย", undefined],
    ]);
    expect(read("6 ม.ค. 2567 – 31 มี.ค. 2567")).toHaveLength(1);
  });

  it("lets no control character into a text that is looked for", () => {
    expect(read("ก\u001fข")[0]?.texts).toEqual(["กข"]);
  });
});
