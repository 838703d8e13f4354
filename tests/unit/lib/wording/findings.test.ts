/** Every kind of damage can be said, located, and never says more than its reader may know. */
import { describe, expect, it } from "vitest";
import { REFERENCE_TABLES, TABLES } from "@/lib/archive/tables";
import { FINDING_CODES, makeFinding } from "@/lib/finding/finding";
import { satang } from "@/lib/money/amount";
import type { LaoCode } from "@/lib/office/office";
import type { Month } from "@/lib/period/month";
import { papersFor, whySure } from "@/lib/wording/finding-evidence";
import { findingAdvice, findingMeaning, findingSentence, findingTitle } from "@/lib/wording/findings";
import { columnName, tableName } from "@/lib/wording/names";

const place = {
  lao: "06990101" as LaoCode,
  module: "accounting",
  month: "2024-03" as Month,
  table: "journal",
} as const;

describe("findingSentence", () => {
  it("says where a file ends early and how much was read", () => {
    const finding = makeFinding({
      code: "file/truncated",
      confidence: "bytes",
      ...place,
      rowFrom: 1121,
      docFrom: "RV-00214/67",
    });
    expect(findingSentence(finding)).toBe(
      "แฟ้มสมุดรายวัน มี.ค. 2567 ขาดตอนท้าย อ่านได้ 1,120 แถวแรก รายการหลังจากนั้นอ่านไม่ได้ หลังเอกสารเลขที่ RV-00214/67",
    );
  });

  it("says how many columns a row should have had, and never spells out a head", () => {
    const row = { code: "row/shape", confidence: "bytes", ...place } as const;
    expect(findingSentence(makeFinding({ ...row, rowFrom: 35, rowTo: 35, expected: "13", found: "12" }))).toBe(
      "สมุดรายวัน มี.ค. 2567 แถวที่ 35 ควรมี 13 ช่อง พบ 12 ช่อง",
    );
    const head = makeFinding({ ...row, rowFrom: 0, rowTo: 0, expected: "lao_code,entry_no", found: "lao_code,remark" });
    expect(findingSentence(head)).toBe("สมุดรายวัน มี.ค. 2567 หัวตาราง ไม่ตรงกับหัวตารางของรูปแบบ");
  });

  it("names the documents of a number gap from first to last", () => {
    const finding = makeFinding({
      code: "tie/number-gap",
      confidence: "arithmetic",
      ...place,
      docFrom: "RV-00214/67",
      docTo: "RV-00219/67",
      count: 6,
      amount: satang(41230000n),
    });
    expect(findingSentence(finding)).toBe(
      "สมุดรายวัน มี.ค. 2567 เอกสารเลขที่ RV-00214/67 ถึง RV-00219/67 ขาดหาย 6 ฉบับ ยอดที่ขาด 412,300.00 บาท",
    );
  });

  it("says between which days documents are missing, shortly within one month", () => {
    const gap = {
      code: "tie/number-gap",
      confidence: "arithmetic",
      ...place,
      docFrom: "RV-00214/67",
      docTo: "RV-00219/67",
      count: 6,
    } as const;
    expect(findingSentence(makeFinding({ ...gap, dateFrom: "2024-03-12", dateTo: "2024-03-13" }))).toMatch(
      /ขาดหาย 6 ฉบับ ระหว่างวันที่ 12–13 มี\.ค\. 2567$/,
    );
    expect(findingSentence(makeFinding({ ...gap, dateFrom: "2024-03-28", dateTo: "2024-04-02" }))).toMatch(
      /ระหว่างวันที่ 28 มี\.ค\. 2567 ถึง 2 เม\.ย\. 2567$/,
    );
  });

  it("names accounts where their names are known, and their codes alone elsewhere", () => {
    const finding = makeFinding({ code: "tie/balance", confidence: "arithmetic", ...place, account: "1101010101.001" });
    const names = new Map([["1101010101.001", "เงินสดในมือ"]]);
    expect(findingSentence(finding, names)).toContain("บัญชี เงินสดในมือ (1101010101.001)");
    expect(findingSentence(finding)).toContain("บัญชี 1101010101.001 ");
  });

  it("quotes an unreadable value and names its column in Thai", () => {
    const finding = makeFinding({
      code: "row/value",
      confidence: "bytes",
      ...place,
      rowFrom: 5,
      rowTo: 5,
      column: "debit",
      found: "#REF!",
    });
    expect(findingSentence(finding)).toBe("สมุดรายวัน มี.ค. 2567 แถวที่ 5 ช่อง «เดบิต» อ่านค่าไม่ได้ พบ «#REF!»");
  });

  it("never tells what stood in another LAO's row", () => {
    const finding = makeFinding({
      code: "row/foreign",
      confidence: "bytes",
      ...place,
      rowFrom: 9,
      rowTo: 9,
      found: "06350302",
    });
    expect(findingSentence(finding)).not.toContain("06350302");
  });

  it("says something sound for every code, with everything unknown", () => {
    for (const code of FINDING_CODES) {
      const said = findingSentence(makeFinding({ code, confidence: "bytes" }));
      expect(said).toMatch(/[ก-๛]{6}/);
      expect(said).not.toMatch(/null|undefined| {2}/);
      for (const text of [findingTitle(code), findingMeaning(code), findingAdvice(code)])
        expect(text).toMatch(/[ก-๛]{4}/);
    }
  });
});

describe("the evidence of a finding", () => {
  it("says why it is sure, and that the place is not sure where it is only suspected", () => {
    for (const code of FINDING_CODES) {
      expect(whySure({ code, confidence: "arithmetic" }), code).toMatch(/[ก-๛]{6}/);
      expect(whySure({ code, confidence: "suspected" }), code).toContain("บอกไม่ได้แน่");
    }
  });

  it("names the papers by what is missing: receipts for RV, requisitions for PV, everything where a file ends", () => {
    const gap = { code: "tie/number-gap", ...place } as const;
    expect(papersFor({ ...gap, docFrom: "RV-00214/67" })).toContain("ต้นขั้วใบเสร็จรับเงิน");
    expect(papersFor({ ...gap, docFrom: "PV-00214/67" })).toContain("ต้นขั้วเช็ค");
    expect(papersFor({ ...gap, code: "file/truncated", docFrom: "RV-00214/67" })).not.toContain("ต้นขั้วใบเสร็จรับเงิน");
    for (const { name, module } of TABLES)
      expect(papersFor({ code: "row/value", table: name, module, docFrom: null }), name).not.toEqual([]);
  });
});

describe("names", () => {
  it("has a Thai name for every table and column of the archive format", () => {
    for (const table of [...TABLES, ...REFERENCE_TABLES]) {
      expect(tableName(table.name)).toMatch(/[ก-๛]/);
      for (const column of table.columns) expect(columnName(table.name, column.name), column.name).toMatch(/[ก-๛]/);
    }
  });
});
