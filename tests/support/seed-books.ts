/**
 * Small books in a real database without the loader: three LAOs of two provinces, with journal, balances and chart that tie, and the
 * damage that a test asks for. Amounts are given in baht text; everything else as the tables hold it.
 */
import { attachLeaf, createLeaf, createMiddles, FACT_TABLES, indexLeaf } from "@/db/load/fact-partitions";
import { type OwnerSql, openLoadSession, openOwner } from "@/db/owner";
import { parseBaht } from "@/lib/money/amount";

export const SNAPSHOT_NO = 1;
export const SNAPSHOT_ID = "test-books";
export const MONTHS = [202401, 202402, 202403, 202404, 202405, 202406, 202407] as const;

/** Two of one province, one of another. */
export const LAOS = [
  {
    id: 3500001,
    code: "06350302",
    name: "ทดสอบหนึ่ง",
    district: "เมือง",
    provinceNo: 35,
    provinceCode: "35",
    province: "จังหวัดสมมุติ",
  },
  {
    id: 3500002,
    code: "05350401",
    name: "ทดสอบสอง",
    district: "ป่าสมมุติ",
    provinceNo: 35,
    provinceCode: "35",
    province: "จังหวัดสมมุติ",
  },
  {
    id: 3600001,
    code: "06360101",
    name: "ทดสอบสาม",
    district: "เมือง",
    provinceNo: 36,
    provinceCode: "36",
    province: "จังหวัดอื่น",
  },
] as const;

export const CASH = "1101010101.001";
export const BANK = "1101030102.001";
export const TAX = "2102040103.001";
export const EQUITY = "3102010101.001";
export const REVENUE = "4401010104.001";
export const EXPENSE = "5104010112.001";

const CHART: readonly [code: string, name: string, level: number, postable: boolean, side: string][] = [
  ["1000000000.000", "สินทรัพย์", 1, false, "D"],
  ["1101000000.000", "เงินสดและรายการเทียบเท่าเงินสด", 3, false, "D"],
  [CASH, "เงินสดในมือ", 6, true, "D"],
  [BANK, "เงินฝากออมทรัพย์ที่สถาบันการเงิน", 6, true, "D"],
  ["2000000000.000", "หนี้สิน", 1, false, "C"],
  [TAX, "ภาษีหัก ณ ที่จ่ายรอนำส่ง", 6, true, "C"],
  ["3000000000.000", "ส่วนทุน", 1, false, "C"],
  [EQUITY, "เงินสะสม", 6, true, "C"],
  ["4000000000.000", "รายได้", 1, false, "C"],
  [REVENUE, "รายได้ภาษีที่ดินและสิ่งปลูกสร้าง", 6, true, "C"],
  ["5000000000.000", "ค่าใช้จ่าย", 1, false, "D"],
  [EXPENSE, "ค่าจ้างเหมาบริการ-บุคคลภายนอก", 6, true, "D"],
];

export interface Entry {
  readonly no: string;
  readonly date: string;
  readonly text: string;
  readonly source?: string;
  /** Account, debit, credit. */
  readonly lines: readonly (readonly [account: string, debit: string, credit: string])[];
}

/** What every LAO of the seed has kept: a quiet January, receipts and payments since February. */
export const ENTRIES: readonly Entry[] = [
  {
    no: "RV-00001/67",
    date: "2024-02-05",
    text: "รับภาษีที่ดิน",
    source: "N-00001/67",
    lines: [
      [CASH, "500.00", "0.00"],
      [REVENUE, "0.00", "500.00"],
    ],
  },
  {
    no: "RV-00002/67",
    date: "2024-02-20",
    text: "รับโอนภาษีที่ดิน เลขที่ ๑๒/๒๕๖๗",
    source: "N-00002/67",
    lines: [
      [BANK, "1234.50", "0.00"],
      [REVENUE, "0.00", "1234.50"],
    ],
  },
  {
    no: "PV-00001/67",
    date: "2024-03-04",
    text: "จ่ายค่าจ้างเหมา น้ำค้างคำ",
    source: "00001/67",
    lines: [
      [EXPENSE, "3210.00", "0.00"],
      [BANK, "0.00", "3180.00"],
      [TAX, "0.00", "30.00"],
    ],
  },
  {
    no: "RV-00003/67",
    date: "2024-03-05",
    text: "รับภาษีที่ดิน",
    source: "N-00003/67",
    lines: [
      [CASH, "75.25", "0.00"],
      [BANK, "24.75", "0.00"],
      [REVENUE, "0.00", "100.00"],
    ],
  },
  {
    no: "JV-00001/67",
    date: "2024-03-15",
    text: "นำเงินสดฝากธนาคาร",
    lines: [
      [BANK, "500.00", "0.00"],
      [CASH, "0.00", "500.00"],
    ],
  },
  {
    no: "RV-00004/67",
    date: "2024-03-15",
    text: "รับภาษีที่ดิน",
    source: "N-00004/67",
    lines: [
      [CASH, "10.00", "0.00"],
      [REVENUE, "0.00", "10.00"],
    ],
  },
  {
    no: "PV-00002/67",
    date: "2024-04-02",
    text: "จ่ายค่าจ้างเหมา",
    source: "00002/67",
    lines: [
      [EXPENSE, "1000.00", "0.00"],
      [BANK, "0.00", "1000.00"],
    ],
  },
];

