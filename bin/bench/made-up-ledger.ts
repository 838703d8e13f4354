/** A Thai ledger of any length as a report document, for measuring renderers without a database. */
import { type Amount, addAmounts, satang, subtractAmount, ZERO } from "@/lib/money/amount";
import type { LaoCode, LaoId } from "@/lib/office/office";
import type { ReportDocument, ReportRow } from "@/lib/reports/document";

const DEEDS = ["จ่ายค่าซ่อมแซมครุภัณฑ์", "รับเงินภาษีป้าย", "จ่ายเบี้ยยังชีพผู้สูงอายุ", "นำส่งเงินสมทบกองทุน", "จ่ายค่าจ้างเหมาบริการ"];
const THINGS = ["เครื่องสูบน้ำหมู่บ้านที่ชำรุด", "โครงการก่อสร้างถนนคอนกรีตเสริมเหล็ก", "ฝายน้ำล้นบ้านหนองใหญ่", "รถบรรทุกน้ำเอนกประสงค์"];
const WHOSE = ["ประจำเดือนมีนาคม 2567", "ตามหนังสืออำเภอที่ 0023/ว 145", "กองช่าง เทศบาลตำบล"];

function textOf(index: number): string {
  const deed = DEEDS[index % DEEDS.length];
  return `${deed}${THINGS[index % THINGS.length]} ${WHOSE[index % WHOSE.length]} งวดที่ ${index % 97}`;
}

function amountOf(index: number): Amount {
  return satang(BigInt((index * 7_919) % 1_000_003) * 37n + 125n);
}

async function* rows(count: number): AsyncGenerator<ReportRow> {
  let balance = satang(100_000_000n);
  yield { kind: "opening", cells: { description: "ยอดยกมา", balance } };
  for (let index = 0; index < count; index++) {
    const isDebit = index % 3 !== 0;
    const amount = amountOf(index);
    balance = isDebit ? addAmounts(balance, amount) : subtractAmount(balance, amount);
    const cells = {
      date: `2024-03-${String((index % 28) + 1).padStart(2, "0")}`,
      entry: `PV-${String(index + 1).padStart(5, "0")}/67`,
      description: textOf(index),
      code: "1101020601.001",
      name: "เงินฝากธนาคาร – กระแสรายวัน",
      debit: isDebit ? amount : ZERO,
      credit: isDebit ? ZERO : amount,
      balance,
    };
    yield { kind: "entry", cells };
  }
}

export function madeUpLedger(rowCount: number): ReportDocument {
  return {
    reportId: "ledger",
    title: "บัญชีแยกประเภท",
    period: "ประจำเดือน มีนาคม 2567",
    place: {
      id: 100_001 as LaoId,
      code: "01000001" as LaoCode,
      type: "ทต.",
      name: "ทดลอง",
      district: "เมือง",
      provinceCode: "01",
      province: "สมมุติ",
    },
    snapshot: {
      id: "bench",
      title: "ข้อมูลวัดความเร็ว",
      kind: "recovered",
      asOf: "2024-07-06",
      loadedAt: "2026-01-01T00:00:00Z",
      synthetic: true,
    },
    seal: { code: "7K3QD-0M2XT-9A4VN-8PHR5", address: "http://127.0.0.1:3000/verify/7K3QD-0M2XT-9A4VN-8PHR5" },
    parameters: [{ id: "month", label: "ประจำเดือน", value: "2024-03", text: "มีนาคม 2567" }],
    fields: [{ label: "ชื่อบัญชี", value: "เงินฝากธนาคาร – กระแสรายวัน" }],
    columns: [
      { id: "date", label: "วันที่", kind: "date", width: 9 },
      { id: "entry", label: "เลขที่เอกสาร", kind: "code", width: 10 },
      { id: "description", label: "รายการ", kind: "text", width: 30 },
      { id: "code", label: "รหัสบัญชี", kind: "code", width: 13 },
      { id: "name", label: "ชื่อบัญชี", kind: "text", width: 18 },
      { id: "debit", label: "เดบิต", kind: "amount", width: 12, summed: true },
      { id: "credit", label: "เครดิต", kind: "amount", width: 12, summed: true },
      { id: "balance", label: "คงเหลือ", kind: "amount", width: 13 },
    ],
    rowCount: rowCount + 1,
    rows: () => rows(rowCount),
    totals: [],
    notes: [],
    proof: [],
    absences: [],
    signatures: ["ผู้จัดทำ"],
    isApproximateForm: true,
    printedAt: new Date("2026-01-01T00:00:00Z"),
    printedBy: "bench",
  };
}
