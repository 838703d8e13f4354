import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { renderBytes, withPdf } from "../../../support/pdf-files";
import { LEDGER_COLUMNS, ledgerDocument } from "../../../support/report-documents";
import { requireTool } from "../../../support/tools";

/** How much black one word puts on an otherwise equal page, in whole pixels at 150 dpi. */
async function measureInk(word: string): Promise<number> {
  const bytes = await renderBytes(
    ledgerDocument({
      rows: 0,
      overrides: {
        columns: LEDGER_COLUMNS.filter((column) => column.kind === "text"),
        rowCount: 1,
        rows: async function* () {
          yield { kind: "entry", cells: { description: word } };
        },
        totals: [],
      },
    }),
  );
  const picture = withPdf(bytes, (file) => {
    const result = spawnSync(requireTool("pdftoppm"), ["-r", "150", "-gray", file], { maxBuffer: 64 * 1024 * 1024 });
    expect(result.stderr.toString()).toBe("");
    return result.stdout;
  });
  const body = picture.subarray(picture.indexOf("\n255\n") + 5);
  let ink = 0;
  for (const pixel of body) ink += 255 - pixel;
  return ink / 255;
}

const measured = new Map<string, Promise<number>>();

function inkOf(word: string): Promise<number> {
  const ink = measured.get(word) ?? measureInk(word);
  measured.set(word, ink);
  return ink;
}

/** What the last characters of a word add to the picture of the word without them. */
async function addedInk(without: string, withMark: string): Promise<number> {
  return (await inkOf(withMark)) - (await inkOf(without));
}

describe("Thai marks in the picture of a PDF", () => {
  it.each([
    ["ปู", "ปู่"],
    ["ปุน", "ปุ่น"],
    ["ญี", "ญี่"],
    ["ฝัง", "ฝั่ง"],
    ["ที", "ที่"],
  ])("show the tone of %s → %s beside the tail of its base, not under it", async (without, withMark) => {
    const tone = await addedInk("ก", "ก่");
    expect(await addedInk(without, withMark)).toBeGreaterThan(tone * 0.75);
  });

  it.each([
    ["ปา", "ป้า"],
    ["ฟา", "ฟ้า"],
    ["สิน", "สิ้น"],
    ["เบีย", "เบี้ย"],
  ])("show the tone of %s → %s whole", async (without, withMark) => {
    const tone = await addedInk("ก", "ก้");
    expect(await addedInk(without, withMark)).toBeGreaterThan(tone * 0.75);
  });

  it("draw the ring of น้ำ once, as that of นำ", async () => {
    const tone = await addedInk("ก", "ก้");
    const added = await addedInk("นำ", "น้ำ");
    expect(added).toBeGreaterThan(tone * 0.7);
    expect(added).toBeLessThan(tone * 1.3);
  });

  it("take away the foot of ญ and ฐ under a lower vowel", async () => {
    const vowel = await addedInk("ก", "กู");
    expect(await addedInk("ญ", "ญู")).toBeLessThan(vowel);
    expect(await addedInk("ฐ", "ฐู")).toBeLessThan(vowel);
  });
});
