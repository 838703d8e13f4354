/**
 * Two votes of an education plan behind the small books of `seed-books.ts`, with a transfer between them, what was paid from them, the
 * assets bought and a school, for every LAO of the seed. Everything ties from month to month.
 */
import { openOwner } from "@/db/owner";
import { baht, LAOS, MONTHS, SNAPSHOT_NO } from "./seed-books";

export const SUPPLIES = "9967021153300001";
export const FURNITURE = "9967021154100001";
export const SCHOOL = "U-01";

/** Cumulative from a month on: month, transferred in, out, encumbered, disbursed. */
const STATES: Readonly<Record<string, readonly (readonly [number, string, string, string, string])[]>> = {
  [SUPPLIES]: [
    [202401, "0.00", "0.00", "1000.00", "4000.00"],
    [202403, "0.00", "2000.00", "1000.00", "5500.00"],
  ],
  [FURNITURE]: [
    [202401, "0.00", "0.00", "0.00", "0.00"],
    [202403, "2000.00", "0.00", "0.00", "0.00"],
    [202404, "2000.00", "0.00", "0.00", "5000.00"],
  ],
};
const APPROVED: Readonly<Record<string, string>> = { [SUPPLIES]: "30000.00", [FURNITURE]: "10000.00" };

const PAID = [
  { no: "00101/67", date: "2024-03-11", gross: "1500.00", code: SUPPLIES, text: "วัสดุการศึกษา", unit: SCHOOL },
  {
    no: "00102/67",
    date: "2024-03-12",
    gross: "700.00",
    code: SUPPLIES,
    text: "วัสดุสำนักงาน",
    unit: null,
    cancelled: true,
  },
  { no: "00103/67", date: "2024-04-10", gross: "5000.00", code: FURNITURE, text: "โต๊ะเก้าอี้นักเรียน", unit: null },
] as const;

export async function seedBudget(ownerUrl: string): Promise<void> {
  const owner = openOwner(ownerUrl);
  try {
    await owner`insert into portal.classifications ${owner(
      [
        ["plan", "00210", "แผนงานการศึกษา", null],
        ["work", "00211", "งานบริหารทั่วไปเกี่ยวกับการศึกษา", "00210"],
        ["expense", "5330600", "วัสดุการศึกษา", null],
        ["expense", "5410100", "ครุภัณฑ์สำนักงาน", null],
      ].map(([kind, code, name, parent_code]) => ({
        snapshot_no: SNAPSHOT_NO,
        kind: kind as string,
        code: code as string,
        name: name as string,
        parent_code: parent_code as string | null,
      })),
    )}`;
    for (const { id } of LAOS) await seedLao(owner, { lao_id: id, snapshot_no: SNAPSHOT_NO });
  } finally {
    await owner.end();
  }
}

async function seedLao(
  owner: ReturnType<typeof openOwner>,
  lao: { lao_id: number; snapshot_no: number },
): Promise<void> {
  await owner`insert into portal.units ${owner({ ...lao, unit_code: SCHOOL, kind: "โรงเรียน", name: "โรงเรียนสมมุติวิทยา" })}`;
  for (const month of MONTHS)
    await owner`insert into portal.budget_lines ${owner(linesOf(month).map((line) => ({ ...lao, ...line })))}`;
  await owner`insert into portal.budget_transfers ${owner(
    [
      { no: 7, date: "2024-03-08", amount: "1500.00" },
      { no: 8, date: "2024-03-20", amount: "500.00" },
    ].map((one, index) => ({
      ...lao,
      amount: baht(one.amount),
      month: 202403,
      row_no: index + 1,
      transfer_date: one.date,
      transfer_no: `T-0000${one.no}/67`,
      from_budget_code: SUPPLIES,
      to_budget_code: FURNITURE,
      reason: "งบประมาณตั้งไว้ไม่พอจ่าย",
    })),
  )}`;
  await owner`insert into portal.requisitions ${owner(
    PAID.map((one, index) => ({
      ...lao,
      goods_value: baht(one.gross),
      vat: 0n,
      gross: baht(one.gross),
      withholding_tax: 0n,
      other_deductions: 0n,
      net: baht(one.gross),
      month: Number(one.date.slice(0, 7).replace("-", "")),
      row_no: 11 + index,
      requisition_date: one.date,
      paid_date: one.date,
      cancelled: "cancelled" in one,
      treasury_no: one.no,
      requisition_no: `67-04-00211-${one.code.slice(-8, -4)}000-0000${index + 1}`,
      plan_code: "00210",
      work_code: "00211",
      expense_code: one.code === SUPPLIES ? "5330600" : "5410100",
      budget_code: one.code,
      payee: "ร้านเครื่องเขียนสมมุติ",
      description: one.text,
      entry_no: null,
      unit_code: one.unit,
    })),
  )}`;
  await owner`insert into portal.assets ${owner(
    [
      { code: "201-670410-00001", kind: "ครุภัณฑ์สำนักงาน", name: "โต๊ะนักเรียน", price: "3000.00", fund: "เงินงบประมาณ" },
      { code: "201-670410-00002", kind: "ครุภัณฑ์สำนักงาน", name: "เก้าอี้นักเรียน", price: "2000.00", fund: "เงินงบประมาณ" },
      { code: "203-670411-00001", kind: "ครุภัณฑ์โฆษณา", name: "เครื่องเสียง", price: "9900.00", fund: "รับโอน/รับบริจาค" },
    ].map((one, index) => ({
      ...lao,
      price: baht(one.price),
      month: 202404,
      row_no: index + 1,
      acquired_date: `2024-04-${one.code.slice(8, 10)}`,
      useful_life_years: 8,
      asset_code: one.code,
      category: "ครุภัณฑ์",
      kind: one.kind,
      name: one.name,
      fund_source: one.fund,
      status: "ใช้งาน",
      unit_code: index === 0 ? SCHOOL : null,
    })),
  )}`;
}

function linesOf(month: number) {
  return [SUPPLIES, FURNITURE].map((code, index) => {
    const state = STATES[code]?.findLast(([from]) => from <= month);
    const [moved_in, moved_out, bound, spent] = (state?.slice(1) ?? []).map((text) => baht(text as string));
    const approved = baht(APPROVED[code] ?? "0.00");
    const figures = {
      transferred_in: moved_in ?? 0n,
      transferred_out: moved_out ?? 0n,
      encumbered: bound ?? 0n,
      disbursed: spent ?? 0n,
    };
    return {
      ...figures,
      approved,
      remaining: approved + figures.transferred_in - figures.transferred_out - figures.encumbered - figures.disbursed,
      month,
      row_no: 11 + index,
      budget_code: code,
      plan_code: "00210",
      work_code: "00211",
      category: code === SUPPLIES ? "ค่าวัสดุ" : "ค่าครุภัณฑ์",
      expense_code: code === SUPPLIES ? "5330600" : "5410100",
      project: code === SUPPLIES ? "" : "จัดซื้อโต๊ะเก้าอี้",
    };
  });
}
