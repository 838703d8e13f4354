/**
 * One real printed month of an อบต. (ธันวาคม 2553, fiscal year 2554), as its journal rows would have to read, in a real database. Figures as printed
 * in its monthly reports; accounts and dates are ours. One entry a line of the form: October holds what came before December.
 */
import { attachLeaf, createLeaf, createMiddles, FACT_TABLES, indexLeaf } from "@/db/load/fact-partitions";
import { openLoadSession, openOwner } from "@/db/owner";
import { baht, number } from "./seed-books";

export const PRINTED_LAO = "06120101";
const LAO_ID = 1200001;
const SNAPSHOT_NO = 1;

export interface BudgetLine {
  readonly name: string;
  readonly code: string;
  readonly estimate: string;
  readonly toDate: string;
  readonly inMonth: string;
}

function budgetLines(table: string): readonly BudgetLine[] {
  return table
    .trim()
    .split("\n")
    .map((line) => {
      const [code = "", name = "", estimate = "", toDate = "", inMonth = ""] = line
        .split(";")
        .map((cell) => cell.trim());
      return { code, name, estimate, toDate, inMonth };
    });
}

export const REVENUE_LINES = budgetLines(`
411000; ภาษีอากร; 2720000.00; 46784.00; 0.00
412000; ค่าธรรมเนียม ค่าปรับ และใบอนุญาต; 311500.00; 42715.00; 10292.00
413000; รายได้จากทรัพย์สิน; 300000.00; 60454.66; 0.00
414000; รายได้จากสาธารณูปโภคและการพาณิชย์; 0.00; 0.00; 0.00
415000; รายได้เบ็ดเตล็ด; 110500.00; 500.00; 0.00
416000; รายได้จากทุน; 0.00; 0.00; 0.00
421000; ภาษีจัดสรร; 16186000.00; 5137489.79; 1348522.43
431000; เงินอุดหนุนทั่วไป; 6400000.00; 0.00; 0.00
441000; เงินอุดหนุนกำหนดวัตถุประสงค์; 500000.00; 0.00; 0.00
`);

export const EXPENSE_LINES = budgetLines(`
510000; งบกลาง; 3024090.00; 1051650.00; 150620.00
521000; เงินเดือน (ฝ่ายการเมือง); 1047840.00; 243960.00; 81320.00
220100; เงินเดือนพนักงาน; 3048000.00; 503280.00; 168050.00
220400; ค่าจ้างลูกจ้างประจำ; 116400.00; 28620.00; 9540.00
220600; ค่าจ้างพนักงานจ้าง; 2233600.00; 438510.00; 146170.00
221100; เงินประโยชน์ตอบแทนอื่นๆ; 1108000.00; 0.00; 0.00
531000; ค่าตอบแทน; 885000.00; 141892.50; 33713.50
532000; ค่าใช้สอย; 7188050.00; 862644.00; 786896.00
533000; ค่าวัสดุ; 2503420.00; 116210.00; 77262.00
534000; ค่าสาธารณูปโภค; 487000.00; 101470.00; 32221.46
541000; ค่าครุภัณฑ์; 1488700.00; 0.00; 0.00
542000; ค่าที่ดินและสิ่งก่อสร้าง; 2016900.00; 0.00; 0.00
561000; เงินอุดหนุน; 1381000.00; 12740.10; 12740.10
`);

/** The printed sub-total of the year's expenditure is 0.04 more than its lines: that much was paid and stands in no line. */
export const IN_NO_LINE = "0.04";

export interface OtherLine {
  readonly name: string;
  readonly account: string;
  readonly received: readonly [toDate: string, inMonth: string];
  readonly paid: readonly [toDate: string, inMonth: string];
}

const NOTHING = ["0.00", "0.00"] as const;
const other = (account: string, name: string, received: OtherLine["received"], paid: OtherLine["paid"]): OtherLine => ({
  account,
  name,
  received,
  paid,
});

