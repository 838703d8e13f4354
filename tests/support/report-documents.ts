/** Made-up report documents for the tests of PDF and Excel: any length, sound or damaged, the same each time. */
import { makeFinding } from "@/lib/finding/finding";
import { type Amount, satang, ZERO } from "@/lib/money/amount";
import type { Lao, LaoCode, LaoId } from "@/lib/office/office";
import type { Month } from "@/lib/period/month";
import type { DamageNote, ReportColumn, ReportDocument, ReportRow, RowWindow } from "@/lib/reports/document";

export const TEST_LAO: Lao = {
  id: 3_500_001 as LaoId,
  code: "06350302" as LaoCode,
  type: "ทต.",
  name: "ศรีแก้ว",
  district: "เลิงนกทา",
  provinceCode: "35",
  province: "ยโสธร",
};

export const LEDGER_COLUMNS: readonly ReportColumn[] = [
  { id: "date", label: "วันที่", kind: "date", width: 9 },
  { id: "entry", label: "เลขที่เอกสาร", kind: "code", width: 10 },
  { id: "description", label: "รายการ", kind: "text", width: 30 },
  { id: "code", label: "รหัสบัญชี", kind: "code", width: 13 },
  { id: "name", label: "ชื่อบัญชี", kind: "text", width: 18 },
  { id: "debit", label: "เดบิต", kind: "amount", width: 12, group: "เคลื่อนไหว", summed: true },
  { id: "credit", label: "เครดิต", kind: "amount", width: 12, group: "เคลื่อนไหว", summed: true },
  { id: "balance", label: "คงเหลือ", kind: "amount", width: 13 },
];

const DEEDS = [
  "จ่ายค่าซ่อมแซมครุภัณฑ์",
  "รับเงินภาษีป้าย",
  "จ่ายเบี้ยยังชีพผู้สูงอายุ",
  "นำส่งเงินสมทบกองทุน",
  "จ่ายค่าจ้างเหมาบริการ",
  "ดำเนินการเบิกเงินตามฎีกา",
];
const THINGS = [
  "เครื่องสูบน้ำหมู่บ้านที่ชำรุด",
  "โครงการจำนำข้าวเปลือก",
  "ฝายน้ำล้นบ้านหนองญี่ปุ่น",
  "รถบรรทุกน้ำเอนกประสงค์",
  "ศาลาประชาคมบ้านปู่ป้า",
];
const WHOSE = ["ประจำเดือนมีนาคม 2567", "ตามหนังสืออำเภอที่ ยส 0023/ว 145", "ของกำนันตำบลศรีแก้วทั้งสิ้น", "กองช่าง เทศบาลตำบล"];
const ACCOUNTS = [
  ["1101010101.001", "เงินสดในมือ"],
  ["1101020601.001", "เงินฝากธนาคาร – กระแสรายวัน"],
  ["5104010104.001", "ค่าซ่อมแซมและค่าบำรุงรักษา"],
  ["5107010101.014", "เบี้ยยังชีพผู้สูงอายุและผู้พิการ"],
] as const;

/** The cell texts of row `index` of a ledger document; amounts in satang. */
export function ledgerEntry(index: number): {
  readonly description: string;
  readonly debit: Amount;
  readonly credit: Amount;
} {
  const amount = satang(BigInt((index * 7_919) % 1_000_003) * 37n + 125n);
  const debits = index % 3 !== 0;
  return {
    // No two alike, as in a real ledger.
    description: `${DEEDS[index % DEEDS.length]}${THINGS[index % THINGS.length]}หมู่ที่ ${index + 1} ${WHOSE[index % WHOSE.length]}`,
    debit: debits ? amount : ZERO,
    credit: debits ? ZERO : amount,
  };
}

const MARCH = "2024-03" as Month;

/** Two notes: March's journal partly read, its revenue lost. */
export const DAMAGE_NOTES: readonly DamageNote[] = [
  {
    number: 1,
    partition: { lao: TEST_LAO.code, module: "accounting", month: MARCH },
    state: "partial",
    sentences: ["สมุดรายวัน มี.ค. 2567 อ่านไม่ได้ 4 แถว (แถวที่ 210–213)", "ยอดที่ขาด 412,300.00 บาท"],
    findings: [
      makeFinding({ code: "row/shape", confidence: "bytes", month: MARCH, amount: satang(41_230_000n), count: 4 }),
    ],
    untold: 0,
  },
  {
    number: 2,
    partition: { lao: TEST_LAO.code, module: "revenue", month: MARCH },
    state: "lost",
    sentences: ["ใบเสร็จรับเงิน มี.ค. 2567 ไม่มีตัวแฟ้ม ข้อมูลส่วนนี้อ่านไม่ได้"],
    findings: [makeFinding({ code: "file/missing", confidence: "bytes", month: MARCH })],
    untold: 0,
  },
];

