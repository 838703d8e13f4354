import { beforeAll, describe, expect, it } from "vitest";
import { type Amount, formatBaht, satang } from "@/lib/money/amount";
import { cellText } from "@/lib/render/pdf/cell-text";
import { renderPdf } from "@/lib/render/pdf/render-pdf";
import { checkStructure, inspect, pageTexts, renderBytes, squeeze } from "../../../support/pdf-files";
import { collectRows, ledgerDocument } from "../../../support/report-documents";

const ROWS = 400;

describe("the PDF of a 400-row ledger", () => {
  const document = ledgerDocument({ rows: ROWS });
  let bytes: Buffer;
  let raw: string[];
  /** Pages that show rows; what stands below the table may fill a further one. */
  let withRows: string[];

  beforeAll(async () => {
    bytes = await renderBytes(document);
    raw = pageTexts(bytes, "raw");
    withRows = raw.filter((page) => page.includes("PV-"));
  });

  it("is sound to qpdf and embeds both faces with their Unicode maps", () => {
    checkStructure(bytes);
    const fonts = inspect("pdffonts", bytes).slice(2);
    expect(fonts.map((line) => line.replace(/\s+/g, " "))).toEqual([
      expect.stringMatching(/^Sarabun-Regular CID TrueType Identity-H yes no yes/),
      expect.stringMatching(/^Sarabun-Bold CID TrueType Identity-H yes no yes/),
    ]);
  });

  it("gives back the text of every cell of every row, in the rows' order", async () => {
    const text = squeeze(raw.join(""));
    let place = 0;
    for (const row of await collectRows(document)) {
      const words = document.columns.map((column) => squeeze(cellText(column.kind, row.cells[column.id]))).join("");
      const found = text.indexOf(words, place);
      expect(found, words).toBeGreaterThanOrEqual(place);
      place = found + words.length;
    }
  });

  it("repeats the table head on each page with rows", () => {
    expect(withRows.length).toBeGreaterThan(10);
    for (const page of withRows)
      for (const words of ["วันที่ เลขที่เอกสาร รายการ", "เดบิต เครดิต", "คงเหลือ"]) expect(page).toContain(words);
  });

  it("says on each page whose report it is, from which archive, printed when and by whom, and that it is made up", () => {
    for (const page of raw)
      for (const words of [
        "บัญชีแยกประเภท",
        "เทศบาลตำบลศรีแก้ว",
        "ข้อมูลสมมุติ (synthetic)",
        "รูปแบบโดยประมาณ",
        "yasothon-recovered",
        "พิมพ์เมื่อ 22/11/2569 09:41 น. โดย สมหญิง ใจดี",
      ])
        expect(page).toContain(words);
  });

  it("numbers the pages of all pages", () => {
    const pages = inspect("pdfinfo", bytes).find((line) => line.startsWith("Pages:"));
    expect(pages).toBe(`Pages:           ${raw.length}`);
    raw.forEach((page, index) => {
      expect(page).toContain(`หน้า ${index + 1} จาก ${raw.length}`);
    });
  });

  it("carries the sums of the rows so far from foot to head, to the satang", async () => {
    const rows = (await collectRows(document)).filter((row) => row.kind === "entry");
    let printed = 0;
    let debit = 0n;
    let credit = 0n;
    withRows.forEach((page, index) => {
      const sums = `${formatBaht(satang(debit))} ${formatBaht(satang(credit))}`;
      if (index > 0) expect(page).toContain(`ยอดยกมาจากหน้า ${index} ${sums}`);
      const onPage = page.match(/PV-\d{5}\/67/g)?.length ?? 0;
      for (const row of rows.slice(printed, printed + onPage)) {
        debit += row.cells.debit as Amount;
        credit += row.cells.credit as Amount;
      }
      printed += onPage;
      const next = `${formatBaht(satang(debit))} ${formatBaht(satang(credit))}`;
      if (index < withRows.length - 1) expect(page).toContain(`ยอดยกไปหน้า ${index + 2} ${next}`);
    });
    expect(printed).toBe(ROWS);
    const total = document.totals[0]?.cells;
    expect([debit, credit]).toEqual([total?.debit, total?.credit]);
  });

  it("never lets the signatures stand on a page without figures", async () => {
    for (let rows = 1; rows <= 24; rows++) {
      const pages = pageTexts(await renderBytes(ledgerDocument({ rows })), "raw");
      expect(pages.filter((page) => page.includes("ลงชื่อ"))).toHaveLength(1);
      expect(pages.at(-1)).toMatch(/PV-\d{5}\/67.*รวม .*ลงชื่อ/s);
    }
  });

  it("stands the official head, the fields and the unit on the first page only", () => {
    const [first = "", ...others] = raw;
    const head = ["อำเภอเลิงนกทา จังหวัดยโสธร", "รหัสบัญชี 1101020601.001", "(หน่วย: บาท)", "ประจำเดือน มีนาคม 2567"];
    for (const words of head) expect(first).toContain(words);
    for (const page of others) expect(page).not.toContain("(หน่วย: บาท)");
  });

  it("names itself in its properties and in Thai", () => {
    const facts = inspect("pdfinfo", bytes).join("\n");
    expect(facts).toContain("บัญชีแยกประเภท เทศบาลตำบลศรีแก้ว ประจำเดือน มีนาคม 2567");
    expect(facts).toContain("yasothon-recovered");
    expect(facts).toMatch(/CreationDate:\s+Sun Nov 22/);
    expect(bytes.includes("/Lang(th)")).toBe(true);
  });

  it("is the same file for the same document, whatever was printed before", async () => {
    await renderBytes(ledgerDocument({ rows: 3, damaged: true, descriptions: ["ฝั่งฟื้นฟู", "ABC"] }));
    expect((await renderBytes(document)).equals(bytes)).toBe(true);
    const later = ledgerDocument({ rows: ROWS, overrides: { printedAt: new Date("2026-11-22T02:42:00.000Z") } });
    expect((await renderBytes(later)).equals(bytes)).toBe(false);
  });
});

describe("a PDF in the making", () => {
  it("gives its first bytes long before the last row is read, and reads no further when nobody takes them", async () => {
    let read = 0;
    let ended = false;
    const document = ledgerDocument({ rows: 20_000 });
    const watched = {
      ...document,
      rows: async function* () {
        try {
          for await (const row of document.rows()) {
            read += 1;
            yield row;
          }
        } finally {
          ended = true;
        }
      },
    };
    const chunks = renderPdf(watched);
    const first = await chunks.next();
    expect(first.done).toBe(false);
    expect(read).toBeLessThan(2_000);
    const before = read;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(read).toBe(before);
    await chunks.return();
    expect(ended).toBe(true);
  });

  it("fails with the error of its rows", async () => {
    const broken = ledgerDocument({
      rows: 1,
      overrides: {
        rows: async function* () {
          yield* [];
          throw new Error("the connection was lost");
        },
      },
    });
    await expect(renderBytes(broken)).rejects.toThrow("the connection was lost");
  });
});
