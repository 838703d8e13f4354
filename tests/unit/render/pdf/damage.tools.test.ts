import { beforeAll, describe, expect, it } from "vitest";
import { satang } from "@/lib/money/amount";
import type { ReportRow } from "@/lib/reports/document";
import { pageTexts, renderBytes } from "../../../support/pdf-files";
import { DAMAGE_NOTES, ledgerDocument } from "../../../support/report-documents";

async function print(overrides: Parameters<typeof ledgerDocument>[0]): Promise<string[]> {
  return pageTexts(await renderBytes(ledgerDocument(overrides)), "raw");
}

function rows(...list: readonly ReportRow[]) {
  return {
    rowCount: list.length,
    rows: async function* () {
      yield* list;
    },
  };
}

describe("a PDF of damaged books", () => {
  let pages: string[];
  let text: string;

  beforeAll(async () => {
    pages = await print({ rows: 60, damaged: true });
    text = pages.join("\n");
  });

  it("says above the table what is damaged and how, in words", () => {
    const [first = ""] = pages;
    const box = first.slice(0, first.indexOf("(หน่วย: บาท)"));
    expect(box).toContain("ข้อมูลที่ใช้ในรายงานนี้มีความเสียหาย 2 ส่วน");
    expect(box).toContain("▲1 บัญชี มีนาคม 2567 — เสียหายบางส่วน");
    expect(box).toContain("■2 รายรับ มีนาคม 2567 — อ่านไม่ได้");
  });

  it("sets the mark with its note numbers before the figure that it belongs to", () => {
    expect(text).toContain("▲1,2 1,000,000.00");
  });

  it("prints a marker row's sentence where documents are missing", () => {
    expect(text).toContain("เอกสารเลขที่ PV-00051/67 ขาดหายไป 3 ฉบับ");
    expect(text.indexOf("PV-00050/67")).toBeLessThan(text.indexOf("PV-00051/67 ขาดหาย"));
    expect(text.indexOf("PV-00051/67 ขาดหาย")).toBeLessThan(text.lastIndexOf("PV-00051/67 "));
  });

  it("labels the total as «at least», marks it, and prints every note in full after it", () => {
    expect(text).toMatch(/รวม \(ไม่ครบ อย่างน้อย\) ▲1 [\d,.]+ ▲1 [\d,.]+/);
    const end = text.slice(text.indexOf("หมายเหตุความเสียหายของข้อมูล"));
    for (const note of DAMAGE_NOTES) for (const sentence of note.sentences) expect(end).toContain(sentence);
  });

  it("says of each proof line whether it holds", () => {
    expect(text).toContain("ตรงกัน — ยอดยกมา + เดบิต − เครดิต = ยอดคงเหลือ");
    expect(text).toContain("ไม่ตรงกัน — ยอดเคลื่อนไหวเท่ากับงบทดลองประจำเดือน");
  });

  it("keeps the signatures together", () => {
    const withSignatures = pages.filter((page) => page.includes("ลงชื่อ"));
    expect(withSignatures).toHaveLength(1);
    for (const title of ["ผู้จัดทำ", "ผู้อำนวยการกองคลัง", "ปลัดเทศบาล"]) expect(withSignatures[0]).toContain(title);
  });

  it("shortens the box where very many parts are damaged, and still prints every note", async () => {
    const notes = Array.from({ length: 40 }, (_, index) => ({
      ...DAMAGE_NOTES[0],
      number: index + 1,
      partition: { lao: "06350302", module: "accounting", month: "2024-03" },
      state: "inconsistent",
      sentences: [`ประโยคที่ ${index + 1} ของหมายเหตุ`],
      findings: [],
    })) as unknown as typeof DAMAGE_NOTES;
    const many = (await print({ rows: 5, damaged: true, overrides: { notes } })).join("\n");
    expect(many.slice(0, many.indexOf("(หน่วย: บาท)"))).toContain("และอีก 34 ส่วน");
    for (let number = 1; number <= 40; number++) expect(many).toContain(`ประโยคที่ ${number} ของหมายเหตุ`);
    expect(many).toContain("△40 บัญชี มีนาคม 2567 — ยอดไม่ตรง");
  });
});

describe("a PDF of sound books", () => {
  it("has neither damage box nor marks nor notes", async () => {
    const text = (await print({ rows: 20 })).join("\n");
    expect(text).not.toMatch(/[▲△■]/);
    expect(text).not.toContain("ความเสียหาย");
    expect(text).toContain("รวม ");
    expect(text).not.toContain("ไม่ครบ");
  });

  it("carries nothing from page to page when there is one page", async () => {
    const pages = await print({ rows: 3 });
    expect(pages).toHaveLength(1);
    expect(pages[0]).not.toContain("ยอดยกไปหน้า");
    expect(pages[0]).not.toContain("ยอดยกมาจากหน้า");
  });

  it("says that a report has no rows", async () => {
    const [page = ""] = await print({ rows: 0, overrides: { ...rows(), totals: [] } });
    expect(page).toContain("ไม่มีรายการ");
  });

  it("does not claim made-up data or a proposed form for what is neither", async () => {
    const document = ledgerDocument({ rows: 2 });
    const [page = ""] = await print({
      rows: 2,
      overrides: { isApproximateForm: false, snapshot: { ...document.snapshot, synthetic: false } },
    });
    expect(page).not.toContain("synthetic");
    expect(page).not.toContain("รูปแบบโดยประมาณ");
  });
});

describe("the figures of a PDF", () => {
  it("print zero as a dash, negatives in parentheses, nothing as nothing, and the largest amounts whole", async () => {
    const [page = ""] = await print({
      rows: 0,
      overrides: rows(
        { kind: "entry", cells: { entry: "A", debit: satang(0n), credit: satang(-123_456n), balance: null } },
        { kind: "entry", cells: { entry: "B", debit: satang(999_999_999_999_999_999n), balance: satang(-1n) } },
      ),
    });
    expect(page).toContain("A - (1,234.56)\n");
    expect(page).toContain("B 9,999,999,999,999,999.99 (0.01)\n");
  });

  it("sum rows that were read or proved, and neither groups nor the opening row", async () => {
    const filler: ReportRow[] = Array.from({ length: 40 }, (_, index) => ({
      kind: "entry",
      cells: { entry: `E${index}`, debit: satang(100n) },
    }));
    const pages = await print({
      rows: 0,
      overrides: rows(
        { kind: "opening", cells: { debit: satang(7_777n) } },
        { kind: "group", level: 0, cells: { description: "กลุ่ม", debit: satang(4_000n) } },
        { kind: "reconstructed", cells: { debit: satang(50_000n) }, text: "คำนวณจากใบเสร็จรับเงิน" },
        ...filler,
      ),
    });
    const onFirst = pages[0]?.match(/^E\d+ /gm)?.length ?? 0;
    expect(onFirst).toBeGreaterThan(5);
    expect(pages[0]).toContain(`ยอดยกไปหน้า 2 ${500 + onFirst}.00 -`);
    expect(pages[0]).toContain("คำนวณขึ้น: คำนวณจากใบเสร็จรับเงิน");
  });
});