const DAMAGED_EVERY = 50;

function* ledgerRows(count: number, damaged: boolean, descriptions: readonly string[]): Generator<ReportRow> {
  let balance = 1_000_000_00n;
  yield { kind: "opening", cells: { description: "ยอดยกมา", balance: satang(balance) } };
  for (let index = 0; index < count; index++) {
    const { description, debit, credit } = ledgerEntry(index);
    balance += debit - credit;
    const [code, name] = ACCOUNTS[index % ACCOUNTS.length] ?? ACCOUNTS[0];
    yield {
      kind: "entry",
      cells: {
        date: `2024-03-${String((index % 28) + 1).padStart(2, "0")}`,
        entry: `PV-${String(index + 1).padStart(5, "0")}/67`,
        description: descriptions[index] ?? description,
        code,
        name,
        debit,
        credit,
        balance: satang(balance),
      },
      ...(damaged && index % 7 === 3 ? { marks: { balance: { state: "partial" as const, notes: [1, 2] } } } : {}),
    };
    if (damaged && index % DAMAGED_EVERY === DAMAGED_EVERY - 1)
      yield {
        kind: "missing",
        cells: {},
        text: `เอกสารเลขที่ PV-${String(index + 2).padStart(5, "0")}/67 ขาดหายไป 3 ฉบับ`,
      };
  }
}

async function* takeWindow(rows: Iterable<ReportRow>, window?: RowWindow): AsyncGenerator<ReportRow> {
  const from = window?.offset ?? 0;
  const to = window ? from + window.limit : Number.POSITIVE_INFINITY;
  let index = 0;
  for (const row of rows) {
    if (index >= to) return;
    if (index++ >= from) yield row;
  }
}

/**
 * A ledger of `rows` entries after its opening row.
 * @param damaged adds notes, marks, marker rows and an incomplete total
 * @param descriptions replace the made-up texts of the first rows
 * @param overrides replace any part of the document
 */
export function ledgerDocument(options: {
  readonly rows: number;
  readonly damaged?: boolean;
  readonly descriptions?: readonly string[];
  readonly overrides?: Partial<ReportDocument>;
}): ReportDocument {
  const { rows, damaged = false, descriptions = [], overrides = {} } = options;
  let debit = 0n;
  let credit = 0n;
  for (let index = 0; index < rows; index++) {
    const entry = ledgerEntry(index);
    debit += entry.debit;
    credit += entry.credit;
  }
  return {
    reportId: "ledger",
    title: "บัญชีแยกประเภท",
    period: "ประจำเดือน มีนาคม 2567",
    place: TEST_LAO,
    snapshot: {
      id: "yasothon-recovered",
      title: "ข้อมูลที่กู้คืนได้ จังหวัดยโสธร",
      kind: "recovered",
      asOf: "2024-07-06",
      loadedAt: "2026-11-22T02:41:00.000Z",
      synthetic: true,
    },
    parameters: [{ id: "month", label: "ประจำเดือน", value: MARCH, text: "มีนาคม 2567" }],
    fields: [
      { label: "ชื่อบัญชี", value: "เงินฝากธนาคาร – กระแสรายวัน" },
      { label: "รหัสบัญชี", value: "1101020601.001" },
    ],
    columns: LEDGER_COLUMNS,
    rowCount: rows + 1 + (damaged ? Math.floor(rows / DAMAGED_EVERY) : 0),
    rows: (window) => takeWindow(ledgerRows(rows, damaged, descriptions), window),
    totals: [
      {
        label: "รวม",
        kind: damaged ? "atLeast" : "known",
        cells: { debit: satang(debit), credit: satang(credit) },
        ...(damaged ? { mark: { state: "partial" as const, notes: [1] } } : {}),
      },
    ],
    notes: damaged ? DAMAGE_NOTES : [],
    absences: [],
    proof: [
      { text: "ยอดยกมา + เดบิต − เครดิต = ยอดคงเหลือ", holds: true },
      ...(damaged ? [{ text: "ยอดเคลื่อนไหวเท่ากับงบทดลองประจำเดือน", holds: false }] : []),
    ],
    signatures: ["ผู้จัดทำ", "ผู้อำนวยการกองคลัง", "ปลัดเทศบาล"],
    isApproximateForm: true,
    printedAt: new Date("2026-11-22T02:41:00.000Z"),
    printedBy: "สมหญิง ใจดี",
    ...overrides,
  };
}

/** All rows of a document, for tests that compare what was printed with what it says. */
export async function collectRows(document: ReportDocument): Promise<ReportRow[]> {
  const rows: ReportRow[] = [];
  for await (const row of document.rows()) rows.push(row);
  return rows;
}
