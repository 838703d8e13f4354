/** Requisitions (ฎีกา) of one made-up LAO: paid by PV entry and cheque, cut from a vote by the gross, from the bank by the net. */
import { type Books, baht, type CashBox, type Line, nextNumber, post, recordsOf } from "./books";
import { PERIOD_TO, shiftDate, YEAR_MARK } from "./calendar";
import { cell } from "./csv-text";
import type { PayeeKind } from "./expense-kinds";
import { firmName, shopName } from "./names";
import type { Random } from "./random";
import { makeRoom, type Vote, type Votes } from "./votes";

export const TAX_OF_PERSONS = "2102040103.001";
export const TAX_OF_STAFF = "2102040104.001";
export const TAX_OF_FIRMS = "2102040106.001";
export const DEPOSIT_SOCIAL_SECURITY = "2111020199.004";
export const DEPOSIT_COOPERATIVE = "2111020199.005";

/** What a payer needs to know of the office. */
export interface Treasury {
  readonly books: Books;
  readonly votes: Votes;
  readonly random: Random;
  readonly savings: readonly CashBox[];
  readonly current: CashBox;
  readonly fixed: CashBox;
  /** Last cheque number used per bank account. */
  readonly chequeNumbers: Map<string, number>;
}

export interface Payment {
  readonly vote: Vote;
  /** Debited account: class 5, or the payable (class 2) that the thing was first booked to. */
  readonly debit: string;
  readonly payee: string;
  readonly description: string;
  readonly goods: bigint;
  readonly vat: bigint;
  readonly taxAccount?: string;
  readonly tax: bigint;
  readonly depositAccount?: string;
  readonly deposit: bigint;
  readonly unit?: string;
  readonly mayBeCancelled?: boolean;
}

/** Parts a sum that holds 7 % VAT. */
export function partVat(gross: bigint): { goods: bigint; vat: bigint } {
  const goods = (gross * 100n + 53n) / 107n;
  return { goods, vat: gross - goods };
}

const TAX_FREE_BELOW = 100_000n;

/** One percent of the goods, satang cut off, for persons and firms from 1,000 baht upwards. */
export function withheldTax(payee: PayeeKind, goods: bigint): { tax: bigint; taxAccount?: string } {
  const taxAccount =
    payee === "firm" ? TAX_OF_FIRMS : payee === "worker" || payee === "shop" ? TAX_OF_PERSONS : undefined;
  return taxAccount === undefined || goods < TAX_FREE_BELOW ? { tax: 0n } : { tax: goods / 100n, taxAccount };
}

/** Wording of a payee; no name of a person. */
export function payeeName(kind: PayeeKind, random: Random): string {
  const fixed: Partial<Record<PayeeKind, string>> = {
    staff: "พนักงานตามบัญชีแนบท้ายฎีกา",
    eligible: "ผู้มีสิทธิตามบัญชีรายชื่อ",
    power: "การไฟฟ้าส่วนภูมิภาค",
    water: "การประปาส่วนภูมิภาค",
    telecom: "บริษัท โทรคมนาคมตัวอย่าง จำกัด (มหาชน)",
    post: "บริษัท ไปรษณีย์ไทย จำกัด",
    fund: "สำนักงานประกันสังคมจังหวัด",
  };
  const known = fixed[kind];
  if (known) return known;
  if (kind === "shop") return shopName(random);
  if (kind === "firm") return firmName(random);
  return kind === "school" ? `โรงเรียนตัวอย่างวิทยา ${random.int(1, 12)}` : `ผู้รับจ้างรายที่ ${random.int(1, 180)}`;
}

const HUNDRED_THOUSAND_BAHT = 10_000_000n;

