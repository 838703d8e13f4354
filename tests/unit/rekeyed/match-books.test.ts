/** The matching of re-keyed books: every rung by itself, and made-up books of a half-year with known errors. */
import { describe, expect, it } from "vitest";
import { scoreMatching } from "@/bin/bench/score-matching";
import { makeFinding } from "@/lib/finding/finding";
import { satang } from "@/lib/money/amount";
import type { LaoCode } from "@/lib/office/office";
import type { IsoDate } from "@/lib/period/date";
import type { Month } from "@/lib/period/month";
import type { BookDocument } from "@/lib/rekeyed/book-document";
import { totalByAccount } from "@/lib/rekeyed/match/account-totals";
import { matchBooks } from "@/lib/rekeyed/match/match-books";
import { bookDocuments } from "@/lib/sample/book-documents";
import { runHalfYear } from "@/lib/sample/half-year";
import { planOffices } from "@/lib/sample/offices";
import { settleOptions } from "@/lib/sample/options";
import { rekeyBooks } from "@/lib/sample/rekeyed-books";

let made = 0;
function document(number: string | null, date: string, baht: number, more: Partial<BookDocument> = {}): BookDocument {
  made += 1;
  const amount = satang(BigInt(baht) * 100n);
  return {
    id: `d${made}`,
    book: "journal",
    number,
    date: date as IsoDate,
    lines: [
      { account: "5104010112.001", amount },
      { account: "1101030102.001", amount: satang(-amount) },
    ],
    cells: {},
    text: "",
    ...more,
  };
}

const match = (
  archive: BookDocument[],
  rekeyed: BookDocument[],
  findings = [] as Parameters<typeof matchBooks>[0]["findings"],
) => matchBooks({ archive, rekeyed, findings });

