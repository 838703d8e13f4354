/** Amounts written out read as Thai forms and cheques have them. */
import { describe, expect, it } from "vitest";
import { satang } from "@/lib/money/amount";
import { bahtInWords } from "@/lib/money/baht-in-words";

describe("an amount in words", () => {
  it.each([
    [318000n, "สามพันหนึ่งร้อยแปดสิบบาทถ้วน"],
    [0n, "ศูนย์บาทถ้วน"],
    [100n, "หนึ่งบาทถ้วน"],
    [1100n, "สิบเอ็ดบาทถ้วน"],
    [2100n, "ยี่สิบเอ็ดบาทถ้วน"],
    [10100n, "หนึ่งร้อยเอ็ดบาทถ้วน"],
    [11125n, "หนึ่งร้อยสิบเอ็ดบาทยี่สิบห้าสตางค์"],
    [75n, "เจ็ดสิบห้าสตางค์"],
    [1n, "หนึ่งสตางค์"],
    [100_000_000n, "หนึ่งล้านบาทถ้วน"],
    [100_000_100n, "หนึ่งล้านเอ็ดบาทถ้วน"],
    [2_150_000_050n, "ยี่สิบเอ็ดล้านห้าแสนบาทห้าสิบสตางค์"],
    [100_000_000_000_000n, "หนึ่งล้านล้านบาทถ้วน"],
    [-12_050n, "ลบหนึ่งร้อยยี่สิบบาทห้าสิบสตางค์"],
  ])("of %s satang is «%s»", (amount, words) => {
    expect(bahtInWords(satang(amount))).toBe(words);
  });
});