/** Lines below the budget, both sides of one account together. */
export const OTHER_LINES: readonly OtherLine[] = [
  other("1102010102.001", "ลูกหนี้เงินยืมตามงบประมาณ", ["375500.00", "227800.00"], ["375500.00", "221800.00"]),
  other("1102010102.002", "ลูกหนี้เงินยืมเงินสะสม", ["261500.00", "0.00"], ["261500.00", "0.00"]),
  other("1102010102.003", "ลูกหนี้เงินยืมนอกงบประมาณ", ["317500.00", "193000.00"], ["317500.00", "193000.00"]),
  other("2102040103.001", "ภาษีหัก ณ ที่จ่าย", NOTHING, ["55495.94", "9452.32"]),
  other("2102040110.001", "ค่าใช้จ่ายค้างจ่าย", NOTHING, ["487000.00", "0.00"]),
  other("2104010101.001", "เงินอุดหนุนเฉพาะกิจฝากจังหวัด", ["1810000.00", "1810000.00"], ["1810000.00", "1810000.00"]),
  other("2104010101.002", "เงินอุดหนุนเฉพาะกิจ (หลักประกันผู้สูงอายุ)", ["942000.00", "0.00"], ["407500.00", "181500.00"]),
  other("2104010101.003", "เงินอุดหนุนเฉพาะกิจ (สวัสดิการผู้พิการ)", ["80500.00", "0.00"], ["34500.00", "11500.00"]),
  other("2111020199.001", "เงินรับฝาก", ["234693.69", "114741.37"], NOTHING),
  other("2111020199.002", "สินเชื่อธนาคารออมสินหน้าฎีกา", ["187775.00", "58441.00"], ["187775.00", "58441.00"]),
  other("2112010101.001", "เงินประกันสัญญา", NOTHING, ["363450.00", "0.00"]),
  other("3102010101.001", "เงินสะสม", NOTHING, ["6040957.27", "5980912.27"]),
];

export const SAVINGS = "1101030102.001";
export const FIXED = "1104010101.001";
const BANKS = [
  ["1", "ธนาคารกรุงไทย", "ออมทรัพย์", SAVINGS, "10875481.05"],
  ["2", "ธนาคารออมสิน", "ออมทรัพย์", FIXED, "1598191.44"],
  ["3", "ธนาคารออมสิน", "ออมทรัพย์", FIXED, "171306.27"],
  ["4", "ธนาคารออมสิน", "ประจำ 6 เดือน", FIXED, "10935127.12"],
  ["5", "ธ.ก.ส.", "ประจำ 3 เดือน", FIXED, "3563529.76"],
] as const;
export const BALANCES_BY_BANK = BANKS.map(([, , , , balance]) => balance);

const REVENUE = "4401100199.001";
const EXPENSE = "5104030299.001";
const GRANTS_DUE = "1102050193.001";
const TAX_DUE = "1102050194.004";
const RESERVE = "3102010101.002";
const FUND = "3102010101.001";
const GRANTS = "2104010101.002";

/** 30 September 2553 as printed: money 31,488,378.35, 33,378,130.35 on both sides; how the debts part is not in the source. */
const OPENINGS: Readonly<Record<string, bigint>> = {
  [SAVINGS]: baht("31488378.35") - BANKS.slice(1).reduce((sum, [, , , , balance]) => sum + baht(balance), 0n),
  [FIXED]: BANKS.slice(1).reduce((sum, [, , , , balance]) => sum + baht(balance), 0n),
  [GRANTS_DUE]: baht("1821500.00"),
  [TAX_DUE]: baht("68252.00"),
  [RESERVE]: -baht("5869711.62"),
  [FUND]: -baht("17439474.08"),
  "2102040103.001": -baht("55495.94"),
  "2102040110.001": -baht("487000.00"),
  "2112010101.001": -baht("363450.00"),
  [GRANTS]: -baht("9162998.71"),
};

interface Line {
  readonly entry: string;
  readonly book: string;
  readonly date: string;
  readonly source: string | null;
  readonly account: string;
  /** Debit-positive satang. */
  readonly amount: bigint;
}

const OCTOBER = "2010-10-29";
const DECEMBER = "2010-12-15";
/** The last working day; 117,716.00 was paid on it. */
export const LAST_DAY = "2010-12-30";
const PAID_ON_LAST_DAY = baht("117716.00");

