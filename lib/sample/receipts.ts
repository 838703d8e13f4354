/** Receipts of one made-up LAO: written at the counter or for a transfer, remitted by a ใบนำส่ง, booked by one RV entry per remittance. */
import { type Books, baht, type CashBox, type Line, nextNumber, post, recordsOf } from "./books";
import { shortDate } from "./calendar";
import { cell } from "./csv-text";
import { firmName, shopName } from "./names";
import type { Random } from "./random";
import { COUNTER_KINDS, type CounterKind, type PayerKind, type SharedKind } from "./revenue-kinds";

export interface RevenueState {
  readonly code: string;
  estimate: bigint;
  /** T5: receipts of the running month that were not cancelled. */
  received: bigint;
  receivedToDate: bigint;
}

export interface CashDesk {
  readonly books: Books;
  readonly random: Random;
  readonly cash: CashBox;
  readonly savings: readonly CashBox[];
  readonly revenues: Map<string, RevenueState>;
  readonly kinds: readonly CounterKind[];
  /** Running totals of weights of `kinds`, per month. */
  readonly weights: readonly (readonly number[])[];
  readonly waterworks: string | undefined;
}

interface Receipt {
  readonly head: string;
  readonly account: string;
  readonly amount: bigint;
  readonly box: CashBox;
  readonly channel: string;
  readonly unit: string;
  readonly cancelled: boolean;
}

/** Receipts that are written but not remitted yet. */
export interface Collection {
  readonly records: string[];
  readonly receipts: readonly Receipt[];
}

/** The kinds of counter receipts that an office of this type has. */
export function counterKindsOf(isProvince: boolean, waterworks: boolean): readonly CounterKind[] {
  return COUNTER_KINDS.filter(
    (kind) => kind.only !== (isProvince ? "local" : "province") && (kind.unit === undefined || waterworks),
  );
}

function payerName(kind: PayerKind, random: Random): string {
  switch (kind) {
    case "shop":
      return shopName(random);
    case "firm":
      return firmName(random);
    case "household":
      return `บ้านเลขที่ ${random.int(1, 320)}/${random.int(1, 40)} หมู่ที่ ${random.int(1, 14)}`;
    case "water-user":
      return `ผู้ใช้น้ำ มิเตอร์ที่ ${random.int(1, 4200)}`;
    case "landholder":
      return `ผู้เสียภาษี แปลงที่ ${random.int(1, 6000)}, หมู่ที่ ${random.int(1, 14)}`;
    case "visitor":
      return `ผู้มาติดต่อราชการ บัตรคิวที่ ${random.int(1, 999)}`;
  }
}

function note(desk: CashDesk, code: string, amount: bigint): void {
  const state = desk.revenues.get(code);
  if (!state) throw new Error(`no revenue ${code}`);
  state.received += amount;
}

function counterReceipt(desk: CashDesk, monthIndex: number): Receipt {
  const { books, random } = desk;
  const kind = desk.kinds[random.weighted(desk.weights[monthIndex] ?? [])] as CounterKind;
  const unit = kind.unit && desk.waterworks ? desk.waterworks : "";
  const amount = random.baht(kind.medianBaht, kind.sigma);
  const way = random.next();
  const channel = way < 0.66 ? "cash" : way < 0.95 ? "transfer" : "cheque";
  const bank = (unit !== "" ? desk.savings.at(-1) : desk.savings[0]) as CashBox;
  const box = channel === "cash" ? desk.cash : bank;
  const cancelled = random.chance(0.012);
  const number = nextNumber(books, "receipt");
  if (!cancelled) note(desk, kind.code, amount);
  return {
    head: `${books.lao},${number},${books.date},${cell(payerName(kind.payer, random))},${kind.code},${kind.account},${baht(amount)},${channel},${channel === "cash" ? "" : box.no}`,
    account: kind.account,
    amount,
    box,
    channel,
    unit,
    cancelled,
  };
}

/** Writes receipts at the counter; they stand in the books of today's month whenever they are remitted. */
export function collect(desk: CashDesk, monthIndex: number, count: number): Collection {
  const receipts = Array.from({ length: count }, () => counterReceipt(desk, monthIndex));
  return { records: recordsOf(desk.books, "receipts", desk.books.month), receipts };
}

/** Remits what was collected: T4, one RV entry whose cash and bank debits are the receipts. */
export function remit(desk: CashDesk, collection: Collection): void {
  const { books } = desk;
  const debits = new Map<CashBox, bigint>();
  const credits = new Map<string, bigint>();
  for (const { account, amount, box, unit, cancelled } of collection.receipts) {
    if (cancelled) continue;
    debits.set(box, (debits.get(box) ?? 0n) + amount);
    const key = `${account} ${unit}`;
    credits.set(key, (credits.get(key) ?? 0n) + amount);
  }
  let numbers = ",";
  if (debits.size > 0) {
    const remittance = nextNumber(books, "remittance");
    const lines: Line[] = [...debits];
    for (const [key, amount] of [...credits].sort(([one], [other]) => (one < other ? -1 : 1))) {
      const [account = "", unit = ""] = key.split(" ");
      lines.push([account, -amount, unit]);
    }
    const description = `รับเงินรายได้ตามใบนำส่งเงิน ประจำวันที่ ${shortDate(books.date)}`;
    numbers = `${remittance},${post(books, { book: "RV", description, lines, source: remittance })}`;
  }
  for (const { head, unit, cancelled } of collection.receipts)
    collection.records.push(cancelled ? `${head},,,1,${unit}` : `${head},${numbers},0,${unit}`);
}

/** One transfer from a department of state, receipted and remitted at once. */
export function receiveShare(desk: CashDesk, kind: SharedKind, amount: bigint): void {
  const { books } = desk;
  const box = desk.savings[0] as CashBox;
  const receipt = nextNumber(books, "receipt");
  const remittance = nextNumber(books, "remittance");
  note(desk, kind.code, amount);
  const entry = post(books, {
    book: "RV",
    description: `รับโอน${kind.name} จาก${kind.payer}`,
    lines: [
      [box, amount],
      [kind.account, -amount],
    ],
    source: remittance,
  });
  recordsOf(books, "receipts", books.month).push(
    `${books.lao},${receipt},${books.date},${cell(kind.payer)},${kind.code},${kind.account},${baht(amount)},transfer,${box.no},${remittance},${entry},0,`,
  );
}

/** All cash in hand goes to the bank. */
export function depositCash(desk: CashDesk): void {
  const amount = desk.cash.balance;
  const box = desk.savings[0];
  if (amount <= 0n || !box) return;
  post(desk.books, {
    book: "JV",
    description: "นำเงินสดในมือฝากธนาคาร",
    lines: [
      [box, amount],
      [desk.cash, -amount],
    ],
  });
}

/** The register at the month's end: T5, received to date runs on. */
export function writeRegister(desk: CashDesk): void {
  const records = recordsOf(desk.books, "revenue_register", desk.books.month);
  for (const state of desk.revenues.values()) {
    state.receivedToDate += state.received;
    records.push(
      `${desk.books.lao},${state.code},${baht(state.estimate)},${baht(state.received)},${baht(state.receivedToDate)}`,
    );
    state.received = 0n;
  }
}
