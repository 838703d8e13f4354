/** General entries (ใบผ่านรายการทั่วไป) of one made-up LAO: taxes passed on, depreciation, assessments, loans, assets, corrections. */
import { buddhistYear, type IsoDate } from "@/lib/period/date";
import { BUILDING } from "./asset-kinds";
import { baht, balanceOf, nextNumber, post, recordsOf } from "./books";
import { monthName, PERIOD_FROM, shiftDate } from "./calendar";
import { cell } from "./csv-text";
import { firmName } from "./names";
import {
  DEPOSIT_COOPERATIVE,
  DEPOSIT_SOCIAL_SECURITY,
  fund,
  partVat,
  pay,
  TAX_OF_FIRMS,
  TAX_OF_PERSONS,
  TAX_OF_STAFF,
  type Treasury,
  withheldTax,
} from "./payments";
import { remaining, type Votes } from "./votes";

const PASSED_ON: readonly (readonly [account: string, what: string])[] = [
  [TAX_OF_PERSONS, "นำส่งภาษีหัก ณ ที่จ่าย ภ.ง.ด.3"],
  [TAX_OF_STAFF, "นำส่งภาษีหัก ณ ที่จ่าย ภ.ง.ด.1"],
  [TAX_OF_FIRMS, "นำส่งภาษีหัก ณ ที่จ่าย ภ.ง.ด.53"],
  [DEPOSIT_SOCIAL_SECURITY, "นำส่งเงินสมทบประกันสังคมส่วนของลูกจ้าง"],
  [DEPOSIT_COOPERATIVE, "นำส่งเงินหักชำระหนี้สหกรณ์ออมทรัพย์"],
];

/** Passes on what was withheld up to the end of the month before. */
export function passOnWithheld(treasury: Treasury, monthIndex: number): void {
  const { books } = treasury;
  for (const [account, what] of PASSED_ON) {
    const owed = -(books.accounts.get(account)?.opening ?? 0n);
    if (owed <= 0n || !fund(treasury, treasury.current, owed)) continue;
    post(books, {
      book: "JV",
      description: `${what} ประจำเดือน${monthName(monthIndex - 1)}`,
      lines: [
        [account, owed],
        [treasury.current, -owed],
      ],
    });
  }
}

/** Depreciation of the month: one entry, two lines for each kind of asset. */
export function depreciate(treasury: Treasury, monthIndex: number): void {
  const { books, votes } = treasury;
  const kinds = [BUILDING, ...votes.assets.map((asset) => asset.kind)];
  const lines = kinds.flatMap(({ account, wornAccount, wearAccount }) => {
    const wear = balanceOf(books, account) / 240n;
    return wear > 0n
      ? ([
          [wearAccount, wear],
          [wornAccount, -wear],
        ] as const)
      : [];
  });
  if (lines.length > 0)
    post(books, { book: "JV", description: `บันทึกค่าเสื่อมราคา ประจำเดือน${monthName(monthIndex)}`, lines });
}

const LAND_TAX_RECEIVABLE = "1102050194.004";

/** Land tax becomes a receivable when it is assessed. */
export function assessLandTax(treasury: Treasury, amount: bigint): void {
  post(treasury.books, {
    book: "JV",
    description: "ตั้งลูกหนี้ภาษีที่ดินและสิ่งปลูกสร้าง ตามแบบแจ้งการประเมิน (ภ.ด.ส.6), ประจำปี 2567",
    lines: [
      [LAND_TAX_RECEIVABLE, amount],
      ["4401010104.001", -amount],
    ],
  });
}

export const RESERVE = "3102010101.002";
export const ACCUMULATED = "3102010101.001";

/** In fiscal year 2567 the reserve fund was moved into the accumulated fund: not damage. */
export function moveReserve(treasury: Treasury): void {
  const amount = -balanceOf(treasury.books, RESERVE);
  if (amount <= 0n) return;
  post(treasury.books, {
    book: "JV",
    description: "โอนเงินทุนสำรองเงินสะสมเข้าเงินสะสม ตามระเบียบฯ พ.ศ. 2566 ข้อ 120",
    lines: [
      [RESERVE, amount],
      [ACCUMULATED, -amount],
    ],
  });
}