describe("matchBooks", () => {
  it("takes a number in other spelling, other order of lines and other words as the same", () => {
    const archive = document("RV-00012/67", "2024-03-05", 500, { text: "รับน้ำประปา" });
    const rekeyed = {
      ...document("rv-12/๖๗", "2024-03-05", 500, { text: "ค่าน้ำ" }),
      lines: [...archive.lines].reverse(),
    };
    const { pairings, missing, surplus } = match([archive], [rekeyed]);
    expect(pairings).toEqual([
      { rung: "number-and-content", archive: [archive], rekeyed: [rekeyed], differences: [], isWordedOtherwise: true },
    ]);
    expect([...missing, ...surplus]).toEqual([]);
  });

  it("tells cell by cell what differs under the same number", () => {
    const archive = document("JV-00001/67", "2024-03-05", 500);
    const { pairings } = match([archive], [document("JV-00001/67", "2024-03-06", 500)]);
    expect(pairings[0]?.differences).toEqual([{ column: "date", archive: "2024-03-05", rekeyed: "2024-03-06" }]);
    const swapped = match([document("JV-00002/67", "2024-03-05", 1250)], [document("JV-00002/67", "2024-03-05", 1520)]);
    expect(swapped.pairings[0]?.differences).toEqual([
      { column: "amount", archive: "-1250.00", rekeyed: "-1520.00" },
      { column: "amount", archive: "1250.00", rekeyed: "1520.00" },
    ]);
  });

  it("does not believe a number whose day, amount and accounts are another document's", () => {
    const other = document("JV-00001/67", "2024-05-20", 77, { lines: [{ account: "1", amount: satang(7700n) }] });
    const { pairings, missing, surplus } = match([document("JV-00001/67", "2024-03-05", 500)], [other]);
    expect(pairings).toEqual([]);
    expect([missing.length, surplus.length]).toEqual([1, 1]);
  });

  it("finds a renumbered document by its content, where only one can be meant", () => {
    const archive = document("JV-00001/67", "2024-03-05", 500);
    const { pairings } = match([archive], [document("JV-09001/67", "2024-03-07", 500)]);
    expect(pairings[0]?.rung).toBe("content");
    expect(pairings[0]?.differences.map(({ column }) => column)).toEqual(["number", "date"]);
  });

  it("shows equal candidates together instead of choosing, though their number be equal on both sides", () => {
    const archive = [1, 2, 3].map((at) => document(`JV-0000${at}/67`, `2024-03-0${at}`, 500));
    const rekeyed = [7, 8, 9].map((at) => document(`JV-0900${at}/67`, `2024-03-0${at - 4}`, 500));
    const result = match(archive, rekeyed);
    expect(result.pairings).toEqual([]);
    expect(result.candidates).toHaveLength(1);
    expect(result.candidates[0]?.archive).toHaveLength(3);
    expect(result.candidates[0]?.rekeyed).toHaveLength(3);
  });

  it("lets the words tell equal amounts apart", () => {
    const archive = ["ก", "ข"].map((text, at) => document(`JV-0000${at}/67`, "2024-03-05", 500, { text }));
    const rekeyed = ["ข", "ก"].map((text, at) => document(`JV-0900${at}/67`, "2024-03-05", 500, { text }));
    const { pairings } = match(archive, rekeyed);
    expect(pairings.map((one) => [one.archive[0]?.text, one.rekeyed[0]?.text]).sort()).toEqual([
      ["ก", "ก"],
      ["ข", "ข"],
    ]);
  });

  it("does not let a doubled document stand in for a missing one that is alike", () => {
    const [first, second] = [document("JV-00001/67", "2024-03-05", 500), document("JV-00002/67", "2024-03-06", 500)];
    const result = match(
      [first, second],
      [document("JV-00001/67", "2024-03-05", 500), document("JV-09000/67", "2024-03-05", 500)],
    );
    expect(result.pairings).toHaveLength(1);
    expect(result.candidates).toHaveLength(1);
  });

  it("finds one keyed as two, and two keyed as one, by their sums", () => {
    const split = match(
      [document("JV-00001/67", "2024-03-05", 500)],
      [document("JV-00001/67", "2024-03-05", 300), document("JV-09002/67", "2024-03-05", 200)],
    );
    expect(split.pairings).toHaveLength(1);
    expect(split.pairings[0]).toMatchObject({ rung: "sum", rekeyed: [{}, {}] });
    const merged = match(
      [document("JV-00001/67", "2024-03-05", 300), document("JV-00002/67", "2024-03-05", 200)],
      [document("JV-00001/67", "2024-03-05", 500)],
    );
    expect(merged.pairings[0]).toMatchObject({ rung: "sum", archive: [{}, {}] });
  });

  it("proves nothing by sums that more than one set of documents gives", () => {
    const pieces = [300, 200, 300, 200].map((baht, at) => document(`JV-0900${at}/67`, "2024-03-05", baht));
    const result = match([document("JV-00001/67", "2024-03-05", 500)], pieces);
    expect(result.pairings).toEqual([]);
    expect(result.candidates[0]?.rekeyed.length).toBeGreaterThanOrEqual(3);
  });

  it("says how often the same document was keyed, not which of them is surplus", () => {
    const archive = document("JV-00001/67", "2024-03-05", 500);
    const { doublings, pairings } = match(
      [archive],
      [1, 2].map(() => document("JV-00001/67", "2024-03-05", 500)),
    );
    expect(pairings).toEqual([]);
    expect(doublings[0]?.rekeyed).toHaveLength(2);
  });

  it("decides nothing where the archive lacks the numbers, and says whether the amounts fit the gap", () => {
    const gap = makeFinding({
      code: "tie/number-gap",
      confidence: "arithmetic",
      lao: "06990101" as LaoCode,
      module: "accounting",
      month: "2024-03" as Month,
      table: "journal",
      docFrom: "JV-00002/67",
      docTo: "JV-00003/67",
      amount: satang(70_000n),
    });
    const keyed = [document("JV-00002/67", "2024-03-05", 300), document("JV-00003/67", "2024-03-05", 400)];
    const fits = match([], keyed, [gap]);
    expect(fits.surplus).toEqual([]);
    expect(fits.undecidable).toEqual([{ archive: [], rekeyed: keyed, finding: gap, fitsGap: true }]);
    expect(match([], keyed.slice(1), [gap]).undecidable[0]?.fitsGap).toBe(false);
    expect(match([], [document("JV-00009/67", "2024-03-05", 300)], [gap]).surplus).toHaveLength(1);
  });

  it("suggests what may belong together, and decides nothing by it", () => {
    const archive = document("JV-00001/67", "2024-03-05", 1250, { text: "ค่าจ้างเหมาบริการรถขยะ" });
    const rekeyed = document("JV-09001/67", "2024-03-05", 1520, { text: "ค่าจ้างเหมาบริการรถขยะ" });
    const { suggestions, missing, surplus } = match([archive], [rekeyed]);
    expect(suggestions).toEqual([{ archive, rekeyed, reasons: ["digits-swapped", "similar-words"] }]);
    expect([missing, surplus]).toEqual([[archive], [rekeyed]]);
  });
});

