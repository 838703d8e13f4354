import { describe, expect, it } from "vitest";
import { breakLines } from "@/lib/render/pdf/break-lines";
import type { Cluster } from "@/lib/render/pdf/shape-cluster";

/** Every cluster as wide as every other. */
function linesOf(text: string, clustersPerLine: number): string[] {
  const clusters = [...new Intl.Segmenter("th", { granularity: "grapheme" }).segment(text)].map(
    ({ segment }): Cluster => ({
      text: segment,
      width: 1,
      bytesAt: () => "",
      isSpace: segment === " ",
      isNewline: false,
    }),
  );
  return breakLines(clusters, clustersPerLine).map(({ from, to }) =>
    clusters
      .slice(from, to)
      .map((cluster) => cluster.text)
      .join(""),
  );
}

describe("the sign that repeats a word", () => {
  const text = "บัญชีหนี้สินและอื่น ๆ";

  it.each([12, 13])("goes to the next line with its word (%i clusters a line)", (clustersPerLine) => {
    expect(linesOf(text, clustersPerLine)).toEqual(["บัญชีหนี้สินและ", "อื่น ๆ"]);
  });

  it("does so as a colon does", () => {
    expect(linesOf("รวมชนิดสินทรัพย์ : ครุภัณฑ์", 13)).toEqual(["รวมชนิด", "สินทรัพย์ : ", "ครุภัณฑ์"]);
  });

  it("is parted from its word where a line holds no more than the word", () => {
    expect(linesOf("อื่น ๆ", 2)).toEqual(["อื่น ", "ๆ"]);
  });
});