export const OPENINGS: Readonly<Record<string, string>> = { [BANK]: "1000000.00", [EQUITY]: "-1000000.00" };

export function number(account: string): bigint {
  return BigInt(account.replace(".", ""));
}

export function baht(text: string): bigint {
  const amount = parseBaht(text);
  if (amount === undefined) throw new Error(`no amount: ${text}`);
  return amount;
}

/** Seeds one served archive; `entriesOf` may give an LAO other books. */
export async function seedBooks(
  ownerUrl: string,
  entriesOf: (laoId: number) => readonly Entry[] = () => ENTRIES,
): Promise<void> {
  const session = await openLoadSession(ownerUrl);
  const owner = openOwner(ownerUrl);
  try {
    await session.query("begin");
    await createMiddles(session, SNAPSHOT_NO);
    for (const table of FACT_TABLES) {
      for (const provinceNo of [35, 36]) {
        await createLeaf(session, table, SNAPSHOT_NO, provinceNo);
        await indexLeaf(session, table, SNAPSHOT_NO, provinceNo);
        await attachLeaf(session, table, SNAPSHOT_NO, provinceNo);
      }
    }
    await session.query("commit");
    await seedReference(owner);
    for (const lao of LAOS) await seedLao(owner, lao.id, entriesOf(lao.id));
    await summarize(owner);
  } finally {
    await session.end();
    await owner.end();
  }
}

/** As the loader does after the findings. */
async function summarize(owner: OwnerSql): Promise<void> {
  await owner`select portal.summarize_damage(${SNAPSHOT_NO}, 0, 2147483647)`;
}

async function seedReference(owner: OwnerSql): Promise<void> {
  await owner`insert into portal.provinces ${owner([
    { province_no: 35, province_code: "35", province: "จังหวัดสมมุติ" },
    { province_no: 36, province_code: "36", province: "จังหวัดอื่น" },
  ])}`;
  await owner`insert into portal.laos ${owner(LAOS.map((lao) => ({ lao_id: lao.id, lao_code: lao.code, province_no: lao.provinceNo })))}`;
  await owner`insert into portal.snapshots (snapshot_no, id, title, kind, as_of, period_from, period_to, fiscal_year, encoding, is_synthetic, digest, status, loaded_at)
    overriding system value values (${SNAPSHOT_NO}, ${SNAPSHOT_ID}, 'ชุดทดสอบ', 'recovered', '2024-07-06', '2024-01-06', '2024-07-06', 2567, 'utf-8', true, 'x', 'served', '2026-11-22T02:00:00Z')`;
  await owner`insert into portal.snapshot_laos ${owner(
    LAOS.map((lao) => ({
      snapshot_no: SNAPSHOT_NO,
      lao_id: lao.id,
      lao_code: lao.code,
      type: "อบต.",
      name: lao.name,
      district: lao.district,
      province_code: lao.provinceCode,
      province: lao.province,
    })),
  )}`;
  await owner`insert into portal.accounts ${owner(
    CHART.map(([code, name, level, postable, side]) => ({
      account_code: number(code),
      snapshot_no: SNAPSHOT_NO,
      level,
      postable,
      normal_side: side,
      name,
    })),
  )}`;
}

