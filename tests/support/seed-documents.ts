/**
 * Receipts, requisitions, cheques, loans and votes behind the small books of `seed-books.ts`, for every LAO of the seed: they tie with the
 * entries there. Among them a cancelled receipt, a cancelled requisition, and a cheque that nobody has collected.
 */
import { openOwner } from "@/db/owner";
import { baht, LAOS, MONTHS, number, REVENUE, SNAPSHOT_NO } from "./seed-books";

export const LAND_TAX = "411009";
export const VOTE = "9967011134050001";
export const UNIT = "06350302-01";
export const LOAN_ACCOUNT = "1102010102.001";

const monthOf = (date: string) => Number(date.slice(0, 7).replace("-", ""));

interface SeededReceipt {
  readonly no: string;
  readonly date: string;
  readonly amount: string;
  readonly channel: "cash" | "transfer";
  /** Remittance and RV entry share their running number; none for a cancelled receipt. */
  readonly remitted?: string;
  readonly unit?: string;
}

const RECEIPTS: readonly SeededReceipt[] = [
  { no: "R-000001/67", date: "2024-02-05", amount: "300.00", channel: "cash", remitted: "00001/67" },
  { no: "R-000002/67", date: "2024-02-05", amount: "200.00", channel: "cash", remitted: "00001/67" },
  { no: "R-000003/67", date: "2024-02-20", amount: "1234.50", channel: "transfer", remitted: "00002/67" },
  { no: "R-000004/67", date: "2024-03-05", amount: "75.25", channel: "cash", remitted: "00003/67", unit: UNIT },
  { no: "R-000005/67", date: "2024-03-05", amount: "24.75", channel: "transfer", remitted: "00003/67" },
  { no: "R-000006/67", date: "2024-03-15", amount: "99.00", channel: "cash" },
  { no: "R-000007/67", date: "2024-03-15", amount: "10.00", channel: "cash", remitted: "00004/67" },
];

/** Received of each month. */
const RECEIVED: Readonly<Record<number, string>> = { 202402: "1734.50", 202403: "110.00" };
export const BEFORE_THE_PERIOD = "5000.00";
export const ESTIMATE = "20000.00";

const REQUISITIONS = [
  { no: "00001/67", date: "2024-03-04", goods: "3000.00", vat: "210.00", tax: "30.00", entry: "PV-00001/67" },
  { no: "00002/67", date: "2024-04-02", goods: "1000.00", vat: "0.00", tax: "0.00", entry: "PV-00002/67" },
  { no: "00003/67", date: "2024-04-02", goods: "500.00", vat: "0.00", tax: "0.00", entry: null },
] as const;

/** Disbursed of the vote at each month's end. */
const DISBURSED: Readonly<Record<number, string>> = { 202403: "3210.00", 202404: "4210.00" };
const APPROVED = "40000.00";

export async function seedDocuments(ownerUrl: string): Promise<void> {
  const owner = openOwner(ownerUrl);
  try {
    await owner`insert into portal.classifications ${owner(
      [
        ["revenue", LAND_TAX, "ภาษีที่ดินและสิ่งปลูกสร้าง", "411000"],
        ["plan", "00110", "แผนงานบริหารงานทั่วไป", null],
        ["work", "00111", "งานบริหารทั่วไป", "00110"],
        ["expense", "5340000", "ค่าสาธารณูปโภค", null],
        ["expense", "5340500", "ค่าบริการสื่อสารและโทรคมนาคม", "5340000"],
      ].map(([kind, code, name, parent_code]) => ({
        snapshot_no: SNAPSHOT_NO,
        kind: kind as string,
        code: code as string,
        name: name as string,
        parent_code: parent_code as string | null,
      })),
    )}`;
    for (const { id } of LAOS) await seedLao(owner, id);
  } finally {
    await owner.end();
  }
}

