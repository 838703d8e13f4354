/** How a figure that was never read was proved, in words and figures: the sentence of every reconstructed row. */
import { type Amount, formatBaht, sayBaht } from "@/lib/money/amount";
import type { Month } from "@/lib/period/month";
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

/** A month's row of the trial balance. */
export function provedBalanceSentence(
  proved: ProvedFigures,
  { before, after }: Sources,
  month: { readonly before: Month; readonly own: Month; readonly after: Month },
): string {
  const opening =
    before === null
      ? `ยอดยกมา ${sayBaht(proved.opening)} = ยอดคงเหลือหักรายการระหว่างงวด`
      : `ยอดยกมา ${sayBaht(before)} = ยอดคงเหลือในงบทดลอง ${sayMonth(month.before)}`;
  const moved = proved.isNet
    ? `รายการระหว่างงวดทราบเฉพาะผลต่างสุทธิ ${formatBaht(proved.closing)} − ${formatBaht(proved.opening)}`
    : `รายการระหว่างงวด = ผลรวมของสมุดรายวัน ${sayMonth(month.own)}`;
  const closing =
    after === null
      ? `ยอดคงเหลือ ${sayBaht(proved.closing)} = ยอดยกมาบวกรายการระหว่างงวด`
      : `ยอดคงเหลือ ${sayBaht(after)} = ยอดยกมาในงบทดลอง ${sayMonth(month.after)}`;
  return [opening, moved, closing].join(" · ");
}

/** At a day inside the month: only the opening is proved, the movement was read. */
export function provedOpeningSentence(
  proved: ProvedFigures,
  { before }: Sources,
  month: { readonly before: Month; readonly own: Month; readonly after: Month },
): string {
  return before === null
    ? `ยอดยกมา ${sayBaht(proved.opening)} = ยอดยกมาในงบทดลอง ${sayMonth(month.after)} หักผลรวมของสมุดรายวัน ${sayMonth(month.own)}`
    : `ยอดยกมา ${sayBaht(before)} = ยอดคงเหลือในงบทดลอง ${sayMonth(month.before)}`;
}

/** A line of proof that holds or fails with what was proved, not read. */
export function withProvedRows(line: { readonly text: string; readonly holds: boolean }): {
  text: string;
  holds: boolean;
} {
  return { ...line, text: `${line.text} เมื่อรวมแถวที่คำนวณขึ้น` };
}

/** Lines that the journal lacks, by the trial balance of the month. */
export function missingLinesSentence(
  month: Month,
  closed: { readonly debit: Amount; readonly credit: Amount },
  read: { readonly debit: Amount; readonly credit: Amount },
): string {
  const side = (label: string, of: Amount, less: Amount) =>
    `${label} ${formatBaht(of)} − ที่อ่านได้ ${formatBaht(less)} = ${formatBaht((of - less) as Amount)}`;
  return `ยอดที่พิสูจน์ได้จากงบทดลอง ${sayMonth(month)}: ${side("เดบิต", closed.debit, read.debit)} · ${side("เครดิต", closed.credit, read.credit)} รายการที่ขาดไม่ทราบวันที่และเลขที่`;
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
