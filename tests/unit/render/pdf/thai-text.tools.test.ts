import { describe, expect, it } from "vitest";
import type { ReportRowKind } from "@/lib/reports/document";
import { checkStructure, pageTexts, renderBytes, squeeze, TEXT_MODES } from "../../../support/pdf-files";
import { LEDGER_COLUMNS, ledgerDocument } from "../../../support/report-documents";

const GOLDEN = "กำนัน ชำรุด จำนำข้าว น้ำ ค่ำ ย้ำ ดำเนินการ ปู่ ญี่ปุ่น ป้า ฟ้า เบี้ย ที่ ทั้งสิ้น ซ่อมแซมครุภัณฑ์ กตัญญู ฎีกา ปั้น ฝั่ง ฟื้นฟู ศรี".split(
  " ",
);

const PARAGRAPH =
  "องค์การบริหารส่วนตำบลดำเนินการซ่อมแซมถนนและทางระบายน้ำภายในบ้านตามโครงการพัฒนาท้องถิ่นเพื่อให้ประชาชนได้รับความสะดวกในการเดินทางและขนส่งผลผลิตทั้งสิ้น";

async function printTexts(texts: readonly string[], kind: ReportRowKind = "entry"): Promise<Buffer> {
  return renderBytes(
    ledgerDocument({
      rows: 0,
      overrides: {
        columns: LEDGER_COLUMNS.filter((column) => column.kind === "text" || column.id === "debit"),
        rowCount: texts.length,
        rows: async function* () {
          for (const description of texts) yield { kind, cells: { description } };
        },
      },
    }),
  );
}

/** Syllables of every base with every mark that Thai writes over and under it, each inside a word. */
function everySyllable(): string[] {
  const words: string[] = [];
  const uppers = ["", "ั", "ิ", "ี", "ึ", "ื", "็"];
  for (let base = 0xe01; base <= 0xe2e; base++)
    for (const vowel of [...uppers, "ุ", "ู"])
      for (const tone of vowel === "็" ? [""] : ["", "่", "้", "๊", "๋", "์"])
        for (const end of vowel === "" && tone !== "์" ? ["น", "า", "ำ"] : ["น", "า"])
          words.push(`ก${String.fromCharCode(base)}${vowel}${tone}${end}ร`);
  return words;
}

describe("Thai text copied from a PDF", () => {
  it.each(TEXT_MODES)("gives back the golden words after another page was printed (%s)", async (mode) => {
    await printTexts(["หน้าอื่นก่อน น้ำ ปู่"]);
    const words = new Set(
      pageTexts(await printTexts([...GOLDEN, "A วันที่"]), mode)
        .join("\n")
        .split(/\s+/),
    );
    expect(GOLDEN.filter((word) => !words.has(word))).toEqual([]);
    expect(words.has("A") && words.has("วันที่")).toBe(true);
  });

  it.each(["entry", "group"] as const)("gives back every syllable in every reading order (%s)", async (kind) => {
    const syllables = everySyllable();
    const lines = Array.from({ length: Math.ceil(syllables.length / 4) }, (_, line) =>
      syllables.slice(line * 4, line * 4 + 4).join(" "),
    );
    const bytes = await printTexts(lines, kind);
    for (const mode of TEXT_MODES) {
      const words = new Set(pageTexts(bytes, mode).join("\n").split(/\s+/));
      expect(syllables.filter((word) => !words.has(word))).toEqual([]);
    }
  });

  it("breaks a paragraph without spaces between words and keeps all of it", async () => {
    expect(PARAGRAPH.length).toBe(150);
    const bytes = await printTexts([PARAGRAPH]);
    const raw = pageTexts(bytes, "raw").join("\n");
    expect(squeeze(raw)).toContain(PARAGRAPH);
    const words = [...new Intl.Segmenter("th", { granularity: "word" }).segment(PARAGRAPH)].map((one) => one.index);
    const lines = raw.split("\n").filter((line) => PARAGRAPH.includes(line.trim()) && line.trim().length > 8);
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(words).toContain(PARAGRAPH.indexOf(line.trim()));
  });

  it("cuts a word that is longer than its column, and loses nothing of it", async () => {
    const long = "กำ".repeat(120);
    const bytes = await printTexts([long, "W".repeat(200)]);
    const lines = pageTexts(bytes, "raw").join("\n").split("\n");
    expect(squeeze(lines.join(""))).toContain(long);
    expect(squeeze(lines.join(""))).toContain("W".repeat(200));
    const starts = lines.filter((line) => line.startsWith("ำ"));
    expect(starts).toEqual([]);
  });
});

describe("text that the typeface does not have", () => {
  const strange = "emoji 😀 ลาว ສະບາຍດີ จีน 漢字 ก็ยังอ่านได้";

  it.each(TEXT_MODES)("extracts as it was written (%s)", async (mode) => {
    const bytes = await printTexts([strange]);
    const text = pageTexts(bytes, mode).join("\n");
    for (const word of strange.split(" ")) expect(text).toContain(word);
  });

  it("shows control characters as their pictures, so that they break neither page nor line", async () => {
    const bytes = await printTexts(["ก\u0000ข\u000cค\u0007ง", "จบ\ud800"]);
    checkStructure(bytes);
    const pages = pageTexts(bytes, "raw");
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain("ก␀ข␌ค␇ง");
    expect(pages[0]).toContain("จบ\ufffd");
  });

  it("keeps line breaks of a cell, brackets and backslashes", async () => {
    const bytes = await printTexts(["บรรทัดแรก\r\nบรรทัดสอง", "(ก) \\ [ข] <ค>"]);
    checkStructure(bytes);
    const raw = pageTexts(bytes, "raw").join("\n");
    expect(raw).toMatch(/บรรทัดแรก\s*\nบรรทัดสอง/);
    expect(raw).toContain("(ก) \\ [ข] <ค>");
  });
});
