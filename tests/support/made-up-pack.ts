/** A small work pack with a sound balance, a marked one and an unknown one, and helpers that fill it in as people do in Excel. */

import type ExcelJS from "exceljs";
import { BUDGET_FIGURES } from "@/lib/ledger/budget-figures";
import { satang } from "@/lib/money/amount";
import type { IsoDate } from "@/lib/period/date";
import { renderWorkPack } from "@/lib/render/excel/render-work-pack";
import { PACK_SHEETS } from "@/lib/wording/work-pack";
import { type EntrySheet, FIRST_ROW } from "@/lib/workpack/layout";
import type { PackBudgetLine, WorkPack } from "@/lib/workpack/work-pack";
import { collectBytes, readWorkbook } from "./workbook-reading";

export const BANK = "1101030102.001";
export const CASH = "1101010101.001";
export const TAX = "2102040103.001";
export const REVENUE = "4401010104.001";
export const EXPENSE = "5104010112.001";
/** Alike in their first 15 digits: a spreadsheet that took them for numbers would take one for the other. */
export const SUPPLIES = "9967021153300001";
export const FUEL = "9967021153300002";

const amount = (value: bigint) => ({ amount: satang(value) });
const nothing = { amount: null };

function budgetLine(code: string, name: string, remaining: bigint): PackBudgetLine {
  const figures = Object.fromEntries(BUDGET_FIGURES.map((id) => [id, amount(id === "remaining" ? remaining : 0n)]));
  return { plan: "แผนงานการศึกษา", work: "งานบริหารทั่วไป", code, name, figures: figures as never, condition: "" };
}

export function madeUpPack(more: Partial<WorkPack> = {}): WorkPack {
  const part = { asOf: "2024-07-06" as IsoDate, skipped: [], gaps: [], notes: [] };
  return {
    id: "WP-06350302-20261122T030000Z",
    place: {
      id: 3500001 as never,
      code: "06350302" as never,
      type: "ทต.",
      name: "ทดสอบ",
      district: "เมือง",
      provinceCode: "35",
      province: "จังหวัดสมมุติ",
    },
    unit: null,
    snapshot: {
      id: "test-books",
      title: "ชุดทดสอบ",
      kind: "recovered",
      asOf: "2024-07-06",
      loadedAt: "2026-11-22T02:00:00Z",
      synthetic: true,
    },
    printedAt: new Date("2026-11-22T03:00:00Z"),
    printedBy: "สมหญิง",
    accounts: {
      ...part,
      rows: [
        {
          code: CASH,
          name: "เงินสดในมือ",
          debit: { amount: satang(50_000n), mark: "partial" },
          credit: { amount: satang(0n), mark: "partial" },
          condition: "เสียหายบางส่วน หมายเหตุ 1",
        },
        { code: BANK, name: "=เงินฝากธนาคาร", debit: amount(100_000_050n), credit: amount(0n), condition: "" },
        { code: TAX, name: "ภาษีหัก ณ ที่จ่าย", debit: amount(0n), credit: amount(3_000n), condition: "" },
        { code: REVENUE, name: "รายได้ภาษีที่ดิน", debit: nothing, credit: nothing, condition: "ไม่มีในงบทดลอง" },
        { code: EXPENSE, name: "ค่าจ้างเหมาบริการ", debit: amount(0n), credit: amount(0n), condition: "" },
      ],
    },
    budget: { ...part, rows: [budgetLine(SUPPLIES, "วัสดุ", 1_000_000n), budgetLine(FUEL, "น้ำมัน", 500_000n)] },
    ...more,
  };
}

export interface KeyedLine {
  readonly sheet: EntrySheet;
  /** ISO day; whatever else is given stands in the cell as it is. */
  readonly date?: string | undefined;
  readonly number?: string;
  readonly account?: string;
  readonly text?: string;
  readonly debit?: ExcelJS.CellValue;
  readonly credit?: ExcelJS.CellValue;
  readonly budget?: string;
}

const COLUMNS = { number: 2, account: 3, text: 5, debit: 6, credit: 7, budget: 10 } as const;

/** The pack's workbook with lines keyed one below the other on their sheets, from the first prepared row on. */
export async function filledPack(pack: WorkPack, lines: readonly KeyedLine[]): Promise<ExcelJS.Workbook> {
  const workbook = await readWorkbook(await collectBytes(renderWorkPack(pack)));
  const next = new Map<EntrySheet, number>();
  for (const line of lines) {
    const rowNo = next.get(line.sheet) ?? FIRST_ROW;
    next.set(line.sheet, rowNo + 1);
    const row = workbook.getWorksheet(PACK_SHEETS[line.sheet])?.getRow(rowNo);
    if (!row) throw new Error(`no sheet ${line.sheet}`);
    if (line.date !== undefined) row.getCell(1).value = /^\d{4}-/.test(line.date) ? new Date(line.date) : line.date;
    for (const [id, column] of Object.entries(COLUMNS)) {
      const value = line[id as keyof typeof COLUMNS];
      if (value !== undefined) row.getCell(column).value = value;
    }
  }
  return workbook;
}

export async function bytesOf(workbook: ExcelJS.Workbook): Promise<Buffer> {
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** A receipt into the bank, a payment of two lines from it with its budget, and a correction. */
export const KEYED: readonly KeyedLine[] = [
  { sheet: "receipts", date: "2024-10-03", number: "RV-00001/68", account: BANK, text: "รับภาษี", debit: 0.1 },
  { sheet: "receipts", date: "2024-10-03", number: "RV-00001/68", account: REVENUE, text: "รับภาษี", credit: 0.1 },
  {
    sheet: "payments",
    date: "2024-10-02",
    number: "PV-00001/68",
    account: EXPENSE,
    text: "จ้างเหมา",
    debit: 1_000.25,
    budget: FUEL,
  },
  { sheet: "payments", date: "2024-10-02", number: "PV-00001/68", account: BANK, credit: 990.25 },
  { sheet: "payments", date: "2024-10-02", number: "PV-00001/68", account: TAX, credit: 10 },
  { sheet: "general", date: "2024-10-05", number: "JV-00001/68", account: CASH, text: "=ปรับปรุง", debit: 20 },
  { sheet: "general", date: "2024-10-05", number: "JV-00001/68", account: BANK, credit: 20 },
];
