import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { satang, toBahtText } from "@/lib/money/amount";
import { renderCsv } from "@/lib/render/csv/render-csv";
import { SYNTHETIC_WARNING } from "@/lib/wording/tabular";
import { collectRows, ledgerDocument } from "../../../support/report-documents";
import { collectBytes } from "../../../support/workbook-reading";

const document = ledgerDocument({
  rows: 400,
  damaged: true,
  descriptions: ["=SUM(A1:A9)", "+66 2 123", "-หัก", "@x", "\tแท็บ", 'มี "คำพูด", จุลภาค', "สอง\r\nบรรทัด", "＝1"],
});

describe("CSV", () => {
  it("is one rectangular table: UTF-8 with BOM, CRLF, every row as wide as the heading", async () => {
    const bytes = await collectBytes(renderCsv(document));
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const text = bytes.toString("utf8");
    expect(text.replaceAll("\r\n", "").includes("\r")).toBe(false);
    const table = parse(bytes, { bom: true, record_delimiter: "\r\n" }) as string[][];
    expect(table[0]).toEqual([
      "ประเภทแถว",
      "วันที่",
      "เลขที่เอกสาร",
      "รายการ",
      "รหัสบัญชี",
      "ชื่อบัญชี",
      "เคลื่อนไหว เดบิต",
      "เคลื่อนไหว เครดิต",
      "คงเหลือ",
      "สภาพข้อมูล",
    ]);
  });

  it("holds every row, amounts plain and to the satang, kinds and marks beside them", async () => {
    const table = parse(await collectBytes(renderCsv(document)), { bom: true }) as string[][];
    const rows = await collectRows(document);
    rows.forEach((row, index) => {
      const cells = table[index + 1] ?? [];
      for (const [at, id] of [
        [6, "debit"],
        [7, "credit"],
        [8, "balance"],
      ] as const) {
        const amount = row.cells[id];
        expect(cells[at]).toBe(typeof amount === "bigint" ? toBahtText(satang(amount)) : "");
      }
      expect(cells[1]).toBe(row.cells.date ?? "");
    });
    const entries = table.filter((cells) => cells[0] === "รายการ");
    expect(entries.length).toBe(400);
    expect(entries[3]?.[9]).toBe("คงเหลือ: เสียหายบางส่วน หมายเหตุ 1, 2");
    expect(table.filter((cells) => cells[0] === "ขาดหาย").map((cells) => cells[9])).toContain(
      "เอกสารเลขที่ PV-00051/67 ขาดหายไป 3 ฉบับ",
    );
    const total = table.find((cells) => cells[0] === "รวม");
    expect(total?.[3]).toBe("รวม (ไม่ครบ อย่างน้อย)");
    expect(total?.[6]).toBe(toBahtText(document.totals[0]?.cells.debit ?? satang(0n)));
  });

  it("disarms texts that a spreadsheet would run, and leaves the others as they are", async () => {
    const table = parse(await collectBytes(renderCsv(document)), { bom: true }) as string[][];
    expect(table.slice(2, 10).map((cells) => cells[3])).toEqual([
      "'=SUM(A1:A9)",
      "'+66 2 123",
      "'-หัก",
      "'@x",
      "'\tแท็บ",
      'มี "คำพูด", จุลภาค',
      "สอง\nบรรทัด",
      "'＝1",
    ]);
  });

  it("carries its warnings, damage notes, proof and provenance with it", async () => {
    const text = (await collectBytes(renderCsv(document))).toString("utf8");
    for (const part of [SYNTHETIC_WARNING, "yasothon-recovered", "ใบเสร็จรับเงิน มี.ค. 2567 ไม่มีตัวแฟ้ม", "ไม่ตรงกัน"])
      expect(text).toContain(part);
  });
});
