import { describe, expect, it } from "vitest";
import { median, quantile, spread } from "@/bin/bench/measure";

describe("figures of the bench", () => {
  it("are nearest-rank quantiles: values that were measured, never a mean of two", () => {
    const times = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(quantile(times, 0.95)).toBe(95);
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1])).toBe(1);
    expect(spread([7])).toEqual({ p50Ms: 7, p95Ms: 7, count: 1 });
  });
});
