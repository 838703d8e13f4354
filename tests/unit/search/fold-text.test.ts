/** Texts that people would call the same are folded into the same, and marking what was found loses nothing. */
import { describe, expect, it } from "vitest";
import { foldText, loosen, markFolded } from "@/lib/search/fold-text";

describe("folding", () => {
  it.each([
    ["๑๒/๒๕๖๗", "12/2567"],
    ["น้ํามัน", "น้ำมัน"],
    ["นํ้ามัน", "น้ำมัน"],
    ["จํานํา", "จำนำ"],
    ["เเม่น้ำ", "แม่น้ำ"],
    ["ค่่าจ้้าง", "ค่าจ้าง"],
    ["ค่า จ้าง เหมา", "ค่าจ้างเหมา"],
    ["ค่า\u200bจ้าง", "ค่าจ้าง"],
    ["RV-00012/67", "rv-00012/67"],
  ])("makes one of %j and %j", (left, right) => {
    expect(foldText(left)).toBe(foldText(right));
  });

  it.each([
    ["ป้า", "ปา"],
    ["มา", "ม้า"],
    ["กำ", "กา"],
    ["ขาว", "ข้าว"],
  ])("keeps %j apart from %j, until tone marks shall not count", (left, right) => {
    expect(foldText(left)).not.toBe(foldText(right));
    expect(loosen(foldText(left)) === loosen(foldText(right))).toBe(left !== "กำ");
  });
});

describe("marking what was found", () => {
  const pieces = (text: string, terms: string[], isLoose = false) =>
    markFolded(text, terms, isLoose).map(({ text: piece, isFound }) => (isFound ? `[${piece}]` : piece));

  it.each([
    ["ค่าซ่อม แซมรถ", "ซ่อมแซม", "ค่า[ซ่อม แซม]รถ"],
    ["เลขที่ ๑๒/๒๕๖๗", "12/2567", "เลขที่ [๑๒/๒๕๖๗]"],
    ["ค่าน้ํามัน", "น้ำมัน", "ค่า[น้ํามัน]"],
    ["RV-00012/67", "rv-00012/67", "[RV-00012/67]"],
    ["ไม่มี", "อะไร", "ไม่มี"],
    ["กกก", "กก", "[กก]ก"],
  ])("in %j of %j", (text, term, marked) => {
    expect(pieces(text, [foldText(term)]).join("")).toBe(marked);
  });

  it("marks without tone marks where they did not count", () => {
    expect(pieces("ค่าจ้างเหมา", [loosen(foldText("คาจาง"))], true).join("")).toBe("[ค่าจ้าง]เหมา");
  });
});
