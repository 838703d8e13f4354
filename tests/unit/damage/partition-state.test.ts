/** What ties make of a partition's state: worse as ARCHIVE.md says, never better, and empty stays empty unless silence is proved. */
import { expect, it } from "vitest";
import { stateWithTies } from "@/lib/damage/partition-state";
import { type Finding, type FindingCode, makeFinding } from "@/lib/finding/finding";

const tie = (code: FindingCode, more: Partial<Finding> = {}) =>
  makeFinding({ code, confidence: "arithmetic", ...more });

it("is partial where numbers or a table are missing, and lost where nothing is left", () => {
  expect(stateWithTies("intact", 10, [tie("tie/number-gap")])).toBe("partial");
  expect(stateWithTies("intact", 10, [tie("tie/silent-partition", { table: "journal" })])).toBe("partial");
  expect(stateWithTies("empty", 0, [tie("tie/silent-partition")])).toBe("lost");
});

it("is inconsistent where a tie fails or the month of a gap is only suspected", () => {
  expect(stateWithTies("intact", 10, [tie("tie/balance")])).toBe("inconsistent");
  expect(stateWithTies("intact", 10, [tie("tie/number-gap", { confidence: "suspected" })])).toBe("inconsistent");
});

it("never becomes better", () => {
  expect(stateWithTies("lost", 0, [tie("tie/balance")])).toBe("lost");
  expect(stateWithTies("partial", 5, [tie("tie/dangling")])).toBe("partial");
  expect(stateWithTies("intact", 5, [])).toBe("intact");
});

it("leaves an empty partition empty where only others' damage is felt", () => {
  expect(stateWithTies("empty", 0, [tie("tie/cross-module"), tie("tie/number-gap")])).toBe("empty");
});
