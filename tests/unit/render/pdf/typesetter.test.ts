import { describe, expect, it } from "vitest";
import { PROVINCE_REPORTS } from "@/lib/operations/province-report-registry";
import { REPORTS } from "@/lib/operations/report-registry";
import { loadFonts } from "@/lib/render/pdf/fonts";
import { createTypesetter } from "@/lib/render/pdf/typesetter";

const words = new Intl.Segmenter("th", { granularity: "word" });

describe("a room measured for a word", () => {
  it("holds it at every size, whatever the padding added and taken off has rounded away", async () => {
    const typesetter = createTypesetter(await loadFonts());
    const labels = [...REPORTS, ...PROVINCE_REPORTS].flatMap(({ definition }) =>
      definition.columns.map(({ label }) => label),
    );
    const heads = new Set(labels.flatMap((label) => [...words.segment(label)].map(({ segment }) => segment)));
    const broken: string[] = [];
    for (const word of heads)
      for (let sizePt = 6; sizePt <= 9; sizePt += 0.5) {
        const room = typesetter.line(word, "bold", sizePt).widthPt + 7;
        if (typesetter.block(word, "bold", sizePt, room - 7).lines.length > 1) broken.push(`${word} ${sizePt}`);
      }
    expect(heads.size).toBeGreaterThan(50);
    expect(broken).toEqual([]);
  });
});