const CORRECTABLE = ["5104010104.001", "5104010107.001", "5104010112.001", "5103010199.001", "5102010199.001"];

/** Moves an amount between two expense accounts, sometimes under an earlier date of the month. */
export function correct(treasury: Treasury, earlier: IsoDate | undefined): void {
  const { books, random } = treasury;
  const from = random.pick(CORRECTABLE);
  const to = random.pick(CORRECTABLE);
  const amount = random.baht(3000, 1);
  if (from === to || balanceOf(books, from) < amount) return;
  post(books, {
    book: "JV",
    description: random.pick([
      "ปรับปรุงบัญชีที่บันทึกผิดประเภท",
      "ปรับปรุงรายการบัญชี, ตามข้อทักท้วงของผู้ตรวจสอบ",
      'แก้ไขรายการ "ค่าใช้สอย"\nที่บันทึกผิดบัญชี',
    ]),
    lines: [
      [to, amount],
      [from, -amount],
    ],
    ...(earlier === undefined ? {} : { date: earlier }),
  });
}

export interface Loan {
  readonly contractNo: string;
  readonly contractDate: IsoDate;
  readonly borrower: string;
  readonly purpose: string;
  readonly amount: bigint;
  repaid: bigint;
  readonly dueDate: IsoDate;
}

export const LOANS = "1102010102.001";
const BORROWERS = ["นักจัดการงานทั่วไป", "นักวิชาการศึกษา", "นายช่างโยธา", "นักพัฒนาชุมชน", "เจ้าพนักงานธุรการ"];
const PURPOSES = ["ยืมเงินค่าเดินทางไปราชการ", "ยืมเงินจัดโครงการฝึกอบรม", "ยืมเงินจัดการแข่งขันกีฬา"];

/** A loan contract of today, or of before the period. */
export function drawLoan(treasury: Treasury, contractDate: IsoDate): Loan {
  const { random } = treasury;
  return {
    contractNo: nextNumber(treasury.books, "loan"),
    contractDate,
    borrower: `${random.pick(BORROWERS)} สังกัด${random.pick(["สำนักปลัด", "กองคลัง", "กองช่าง", "กองการศึกษา"])}`,
    purpose: random.pick(PURPOSES),
    amount: BigInt(random.int(2, 60)) * 100_000n,
    repaid: 0n,
    dueDate: shiftDate(contractDate, 30),
  };
}

/** Pays a loan out of the bank; undefined if the bank cannot pay. */
export function lend(treasury: Treasury): Loan | undefined {
  if (!fund(treasury, treasury.current, 6_000_000n)) return undefined;
  const loan = drawLoan(treasury, treasury.books.date);
  post(treasury.books, {
    book: "JV",
    description: `ตั้งลูกหนี้เงินยืม สัญญาเลขที่ ${loan.contractNo} ${loan.purpose}`,
    lines: [
      [LOANS, loan.amount],
      [treasury.current, -loan.amount],
    ],
  });
  return loan;
}

/** Vouchers handed in for a loan: all of it, or a half. */
export function settleLoan(treasury: Treasury, loan: Loan): void {
  const open = loan.amount - loan.repaid;
  const amount = treasury.random.chance(0.75) ? open : (open / 200n) * 100n;
  if (amount <= 0n) return;
  loan.repaid += amount;
  post(treasury.books, {
    book: "JV",
    description: `ส่งใช้ใบสำคัญล้างลูกหนี้เงินยืม สัญญาเลขที่ ${loan.contractNo}`,
    lines: [
      ["5103010199.001", amount],
      [LOANS, -amount],
    ],
  });
}

export interface AssetPurchase {
  readonly asset: Votes["assets"][number];
  readonly gross: bigint;
  readonly description: string;
  readonly payee: string;
  readonly unit: string | undefined;
  /** Working days from now until it is paid. */
  dueInDays: number;
}

