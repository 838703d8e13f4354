import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { readFirstLine } from "@/bin/read-first-line";

describe("readFirstLine", () => {
  it.each([
    ["ฝนตกที่ทุ่งนา\nmore\n", "ฝนตกที่ทุ่งนา"],
    ["with a space at the end \r\n", "with a space at the end "],
    ["no line end", "no line end"],
    ["\nsecond", ""],
    ["", ""],
  ])("of %j", async (text, line) => {
    // In pieces of three bytes, which cut Thai letters and line ends.
    const bytes = Buffer.from(text);
    const pieces = Array.from({ length: Math.ceil(bytes.length / 3) }, (_, index) =>
      bytes.subarray(index * 3, index * 3 + 3),
    );
    expect(await readFirstLine(Readable.from(pieces, { objectMode: false }))).toBe(line);
  });
});
