/** The charts of an LAO's home draw what the figures say, and shade no day that could be read. */
import { describe, expect, it } from "vitest";
import { daysOf, shareOf, stepsUpTo, unreadDays } from "@/app/(portal)/lao/[code]/_parts/chart-scale";
import { satang } from "@/lib/money/amount";
import type { IsoDate } from "@/lib/period/date";
import type { Month } from "@/lib/period/month";
import { sayPercent, sayScale } from "@/lib/wording/charts";

const span = { from: "2024-02-26" as IsoDate, to: "2024-03-10" as IsoDate };

describe("the scale of a chart", () => {
  it("ends above the highest amount, in at most six round steps", () => {
    for (const highest of [1n, 99n, 100n, 101n, 72_414_962_508n, 5_000_000_000_000n]) {
      const steps = stepsUpTo(satang(highest));
      expect(steps[0]).toBe(0n);
      expect(steps.at(-1)).toBeGreaterThanOrEqual(highest);
      expect(steps.length).toBeLessThanOrEqual(6);
      expect(String(steps[1])).toMatch(/^[125]0*$/);
    }
    expect(stepsUpTo(satang(0n))).toEqual([0n, 100n]);
  });

  it("tells shares and percentages without a float", () => {
    expect(shareOf(satang(50n), satang(200n))).toBe(0.25);
    expect(shareOf(satang(300n), satang(200n))).toBe(1);
    expect(shareOf(satang(-5n), satang(200n))).toBe(0);
    expect(shareOf(satang(5n), satang(0n))).toBe(0);
    expect(sayPercent(satang(1n), satang(3n))).toBe("ร้อยละ 33.3");
    expect(sayPercent(satang(1n), satang(0n))).toBe("-");
    expect(sayScale(satang(1_250_000_000n))).toBe("12.5 ล้าน");
    expect(sayScale(satang(5_000_000n))).toBe("50,000");
    expect(sayScale(satang(0n))).toBe("0");
  });
});

describe("days that could not be read", () => {
  const entered = new Set(["2024-02-26", "2024-03-01", "2024-03-04"] as IsoDate[]);

  it("are the weekdays without an entry, in damaged months alone", () => {
    expect([...unreadDays(span, entered, new Set(["2024-03"] as Month[]))]).toEqual([
      "2024-03-05",
      "2024-03-06",
      "2024-03-07",
      "2024-03-08",
    ]);
    expect(unreadDays(span, entered, new Set()).size).toBe(0);
  });

  it("lie in the days of the archive, leap day and all", () => {
    expect(daysOf(span)).toHaveLength(14);
    expect(daysOf(span)).toContain("2024-02-29");
  });
});