export async function seedPrintedMonth(ownerUrl: string): Promise<void> {
  const lines: Line[] = [];
  const receipts: Record<string, unknown>[] = [];
  const requisitions: Record<string, unknown>[] = [];
  const head = { lao_id: LAO_ID, snapshot_no: SNAPSHOT_NO };
  let running = 0;
  const post = (book: string, date: string, account: string, amount: bigint, source: string | null = null) => {
    if (amount === 0n) return "";
    running += 1;
    const entry = `${book}-${String(running).padStart(5, "0")}/54`;
    lines.push(
      { entry, book, date, source, account, amount },
      { entry, book, date, source, account: SAVINGS, amount: -amount },
    );
    return entry;
  };
  const monthOf = (date: string) => Number(date.slice(0, 7).replace("-", ""));
  const receive = (code: string, date: string, amount: bigint) => {
    if (amount === 0n) return;
    const remittance = `N-${receipts.length + 1}/54`;
    const entry = post("RV", date, REVENUE, -amount, remittance);
    receipts.push({
      ...head,
      amount,
      account_code: number(REVENUE),
      month: monthOf(date),
      row_no: receipts.length + 1,
      receipt_date: date,
      cancelled: false,
      receipt_no: `R-${receipts.length + 1}/54`,
      payer: "ผู้ชำระ",
      revenue_code: code,
      channel: "transfer",
      bank_account_no: "1",
      remittance_no: remittance,
      entry_no: entry,
      unit_code: null,
    });
  };
  const pay = (code: string, date: string, amount: bigint) => {
    if (amount === 0n) return;
    const treasury = `${requisitions.length + 1}/54`;
    const entry = post("PV", date, EXPENSE, amount, treasury);
    requisitions.push({
      ...head,
      goods_value: amount,
      vat: 0n,
      gross: amount,
      withholding_tax: 0n,
      other_deductions: 0n,
      net: amount,
      month: monthOf(date),
      row_no: requisitions.length + 1,
      requisition_date: date,
      paid_date: date,
      cancelled: false,
      treasury_no: treasury,
      requisition_no: treasury,
      plan_code: "00110",
      work_code: "00111",
      expense_code: code,
      budget_code: code,
      payee: "ผู้รับเงิน",
      description: "รายจ่าย",
      entry_no: entry,
      unit_code: null,
    });
  };
  for (const { code, toDate, inMonth } of REVENUE_LINES) {
    receive(code, OCTOBER, baht(toDate) - baht(inMonth));
    receive(code, DECEMBER, baht(inMonth));
  }
  for (const { code, toDate, inMonth } of EXPENSE_LINES) {
    pay(code, OCTOBER, baht(toDate) - baht(inMonth) + (code === "510000" ? baht(IN_NO_LINE) : 0n));
    const onLastDay = code === "532000" ? PAID_ON_LAST_DAY : 0n;
    pay(code, DECEMBER, baht(inMonth) - onLastDay);
    pay(code, LAST_DAY, onLastDay);
  }
  for (const { account, received, paid } of OTHER_LINES) {
    post("JV", OCTOBER, account, -(baht(received[0]) - baht(received[1])));
    post("JV", DECEMBER, account, -baht(received[1]));
    post("JV", OCTOBER, account, baht(paid[0]) - baht(paid[1]));
    post("JV", DECEMBER, account, baht(paid[1]));
  }
  // The grants due had come to be set off against the grants held by December: the printed trial balance has neither.
  lines.push(
    { entry: "JV-09999/54", book: "JV", date: OCTOBER, source: null, account: GRANTS, amount: baht("1821500.00") },
    { entry: "JV-09999/54", book: "JV", date: OCTOBER, source: null, account: GRANTS_DUE, amount: -baht("1821500.00") },
  );
  const session = await openLoadSession(ownerUrl);
  const owner = openOwner(ownerUrl);
  try {
    await session.query("begin");
    await createMiddles(session, SNAPSHOT_NO);
    for (const table of FACT_TABLES) {
      await createLeaf(session, table, SNAPSHOT_NO, 12);
      await indexLeaf(session, table, SNAPSHOT_NO, 12);
      await attachLeaf(session, table, SNAPSHOT_NO, 12);
    }
    await session.query("commit");
    await owner`insert into portal.provinces ${owner({ province_no: 12, province_code: "12", province: "จังหวัดสมมุติ" })}`;
    await owner`insert into portal.laos ${owner({ lao_id: LAO_ID, lao_code: PRINTED_LAO, province_no: 12 })}`;
    await owner`insert into portal.snapshots (snapshot_no, id, title, kind, as_of, period_from, period_to, fiscal_year, encoding, is_synthetic, digest, status, loaded_at)
      overriding system value values (${SNAPSHOT_NO}, 'printed', 'เดือนที่พิมพ์จริง', 'recovered', '2010-12-31', '2010-10-01', '2010-12-31', 2554, 'utf-8', true, 'x', 'served', '2026-11-22T02:00:00Z')`;
    await owner`insert into portal.snapshot_laos ${owner({ ...head, lao_code: PRINTED_LAO, type: "อบต.", name: "สมมุติ", district: "เมือง", province_code: "12", province: "จังหวัดสมมุติ" })}`;
    const names = new Map<string, string>([
      ...OTHER_LINES.map((line) => [line.account, line.name] as const),
      [SAVINGS, "เงินฝากออมทรัพย์"],
      [FIXED, "เงินฝากประจำ"],
      [REVENUE, "รายรับ"],
      [EXPENSE, "รายจ่าย"],
      [GRANTS_DUE, "เงินอุดหนุนค้างรับ"],
      [TAX_DUE, "ลูกหนี้ภาษี"],
      [RESERVE, "ทุนสำรองเงินสะสม"],
    ]);
    await owner`insert into portal.accounts ${owner([...names].map(([code, name]) => ({ account_code: number(code), snapshot_no: SNAPSHOT_NO, level: 6, postable: true, normal_side: "D", name })))}`;
    await owner`insert into portal.classifications ${owner(
      [
        ...REVENUE_LINES.map((line) => ["revenue", line] as const),
        ...EXPENSE_LINES.map((line) => ["expense", line] as const),
      ].map(([kind, { code, name }]) => ({ snapshot_no: SNAPSHOT_NO, kind, code, name, parent_code: null })),
    )}`;
    await owner`insert into portal.bank_accounts ${owner(BANKS.map(([no, bank, kind, account]) => ({ ...head, account_code: number(account), bank_account_no: no, bank, branch: "", kind })))}`;
    await owner`insert into portal.receipts ${owner(receipts as { amount: bigint }[])}`;
    await owner`insert into portal.requisitions ${owner(requisitions as { net: bigint }[])}`;
    const journal = lines.map((line, index) => ({
      ...head,
      debit: line.amount > 0n ? line.amount : 0n,
      credit: line.amount < 0n ? -line.amount : 0n,
      account_code: number(line.account),
      month: monthOf(line.date),
      row_no: index + 1,
      entry_date: line.date,
      line_no: (index % 2) + 1,
      entry_no: line.entry,
      book: line.book,
      description: "รายการ",
      unit_code: null,
      source_no: line.source,
    }));
    await owner`insert into portal.journal ${owner(journal)}`;
    await owner`insert into portal.journal_months (debit, credit, account_code, lao_id, month, lines, snapshot_no)
      select sum(debit), sum(credit), account_code, lao_id, month, count(*), snapshot_no from portal.journal group by account_code, lao_id, month, snapshot_no`;
    const running_ = new Map(Object.entries(OPENINGS));
    for (const month of [201010, 201011, 201012]) {
      const own = lines.filter((line) => monthOf(line.date) === month);
      for (const line of own) if (!running_.has(line.account)) running_.set(line.account, 0n);
      const rows = [...running_.keys()].sort().map((account, index) => {
        const moved = own.filter((line) => line.account === account);
        const opening = running_.get(account) ?? 0n;
        const debit = moved.reduce((sum, { amount }) => (amount > 0n ? sum + amount : sum), 0n);
        const credit = moved.reduce((sum, { amount }) => (amount < 0n ? sum - amount : sum), 0n);
        running_.set(account, opening + debit - credit);
        return {
          ...head,
          opening,
          debit,
          credit,
          closing: opening + debit - credit,
          account_code: number(account),
          month,
          row_no: index + 1,
        };
      });
      await owner`insert into portal.balances ${owner(rows)}`;
    }
    await owner`insert into portal.cash ${owner(cashRows(lines).map((row, index) => ({ ...head, ...row, row_no: index + 1, month: monthOf(row.day) })))}`;
    await owner`insert into portal.revenue_register ${owner(REVENUE_LINES.map((line, index) => ({ ...head, estimate: baht(line.estimate), received: baht(line.inMonth), received_to_date: baht(line.toDate), month: 201012, row_no: index + 1, revenue_code: line.code })))}`;
    await owner`insert into portal.budget_lines ${owner(EXPENSE_LINES.map((line, index) => ({ ...head, approved: baht(line.estimate), transferred_in: 0n, transferred_out: 0n, encumbered: 0n, disbursed: baht(line.toDate), remaining: baht(line.estimate) - baht(line.toDate), month: 201012, row_no: index + 1, budget_code: line.code, plan_code: "00110", work_code: "00111", category: line.name, expense_code: line.code, project: "" })))}`;
    await owner`insert into portal.partitions ${owner(
      ["accounting", "revenue", "expenditure", "budget", "assets"].flatMap((module) =>
        [201010, 201011, 201012].map((month) => ({
          ...head,
          month,
          rows_read: 1,
          rows_loaded: 1,
          rows_quarantined: 0,
          module,
          state: "intact",
        })),
      ),
    )}`;
  } finally {
    await session.end();
    await owner.end();
  }
}

/** All payments and receipts went through the savings account; the others stood still after a first day. */
function cashRows(lines: readonly Line[]) {
  const still = BANKS.slice(1).map(([no, , , account, balance]) => ({
    day: "2010-10-01",
    bank_account_no: no,
    account_code: number(account),
    opening: baht(balance),
    received: 0n,
    paid: 0n,
    closing: baht(balance),
  }));
  let balance = OPENINGS[SAVINGS] ?? 0n;
  const days = [...new Set(lines.map((line) => line.date))].sort().map((day) => {
    const moved = lines.filter((line) => line.date === day && line.account === SAVINGS);
    const received = moved.reduce((sum, { amount }) => (amount > 0n ? sum + amount : sum), 0n);
    const paid = moved.reduce((sum, { amount }) => (amount < 0n ? sum - amount : sum), 0n);
    const opening = balance;
    balance += received - paid;
    return { day, bank_account_no: "1", account_code: number(SAVINGS), opening, received, paid, closing: balance };
  });
  return [...still, ...days];
}