const PAYABLE = "2101010102.001";

/** Takes over new assets: register rows, a general entry onto the payable; undefined if the vote cannot bear it. */
export function acquire(treasury: Treasury, unit: string | undefined): AssetPurchase | undefined {
  const { books, random, votes } = treasury;
  const asset = random.pick(votes.assets);
  const { kind, vote } = asset;
  const pieces = random.int(1, kind.piecesMost);
  const price = random.baht(Number(vote.usual / 100n), 0.4);
  const gross = price * BigInt(pieces);
  if (remaining(vote) < gross) return undefined;
  const name = `${random.pick(kind.names)}${kind.prefix === "101" ? ` หมู่ที่ ${random.int(1, 14)}` : ""}`;
  const day = `${String(buddhistYear(Number(books.date.slice(0, 4)))).slice(2)}${books.date.slice(5, 7)}${books.date.slice(8)}`;
  const records = recordsOf(books, "assets", books.month);
  const before = records.filter((record) => record.includes(`,${kind.prefix}-${day}-`)).length;
  for (let piece = 1; piece <= pieces; piece++) {
    records.push(
      `${books.lao},${kind.prefix}-${day}-${String(before + piece).padStart(5, "0")},${cell(kind.category)},${cell(kind.kind)},${cell(name)},${books.date},${baht(price)},เงินงบประมาณ,${kind.lifeYears},ใช้งาน,${unit ?? ""}`,
    );
  }
  vote.encumbered += gross;
  post(books, {
    book: "JV",
    description: `ตรวจรับ${name} จำนวน ${pieces} รายการ`,
    lines: [
      [kind.account, gross],
      [PAYABLE, -gross],
    ],
    ...(unit === undefined ? {} : { unit }),
  });
  const description = `ค่าจัดหา${name} จำนวน ${pieces} รายการ`;
  return { asset, gross, description, payee: firmName(random), unit, dueInDays: random.int(0, 6) };
}

/** Pays a taken-over asset out of the payable; the encumbrance becomes spending. */
export function payForAsset(treasury: Treasury, purchase: AssetPurchase): boolean {
  const { vote } = purchase.asset;
  vote.encumbered -= purchase.gross;
  const { goods, vat } = partVat(purchase.gross);
  const paid = pay(treasury, {
    vote,
    debit: PAYABLE,
    payee: purchase.payee,
    description: purchase.description,
    goods,
    vat,
    ...withheldTax("firm", goods),
    deposit: 0n,
    ...(purchase.unit === undefined ? {} : { unit: purchase.unit }),
  });
  if (!paid) vote.encumbered += purchase.gross;
  return paid;
}

/** A thing given to the office: an asset without a payment. */
export function acceptGift(treasury: Treasury): void {
  const { books, random, votes } = treasury;
  const { kind } = random.pick(votes.assets.filter((asset) => asset.kind.category === "ครุภัณฑ์"));
  const price = random.baht(9000, 0.6);
  const name = random.pick(kind.names);
  const day = `${String(buddhistYear(Number(books.date.slice(0, 4)))).slice(2)}${books.date.slice(5, 7)}${books.date.slice(8)}`;
  recordsOf(books, "assets", books.month).push(
    `${books.lao},${kind.prefix}9-${day}-00001,${cell(kind.category)},${cell(kind.kind)},${cell(name)},${books.date},${baht(price)},รับโอน/รับบริจาค,${kind.lifeYears},ใช้งาน,`,
  );
  post(books, {
    book: "JV",
    description: `รับบริจาค${name}`,
    lines: [
      [kind.account, price],
      ["4401100103.003", -price],
    ],
  });
}

/** First day that a back-dated entry of today's month may bear. */
export function earliestDate(treasury: Treasury): IsoDate {
  const first = `${treasury.books.month}-01` as IsoDate;
  return first < PERIOD_FROM ? PERIOD_FROM : first;
}