async function seedLao(owner: OwnerSql, laoId: number, entries: readonly Entry[]): Promise<void> {
  const monthOf = (date: string) => Number(date.slice(0, 7).replace("-", ""));
  const rowNo = new Map<number, number>();
  const lines = entries.flatMap((entry) =>
    entry.lines.map(([account, debit, credit], index) => {
      const month = monthOf(entry.date);
      rowNo.set(month, (rowNo.get(month) ?? 0) + 1);
      return {
        debit: baht(debit),
        credit: baht(credit),
        account_code: number(account),
        lao_id: laoId,
        month,
        row_no: rowNo.get(month) ?? 0,
        entry_date: entry.date,
        line_no: index + 1,
        snapshot_no: SNAPSHOT_NO,
        entry_no: entry.no,
        book: entry.no.slice(0, 2),
        description: entry.text,
        unit_code: null,
        source_no: entry.source ?? null,
      };
    }),
  );
  for (let from = 0; from < lines.length; from += 2000)
    await owner`insert into portal.journal ${owner(lines.slice(from, from + 2000))}`;
  await owner`insert into portal.journal_months (debit, credit, account_code, lao_id, month, lines, snapshot_no)
    select sum(debit), sum(credit), account_code, lao_id, month, count(*), snapshot_no from portal.journal
    where lao_id = ${laoId} group by account_code, lao_id, month, snapshot_no`;
  await owner`insert into portal.balances ${owner(balancesOf(laoId, lines))}`;
  await owner`insert into portal.partitions ${owner(
    ["accounting", "revenue", "expenditure", "budget", "assets"].flatMap((module) =>
      MONTHS.map((month) => ({
        lao_id: laoId,
        month,
        rows_read: module === "accounting" ? 10 : 0,
        rows_loaded: module === "accounting" ? 10 : 0,
        rows_quarantined: 0,
        snapshot_no: SNAPSHOT_NO,
        module,
        state: module === "accounting" ? "intact" : "empty",
      })),
    ),
  )}`;
}

interface Movement {
  readonly account_code: bigint;
  readonly month: number;
  readonly debit: bigint;
  readonly credit: bigint;
}

/** Accounts appear from the month of their first use. */
function balancesOf(laoId: number, lines: readonly Movement[]) {
  const openings = new Map(Object.entries(OPENINGS).map(([account, opening]) => [number(account), baht(opening)]));
  const rows: Record<string, bigint | number>[] = [];
  for (const month of MONTHS) {
    const own = lines.filter((line) => line.month === month);
    for (const line of own) if (!openings.has(line.account_code)) openings.set(line.account_code, 0n);
    const accounts = [...openings.keys()].sort((a, b) => (a < b ? -1 : 1));
    accounts.forEach((account, index) => {
      const moved = own.filter((line) => line.account_code === account);
      const debit = moved.reduce((sum, line) => sum + line.debit, 0n);
      const credit = moved.reduce((sum, line) => sum + line.credit, 0n);
      const opening = openings.get(account) ?? 0n;
      const closing = opening + debit - credit;
      openings.set(account, closing);
      rows.push({
        opening,
        debit,
        credit,
        closing,
        account_code: account,
        lao_id: laoId,
        month,
        row_no: index + 1,
        snapshot_no: SNAPSHOT_NO,
      });
    });
  }
  return rows;
}

export interface SeededFinding {
  readonly code: string;
  readonly table_name?: string;
  readonly row_from?: number;
  readonly row_to?: number;
  readonly doc_from?: string;
  readonly doc_to?: string;
  readonly account?: string;
  readonly column_name?: string;
  readonly expected?: string;
  readonly found?: string;
  readonly count?: number;
  readonly amount?: bigint;
  readonly confidence?: string;
}

/** Gives one partition a state and its findings. The rows that the damage would have taken are taken by `takeAway`, a condition over its tables. */
export async function damagePartition(
  ownerUrl: string,
  damage: {
    laoId: number;
    month: number;
    state: string;
    findings: readonly SeededFinding[];
    module?: string;
    takeAway?: readonly { table: string; where: string }[];
  },
): Promise<void> {
  const owner = openOwner(ownerUrl);
  const module = damage.module ?? "accounting";
  try {
    for (const { table, where } of damage.takeAway ?? []) {
      await owner.unsafe(
        `delete from portal.${table} where lao_id = ${damage.laoId} and month = ${damage.month} and ${where}`,
      );
    }
    await owner`delete from portal.journal_months where lao_id = ${damage.laoId} and month = ${damage.month}`;
    await owner`insert into portal.journal_months (debit, credit, account_code, lao_id, month, lines, snapshot_no)
      select sum(debit), sum(credit), account_code, lao_id, month, count(*), snapshot_no from portal.journal
      where lao_id = ${damage.laoId} and month = ${damage.month} group by account_code, lao_id, month, snapshot_no`;
    await owner`update portal.partitions set state = ${damage.state} where lao_id = ${damage.laoId} and month = ${damage.month} and module = ${module}`;
    for (const finding of damage.findings) {
      await owner`insert into portal.findings ${owner({ lao_id: damage.laoId, month: damage.month, snapshot_no: SNAPSHOT_NO, module, confidence: "bytes", ...finding })}`;
    }
    await summarize(owner);
  } finally {
    await owner.end();
  }
}
