import { describe, expect, it } from "vitest";
import { countFailure, isLocked, NO_FAILURES, type SignInCount } from "@/lib/access/lockout";

const NOON = new Date("2026-11-22T05:00:00Z");
const minutesOn = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);

function fail(count: SignInCount, times: number): SignInCount {
  return times === 0 ? count : fail(countFailure(count, NOON), times - 1);
}

describe("lockout", () => {
  it("leaves the account open after four failures and closes it with the fifth", () => {
    expect(isLocked(fail(NO_FAILURES, 4), NOON)).toBe(false);
    expect(fail(NO_FAILURES, 5)).toEqual({ failed: 5, lockedUntil: minutesOn(15) });
  });

  it("opens again when the time is over, to the millisecond", () => {
    const count = fail(NO_FAILURES, 5);
    expect(isLocked(count, new Date(minutesOn(15).getTime() - 1))).toBe(true);
    expect(isLocked(count, minutesOn(15))).toBe(false);
  });

  it("doubles with every five further failures, up to a day", () => {
    const lockMinutes = [10, 15, 20, 35, 40, 500].map(
      (failures) => ((fail(NO_FAILURES, failures).lockedUntil?.getTime() ?? 0) - NOON.getTime()) / 60_000,
    );
    expect(lockMinutes).toEqual([30, 60, 120, 960, 1440, 1440]);
  });
});
