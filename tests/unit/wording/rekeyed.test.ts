import { describe, expect, it } from "vitest";
import { sayCell } from "@/lib/wording/rekeyed";

describe("a cell that differs", () => {
  it("is said as people write it: days of the Buddhist era, amounts with their thousands", () => {
    expect(sayCell("date", "2024-03-01")).toBe("1 มี.ค. 2567");
    expect(sayCell("amount", "44274.99")).toBe("44,274.99 บาท");
    expect(sayCell("amount", "-44274.00")).toBe("(44,274.00) บาท");
    expect(sayCell("amount", "1101030102.001 1250000.50")).toBe("1101030102.001 1,250,000.50 บาท");
    expect(sayCell("amount", "0.00")).toBe("0.00 บาท");
  });

  it("keeps accounts, numbers and words as they stand, and says that nothing stands there", () => {
    expect(sayCell("account", "1101030102.001")).toBe("1101030102.001");
    expect(sayCell("payee", "ร้าน 24.00")).toBe("ร้าน 24.00");
    expect(sayCell("amount", null)).toBe("ไม่มี");
  });
});