describe("re-keyed books of a half-year with known errors", () => {
  it.each([11, 12, 13, 14])("match nothing wrongly and find nearly all errors (seed %i)", (seed) => {
    const [office] = planOffices(settleOptions({ out: "", laos: 1, seed, journalLines: 5_000 }));
    if (!office) throw new Error("no office was planned");
    const books = rekeyBooks(bookDocuments(runHalfYear(office, seed)), { seed, rate: 0.15, rewordedRate: 0.3 });
    const result = matchBooks({ archive: books.archive, rekeyed: books.rekeyed, findings: [] });
    const score = scoreMatching(books, result);
    expect(books.errors.length).toBeGreaterThan(80);
    expect(score.wrongMatches).toEqual([]);
    expect(score.recall, score.missedIds.join("\n")).toBeGreaterThanOrEqual(0.98);
  });

  it("stand in exactly one place of the result each, and their totals tie to the satang", () => {
    const [office] = planOffices(settleOptions({ out: "", laos: 1, seed: 21, journalLines: 3_000 }));
    if (!office) throw new Error("no office was planned");
    const books = rekeyBooks(bookDocuments(runHalfYear(office, 21)), { seed: 21, rate: 0.3, rewordedRate: 0.3 });
    const result = matchBooks({ archive: books.archive, rekeyed: books.rekeyed, findings: [] });
    const archive = [
      ...result.pairings.flatMap((one) => one.archive),
      ...result.doublings.map((one) => one.archive),
      ...result.candidates.flatMap((one) => one.archive),
      ...result.missing,
    ];
    const rekeyed = [
      ...result.pairings.flatMap((one) => one.rekeyed),
      ...result.doublings.flatMap((one) => one.rekeyed),
      ...result.candidates.flatMap((one) => one.rekeyed),
      ...result.surplus,
    ];
    expect([...archive].sort(byId)).toEqual([...books.archive].sort(byId));
    expect([...rekeyed].sort(byId)).toEqual([...books.rekeyed].sort(byId));
    const totals = totalByAccount(books.archive, books.rekeyed);
    const explained = totalByAccount(
      [
        ...result.missing,
        ...result.pairings.flatMap((one) => one.archive),
        ...result.candidates.flatMap((one) => one.archive),
        ...result.doublings.map((one) => one.archive),
      ],
      [
        ...result.surplus,
        ...result.pairings.flatMap((one) => one.rekeyed),
        ...result.candidates.flatMap((one) => one.rekeyed),
        ...result.doublings.flatMap((one) => one.rekeyed),
      ],
    );
    expect(explained).toEqual(totals);
    expect(totals.some(({ difference }) => difference !== 0n)).toBe(true);
  });
});

const byId = (left: BookDocument, right: BookDocument) => (left.id < right.id ? -1 : 1);