/** Sees to it that a bank account can pay: by a general entry from savings, else from the fixed deposit. */
export function fund(treasury: Treasury, box: CashBox, amount: bigint): boolean {
  if (box.balance >= amount) return true;
  const wanted = ((amount - box.balance) / HUNDRED_THOUSAND_BAHT + 2n) * HUNDRED_THOUSAND_BAHT;
  const source = [...treasury.savings, treasury.fixed].find((other) => other !== box && other.balance >= wanted);
  if (!source) return false;
  const description =
    source === treasury.fixed ? "ถอนเงินฝากประจำเพื่อจ่ายตามฎีกา" : "โอนเงินฝากออมทรัพย์เข้าบัญชีกระแสรายวันเพื่อจ่ายเช็ค";
  post(treasury.books, {
    book: "JV",
    description,
    lines: [
      [box, wanted],
      [source, -wanted],
    ],
  });
  return true;
}

function nextCheque(treasury: Treasury, box: CashBox): string {
  const number = (treasury.chequeNumbers.get(box.no) ?? 0) + 1;
  treasury.chequeNumbers.set(box.no, number);
  return String(number).padStart(8, "0");
}

/** Cheques of one payment, T7: one as a rule, two where it is parted. */
function writeCheques(treasury: Treasury, box: CashBox, treasuryNo: string, payee: string, net: bigint): void {
  const { books, random } = treasury;
  const report = nextNumber(books, "chequeReport");
  const first = net > 200_000n && random.chance(0.03) ? ((net * 3n) / 5n / 100n) * 100n : net;
  for (const amount of first === net ? [net] : [first, net - first]) {
    const collected = shiftDate(books.date, random.int(0, 9));
    recordsOf(books, "cheques", books.month).push(
      `${books.lao},${report},${nextCheque(treasury, box)},${books.date},${box.no},${treasuryNo},${cell(payee)},${baht(amount)},${collected > PERIOD_TO ? "" : collected}`,
    );
  }
}

/** Pays a requisition today. False if neither vote nor bank allow it: then nothing was written. */
export function pay(treasury: Treasury, payment: Payment): boolean {
  const { books, random, votes } = treasury;
  const { vote } = payment;
  const gross = payment.goods + payment.vat;
  const net = gross - payment.tax - payment.deposit;
  const box =
    payment.depositAccount !== undefined && random.chance(0.3)
      ? (treasury.savings[0] ?? treasury.current)
      : treasury.current;
  const cancelled = payment.mayBeCancelled === true && random.chance(0.012);
  if (!cancelled && !(makeRoom(books, votes, vote, gross, random) && fund(treasury, box, net))) return false;

  const treasuryNo = nextNumber(books, "treasury");
  let entryNo = "";
  if (!cancelled) {
    const lines: Line[] = [
      [payment.debit, gross],
      [box, -net],
    ];
    if (payment.taxAccount) lines.push([payment.taxAccount, -payment.tax]);
    if (payment.depositAccount) lines.push([payment.depositAccount, -payment.deposit]);
    const unit = payment.unit === undefined ? {} : { unit: payment.unit };
    entryNo = post(books, { book: "PV", description: payment.description, lines, source: treasuryNo, ...unit });
    vote.disbursed += gross;
    writeCheques(treasury, box, treasuryNo, payment.payee, net);
  }
  vote.requisitions += 1;
  const requisitionNo = `${YEAR_MARK}-${vote.work.section}-${vote.work.code}-${vote.expenseCode}-${String(vote.requisitions).padStart(5, "0")}`;
  const drawn = shiftDate(books.date, -random.int(0, 7));
  const sums = [payment.goods, payment.vat, gross, payment.tax, payment.deposit, net];
  recordsOf(books, "requisitions", books.month).push(
    `${books.lao},${treasuryNo},${requisitionNo},${drawn},${books.date},${vote.work.plan},${vote.work.code},${vote.expenseCode},${vote.budgetCode},${cell(payment.payee)},${cell(payment.description)},${sums.map(baht).join(",")},${entryNo},${cancelled ? "1" : "0"},${payment.unit ?? ""}`,
  );
  return true;
}