async function seedLao(owner: ReturnType<typeof openOwner>, laoId: number): Promise<void> {
  const lao = { lao_id: laoId, snapshot_no: SNAPSHOT_NO };
  await owner`insert into portal.units ${owner({ ...lao, unit_code: UNIT, kind: "ศพด.", name: "ศูนย์พัฒนาเด็กเล็กสมมุติ" })}`;
  await owner`insert into portal.bank_accounts ${owner({ ...lao, account_code: number("1101030102.001"), bank_account_no: "0973900501", bank: "ธนาคารออมสิน", branch: "สมมุติ", kind: "ออมทรัพย์" })}`;
  await owner`insert into portal.receipts ${owner(
    RECEIPTS.map((receipt, index) => ({
      ...lao,
      amount: baht(receipt.amount),
      account_code: number(REVENUE),
      month: monthOf(receipt.date),
      row_no: index + 1,
      receipt_date: receipt.date,
      cancelled: receipt.remitted === undefined,
      receipt_no: receipt.no,
      payer: `ผู้ชำระรายที่ ${index + 1}`,
      revenue_code: LAND_TAX,
      channel: receipt.channel,
      bank_account_no: receipt.channel === "cash" ? null : "0973900501",
      remittance_no: receipt.remitted ? `N-${receipt.remitted}` : null,
      entry_no: receipt.remitted ? `RV-${receipt.remitted}` : null,
      unit_code: receipt.unit ?? null,
    })),
  )}`;
  let toDate = baht(BEFORE_THE_PERIOD);
  for (const month of MONTHS) {
    const received = baht(RECEIVED[month] ?? "0.00");
    toDate += received;
    await owner`insert into portal.revenue_register ${owner({ ...lao, estimate: baht(ESTIMATE), received, received_to_date: toDate, month, row_no: 1, revenue_code: LAND_TAX })}`;
  }
  await owner`insert into portal.requisitions ${owner(
    REQUISITIONS.map((one, index) => {
      const gross = baht(one.goods) + baht(one.vat);
      return {
        ...lao,
        goods_value: baht(one.goods),
        vat: baht(one.vat),
        gross,
        withholding_tax: baht(one.tax),
        other_deductions: 0n,
        net: gross - baht(one.tax),
        month: monthOf(one.date),
        row_no: index + 1,
        requisition_date: "2024-03-01",
        paid_date: one.date,
        cancelled: one.entry === null,
        treasury_no: one.no,
        requisition_no: `67-03-00111-5340500-0000${index + 1}`,
        plan_code: "00110",
        work_code: "00111",
        expense_code: "5340500",
        budget_code: VOTE,
        payee: `ร้านน้ำค้าง ${index + 1}`,
        description: "ค่าจ้างเหมาบริการ",
        entry_no: one.entry,
        unit_code: null,
      };
    }),
  )}`;
  await owner`insert into portal.cheques ${owner(
    REQUISITIONS.filter((one) => one.entry !== null).map((one, index) => ({
      ...lao,
      amount: baht(one.goods) + baht(one.vat) - baht(one.tax),
      month: monthOf(one.date),
      row_no: 1,
      cheque_date: one.date,
      collected_date: index === 0 ? "2024-03-06" : null,
      cheque_report_no: `C-0000${index + 1}/67`,
      cheque_no: `1000001${index}`,
      bank_account_no: "0973900501",
      treasury_no: one.no,
      payee: `ร้านน้ำค้าง ${index + 1}`,
    })),
  )}`;
  for (const month of MONTHS) {
    const disbursed = baht(DISBURSED[month] ?? (month > 202404 ? "4210.00" : "0.00"));
    await owner`insert into portal.budget_lines ${owner({ ...lao, approved: baht(APPROVED), transferred_in: 0n, transferred_out: 0n, encumbered: 0n, disbursed, remaining: baht(APPROVED) - disbursed, month, row_no: 1, budget_code: VOTE, plan_code: "00110", work_code: "00111", category: "ค่าสาธารณูปโภค", expense_code: "5340500", project: "" })}`;
    if (month >= 202403)
      await owner`insert into portal.loans ${owner({ ...lao, amount: baht("5000.00"), repaid: baht("5000.00"), account_code: number(LOAN_ACCOUNT), month, row_no: 1, contract_date: "2024-02-12", due_date: "2024-03-13", contract_no: "1/2567", borrower: "นักจัดการงานทั่วไป", purpose: "ค่าเดินทางไปราชการ" })}`;
  }
}
