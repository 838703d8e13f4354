/** From what the files gave to the state of the partition (ARCHIVE.md, «How the state follows»). */
import { expect, it } from "vitest";
import { stateOf } from "@/lib/archive/state-of";
import type { FindingCode } from "@/lib/finding/finding";

const evidence = { filesListed: 2, rowsRead: 10, rowsLoaded: 10, rowsUnreadable: 0, codes: [] as FindingCode[] };

it("is intact while there is no sign of damage, also without rows", () => {
  expect(stateOf(evidence)).toBe("intact");
  expect(stateOf({ ...evidence, rowsRead: 0, rowsLoaded: 0 })).toBe("intact");
});

it("is empty without files", () => {
  const nothing = { ...evidence, filesListed: 0, rowsRead: 0, rowsLoaded: 0 };
  expect(stateOf(nothing)).toBe("empty");
  expect(stateOf({ ...nothing, codes: ["file/unlisted"] })).toBe("empty");
});

it.each(["file/missing", "file/truncated", "file/corrupt"] as const)("is partial or lost after %s", (code) => {
  expect(stateOf({ ...evidence, codes: [code, "row/text"] })).toBe("partial");
  expect(stateOf({ ...evidence, rowsLoaded: 0, codes: [code] })).toBe("lost");
});

it("is partial with rows that cannot be read, even if none could be loaded", () => {
  expect(stateOf({ ...evidence, rowsLoaded: 9, rowsUnreadable: 1, codes: ["row/value"] })).toBe("partial");
  expect(stateOf({ ...evidence, rowsLoaded: 0, rowsUnreadable: 10, codes: ["row/shape"] })).toBe("partial");
});

it.each(["file/checksum", "row/text", "row/encoding", "row/duplicate", "row/foreign", "row/shape"] as const)(
  "is inconsistent when all is read, but %s",
  (code) => {
    expect(stateOf({ ...evidence, codes: [code] })).toBe("inconsistent");
  },
);

it("is not accused by a file that nobody listed", () => {
  expect(stateOf({ ...evidence, codes: ["file/unlisted"] })).toBe("intact");
});
