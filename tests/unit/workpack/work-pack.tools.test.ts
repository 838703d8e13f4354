/** A work pack that was filled in, as LibreOffice works it out: running balances, sums and checks. */
import { describe, expect, it } from "vitest";
import { FIRST_ROW } from "@/lib/workpack/layout";
import { BANK, bytesOf, EXPENSE, FUEL, filledPack, KEYED, madeUpPack } from "../../support/made-up-pack";
import { readWithLibreOffice } from "../../support/workbook-reading";

/** Cells of the first rows of a sheet, from a column on. */
function cells(shown: Map<string, string[][]>, sheet: string, rows: number, from: number, to: number): string[][] {
  return (shown.get(sheet) ?? []).slice(FIRST_ROW - 1, FIRST_ROW - 1 + rows).map((row) => row.slice(from, to));
}

describe("a filled work pack in LibreOffice", () => {
  it("runs balances over the three sheets by day, keeps budget codes apart, and says where a balance rests on damage", async () => {
    const workbook = await filledPack(madeUpPack(), KEYED);
    const shown = readWithLibreOffice(await bytesOf(workbook));
    expect(cells(shown, "รับเงิน", 3, 2, 9)).toMatchInlineSnapshot(`
      [
        [
          "1101030102.001",
          "=เงินฝากธนาคาร",
          "รับภาษี",
          "0.10",
          "",
          "999,010.35",
          "ครบคู่",
        ],
        [
          "4401010104.001",
          "ยอดตั้งต้นยังไม่ได้ตรวจ · รายได้ภาษีที่ดิน",
          "รับภาษี",
          "",
          "0.10",
          "ไม่ทราบยอดตั้งต้น",
          "ครบคู่",
        ],
        [
          "",
          "",
          "",
          "",
          "",
          "",
          "",
        ],
      ]
    `);
    expect(cells(shown, "จ่ายเงิน", 4, 2, 12)).toMatchInlineSnapshot(`
      [
        [
          "5104010112.001",
          "ค่าจ้างเหมาบริการ",
          "จ้างเหมา",
          "1,000.25",
          "",
          "1,000.25",
          "ครบคู่",
          "9967021153300002",
          "3,999.75",
          "",
        ],
        [
          "1101030102.001",
          "=เงินฝากธนาคาร",
          "",
          "",
          "990.25",
          "999,010.25",
          "ครบคู่",
          "",
          "",
          "",
        ],
        [
          "2102040103.001",
          "ภาษีหัก ณ ที่จ่าย",
          "",
          "",
          "10.00",
          "(40.00)",
          "ครบคู่",
          "",
          "",
          "",
        ],
        [
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          "",
        ],
      ]
    `);
    expect(cells(shown, "ใบผ่านรายการทั่วไป", 3, 2, 9)).toMatchInlineSnapshot(`
      [
        [
          "1101010101.001",
          "ยอดตั้งต้นยังไม่ได้ตรวจ · เงินสดในมือ",
          "=ปรับปรุง",
          "20.00",
          "",
          "520.00",
          "ครบคู่",
        ],
        [
          "1101030102.001",
          "=เงินฝากธนาคาร",
          "",
          "",
          "20.00",
          "998,990.35",
          "ครบคู่",
        ],
        [
          "",
          "",
          "",
          "",
          "",
          "",
          "",
        ],
      ]
    `);
    expect(cells(shown, "บัญชี", 6, 0, 11)).toMatchInlineSnapshot(`
      [
        [
          "1101010101.001",
          "เงินสดในมือ",
          "500.00",
          "-",
          "เสียหายบางส่วน หมายเหตุ 1",
          "",
          "",
          "500.00",
          "20.00",
          "-",
          "520.00",
        ],
        [
          "1101030102.001",
          "=เงินฝากธนาคาร",
          "1,000,000.50",
          "-",
          "",
          "",
          "",
          "1,000,000.50",
          "0.10",
          "1,010.25",
          "998,990.35",
        ],
        [
          "2102040103.001",
          "ภาษีหัก ณ ที่จ่าย",
          "-",
          "30.00",
          "",
          "",
          "",
          "(30.00)",
          "-",
          "10.00",
          "(40.00)",
        ],
        [
          "4401010104.001",
          "รายได้ภาษีที่ดิน",
          "",
          "",
          "ไม่มีในงบทดลอง",
          "",
          "",
          "",
          "-",
          "0.10",
          "ไม่ทราบยอดตั้งต้น",
        ],
        [
          "5104010112.001",
          "ค่าจ้างเหมาบริการ",
          "-",
          "-",
          "",
          "",
          "",
          "-",
          "1,000.25",
          "-",
          "1,000.25",
        ],
        [
          "",
          "",
          "",
          "",
          "แถวสำหรับเพิ่มรหัส",
          "",
          "",
          "",
          "",
          "",
          "",
        ],
      ]
    `);
    expect(cells(shown, "งบประมาณ", 3, 11, 15)).toMatchInlineSnapshot(`
      [
        [
          "",
          "10,000.00",
          "-",
          "10,000.00",
        ],
        [
          "",
          "5,000.00",
          "1,000.25",
          "3,999.75",
        ],
        [
          "",
          "",
          "",
          "",
        ],
      ]
    `);
    // sums above the heads
    expect(shown.get("จ่ายเงิน")?.[2]?.slice(5, 7)).toEqual(["1,000.25", "1,000.25"]);
  });

  it("says what is wrong with a line, and takes what was checked by hand for the balance", async () => {
    const workbook = await filledPack(madeUpPack(), [
      { sheet: "receipts", date: "2024-10-03", number: "RV-1", account: BANK, debit: 100 },
      { sheet: "receipts", date: "2024-10-03", number: "RV-1", account: EXPENSE, credit: 99.99 },
      { sheet: "receipts", number: "RV-2", account: BANK, debit: 1 },
      { sheet: "receipts", date: "2024-10-04", number: "RV-3", account: "9999999999.999", debit: 1 },
      { sheet: "receipts", date: "2024-10-04", number: "RV-4", account: BANK, debit: 1, credit: 1 },
      { sheet: "payments", date: "2024-10-04", number: "PV-1", account: BANK, credit: 1, budget: "ไม่มี" },
      { sheet: "payments", date: "2024-10-04", number: "PV-2", account: BANK, credit: 5, budget: FUEL },
    ]);
    const accounts = workbook.getWorksheet("บัญชี");
    if (accounts) accounts.getCell(`G${FIRST_ROW + 1}`).value = 7.5;
    const shown = readWithLibreOffice(await bytesOf(workbook));
    expect(cells(shown, "รับเงิน", 6, 7, 9)).toMatchInlineSnapshot(`
      [
        [
          "92.50",
          "เดบิตเครดิตต่าง 0.01",
        ],
        [
          "(99.99)",
          "เดบิตเครดิตต่าง 0.01",
        ],
        [
          "",
          "กรอกไม่ครบ",
        ],
        [
          "",
          "ไม่มีรหัสบัญชีนี้",
        ],
        [
          "86.50",
          "กรอกไม่ครบ",
        ],
        [
          "",
          "",
        ],
      ]
    `);
    expect(cells(shown, "จ่ายเงิน", 2, 8, 12)).toMatchInlineSnapshot(`
      [
        [
          "ไม่มีรหัสงบประมาณนี้",
          "ไม่มี",
          "",
          "",
        ],
        [
          "เดบิตเครดิตต่าง 5.00",
          "9967021153300002",
          "5,005.00",
          "",
        ],
      ]
    `);
  });
});
