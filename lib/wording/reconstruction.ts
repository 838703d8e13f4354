/** How a figure that was never read was proved, in words and figures: the sentence of every reconstructed row. */
import { type Amount, formatBaht, sayBaht } from "@/lib/money/amount";
import { formatDate, type IsoDate } from "@/lib/period/date";
import { addMonths, type Month } from "@/lib/period/month";
import { sayMonth } from "./reports";

interface ProvedFigures {
  readonly opening: Amount;
  readonly closing: Amount;
  readonly isNet: boolean;
}

interface Sources {
  readonly before: Amount | null;
  readonly after: Amount | null;
}

/** A month, and the trial balances on both sides that prove it: those of the months beside it, unless these have none. */
export interface ProvingMonths {
  readonly before: Month;
  readonly own: Month;
  readonly after: Month;
}

/** The journals that a balance was carried through; nothing between months that follow each other. */
function through(word: string, from: Month, to: Month): string {
  const [first, last] = [addMonths(from, 1), addMonths(to, -1)];
  if (first > last) return "";
  return ` ${word}ผลรวมของสมุดรายวัน ${sayMonth(first)}${first === last ? "" : ` ถึง ${sayMonth(last)}`}`;
}

/** A month's row of the trial balance. */
export function provedBalanceSentence(proved: ProvedFigures, { before, after }: Sources, month: ProvingMonths): string {
  const opening =
    before === null
      ? `ยอดยกมา ${sayBaht(proved.opening)} = ยอดคงเหลือหักรายการระหว่างงวด`
      : `ยอดยกมา ${sayBaht(before)} = ยอดคงเหลือในงบทดลอง ${sayMonth(month.before)}${through("บวก", month.before, month.own)}`;
  const moved = proved.isNet
    ? `รายการระหว่างงวดทราบเฉพาะผลต่างสุทธิ ${formatBaht(proved.closing)} − ${formatBaht(proved.opening)}`
    : `รายการระหว่างงวด = ผลรวมของสมุดรายวัน ${sayMonth(month.own)}`;
  const closing =
    after === null
      ? `ยอดคงเหลือ ${sayBaht(proved.closing)} = ยอดยกมาบวกรายการระหว่างงวด`
      : `ยอดคงเหลือ ${sayBaht(after)} = ยอดยกมาในงบทดลอง ${sayMonth(month.after)}${through("หัก", month.own, month.after)}`;
  return [opening, moved, closing].join(" · ");
}

/** At a day inside the month: only the opening is proved, the movement was read. */
export function provedOpeningSentence(proved: ProvedFigures, { before }: Sources, month: ProvingMonths): string {
  return before === null
    ? `ยอดยกมา ${sayBaht(proved.opening)} = ยอดยกมาในงบทดลอง ${sayMonth(month.after)} หักผลรวมของสมุดรายวัน ${sayMonth(month.own)}${through("และ", month.own, month.after)}`
    : `ยอดยกมา ${sayBaht(before)} = ยอดคงเหลือในงบทดลอง ${sayMonth(month.before)}${through("บวก", month.before, month.own)}`;
}

/** A line of proof that holds or fails with what was proved, not read. */
export function withProvedRows(line: { readonly text: string; readonly holds: boolean }): {
  text: string;
  holds: boolean;
} {
  return { ...line, text: `${line.text} เมื่อรวมแถวที่คำนวณขึ้น` };
}

interface BothSides {
  readonly debit: Amount;
  readonly credit: Amount;
}

/** Lines of an account that the journal lacks, by the trial balance of the month. */
export function missingLinesSentence(month: Month, closed: BothSides, read: BothSides): string {
  return `${lackedBy(month, closed, read)} รายการที่ขาดไม่ทราบวันที่และเลขที่`;
}

/** What the documents that a book lacks come to on one account, by the trial balance of the month. */
export function missingDocumentsSentence(
  month: Month,
  documents: readonly { readonly from: string; readonly to: string }[],
  closed: BothSides,
  read: BothSides,
  isNet: boolean,
): string {
  const numbers = documents.map(({ from, to }) => (from === to ? from : `${from} ถึง ${to}`)).join(", ");
  return `ผลรวมของเอกสารที่ขาด${numbers === "" ? "" : ` (${numbers})`} ในบัญชีนี้${isNet ? " ทราบเฉพาะผลต่างสุทธิ เพราะไม่มีสิ่งใดยืนยันยอดแต่ละด้าน" : ""} · ${lackedBy(month, closed, read)}`;
}

/** Of the sides that lack something. */
function lackedBy(month: Month, closed: BothSides, read: BothSides): string {
  const side = (label: string, of: Amount, less: Amount) =>
    of === less
      ? []
      : [`${label} ${formatBaht(of)} − ที่อ่านได้ ${formatBaht(less)} = ${formatBaht((of - less) as Amount)}`];
  const sides = [...side("เดบิต", closed.debit, read.debit), ...side("เครดิต", closed.credit, read.credit)];
  return `ยอดที่พิสูจน์ได้จากงบทดลอง ${sayMonth(month)}: ${sides.join(" · ")}`;
}

/** A payment voucher that is not there, by the requisitions that name it. */
export function missingVoucherSentence(treasuryNos: readonly string[], gross: Amount, net: Amount): string {
  return `ยอดที่พิสูจน์ได้จากฎีกา ${treasuryNos.join(", ")}: เดบิต = จำนวนเงินที่ขอเบิก ${formatBaht(gross)} · เครดิตเงินฝากธนาคาร = จ่ายสุทธิ ${formatBaht(net)} · เครดิตอื่น = ผลต่าง ${formatBaht((gross - net) as Amount)}`;
}

/** Receipts of a kind that are not there, by the register of the month or by those of the months on both sides. */
export function missingReceiptsSentence(
  month: Month,
  received: Amount,
  toDate: { readonly before: Amount; readonly after: Amount } | null,
  read: Amount,
): string {
  const by = toDate
    ? `ทะเบียนเงินรายรับของเดือนก่อนและเดือนถัดไป: รับแต่ต้นปี ${formatBaht(toDate.after)} − ${formatBaht(toDate.before)} = รับใน ${sayMonth(month)} ${formatBaht(received)}`
    : `ทะเบียนเงินรายรับ ${sayMonth(month)}: รับจริง ${formatBaht(received)}`;
  return `ยอดที่พิสูจน์ได้จาก${by} − ใบเสร็จที่อ่านได้ ${formatBaht(read)} = ${formatBaht((received - read) as Amount)} ไม่ทราบจำนวนใบเสร็จ วันที่ และเลขที่`;
}

/** What a requisition was paid by cheques that are not there. */
export function missingChequesSentence(treasuryNo: string, net: Amount, read: Amount): string {
  return `ยอดที่พิสูจน์ได้จากฎีกา ${treasuryNo}: จ่ายสุทธิ ${formatBaht(net)} − เช็ค/ใบถอนที่อ่านได้ ${formatBaht(read)} = ${formatBaht((net - read) as Amount)} ไม่ทราบวันที่และเลขที่เช็ค`;
}

/** A requisition that is not there, by the vouchers that paid it. */
export function missingRequisitionSentence(entryNos: readonly string[], gross: Amount, net: Amount): string {
  return `ยอดที่พิสูจน์ได้จาก ${entryNos.join(", ")}: จำนวนเงินที่ขอเบิก = เดบิต ${formatBaht(gross)} · จ่ายสุทธิ = เครดิตเงินฝากธนาคาร ${formatBaht(net)}${gross === net ? "" : ` · รายการหักรวม ${formatBaht((gross - net) as Amount)} ไม่ทราบว่าเป็นภาษีหรือหักอื่นเท่าใด`}`;
}

/** A month without a trial balance of its own: the difference that the months on both sides leave for it. */
export function missingNetSentence(
  month: Month,
  { opening, closing }: { readonly opening: Amount; readonly closing: Amount },
  read: { readonly debit: Amount; readonly credit: Amount },
): string {
  const net = (closing - opening - (read.debit - read.credit)) as Amount;
  const less =
    read.debit === 0n && read.credit === 0n ? "" : ` − ที่อ่านได้ ${formatBaht((read.debit - read.credit) as Amount)}`;
  return `ผลต่างสุทธิของรายการที่ขาดใน ${sayMonth(month)}: ยอดยกมาเดือนถัดไป ${formatBaht(closing)} − ยอดคงเหลือเดือนก่อน ${formatBaht(opening)}${less} = ${formatBaht(net)} ไม่ทราบยอดแต่ละด้าน วันที่ และเลขที่`;
}

/** What cash or deposits closed with, by the ledger accounts that carry them: at the end of a month, or of a day of it. */
export function provedBoxSentence(accounts: readonly string[], month: Month, day: IsoDate | null): string {
  const by = accounts.length === 0 ? "ไม่มีบัญชีนี้ในงบทดลอง จึงไม่มียอด" : `บัญชีแยกประเภท ${accounts.join(", ")}`;
  const until =
    day === null
      ? `ยอดคงเหลือในงบทดลอง ${sayMonth(month)}`
      : `ยอดยกมาในงบทดลอง ${sayMonth(month)} บวกสมุดรายวันถึง ${formatDate(day)}`;
  return `ยอดที่พิสูจน์ได้จาก${by}: ${until}`;
}

/** What came in or went out, or stood before, on a day of which the daily position is not there. */
export const provedMovementSentence = "ยอดที่พิสูจน์ได้จากรายการของบัญชีเงินสดและเงินฝากในสมุดรายวันของวันนั้น";
export const provedOpeningOfDaySentence = "ยอดที่พิสูจน์ได้จากยอดยกไปของวันนั้น หักรับ บวกจ่าย ตามสมุดรายวัน";
