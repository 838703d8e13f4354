/** The parts that sentences about findings are put together from: place, rows, documents, days, amounts. Each is empty where nothing is known. */
import type { Finding } from "@/lib/finding/finding";
import { parseBaht, sayBaht } from "@/lib/money/amount";
import { buddhistYear, formatDate, parseIsoDate, THAI_MONTHS_SHORT } from "@/lib/period/date";
import { columnName, moduleName, tableName } from "./names";

/** Joins what is known with single spaces. */
export function sentence(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" ");
}

/** `1,234` */
export function sayCount(count: number): string {
  return count.toLocaleString("en-US");
}

/** «สมุดรายวัน มี.ค. 2567»; the module where no table is known, the file's name where neither is. */
export function sayPlace(finding: Finding): string {
  const subject = finding.table
    ? tableName(finding.table)
    : finding.module
      ? `ข้อมูล${moduleName(finding.module)}`
      : (finding.file?.split("/").at(-1) ?? "ข้อมูลที่จัดเก็บ");
  const month = finding.month;
  if (!month) return subject;
  return `${subject} ${THAI_MONTHS_SHORT[Number(month.slice(5, 7)) - 1]} ${buddhistYear(Number(month.slice(0, 4)))}`;
}

/** «แถวที่ 7», «แถวที่ 7–12»; row 0 is the head of the table (ARCHIVE.md, «What the command line prints»). */
export function sayRows(finding: Finding): string {
  const from = finding.rowFrom ?? finding.rowTo;
  const to = finding.rowTo ?? from;
  if (from === null || to === null) return "";
  if (to === 0) return "หัวตาราง";
  if (from === 0) return `หัวตารางและแถวที่ 1–${sayCount(to)}`;
  return from === to ? `แถวที่ ${sayCount(from)}` : `แถวที่ ${sayCount(from)}–${sayCount(to)}`;
}

/** «เอกสารเลขที่ RV-00214 ถึง RV-00219» */
export function sayDocuments(finding: Finding): string {
  const from = finding.docFrom ?? finding.docTo;
  if (from === null) return "";
  const to = finding.docTo ?? from;
  return from === to ? `เอกสารเลขที่ ${from}` : `เอกสารเลขที่ ${from} ถึง ${to}`;
}

/** «วันที่ 5 มี.ค. 2567», «ระหว่างวันที่ 12–13 มี.ค. 2567», «ระหว่างวันที่ 28 มี.ค. 2567 ถึง 2 เม.ย. 2567» */
export function sayDates(finding: Finding): string {
  const from = finding.dateFrom ?? finding.dateTo;
  if (from === null) return "";
  const to = finding.dateTo ?? from;
  if (from === to) return `วันที่ ${sayDay(from)}`;
  const isOneMonth = from.slice(0, 7) === to.slice(0, 7) && parseIsoDate(from) && parseIsoDate(to);
  return isOneMonth
    ? `ระหว่างวันที่ ${Number(from.slice(8, 10))}–${sayDay(to)}`
    : `ระหว่างวันที่ ${sayDay(from)} ถึง ${sayDay(to)}`;
}

function sayDay(text: string): string {
  const date = parseIsoDate(text);
  return date ? formatDate(date) : text;
}

/** «ช่อง «จำนวนเงิน»» */
export function sayColumn(finding: Finding): string {
  return finding.column ? `ช่อง «${columnName(finding.table, finding.column)}»` : "";
}

/** Names of accounts by code, where whoever tells the finding knows them. */
export type AccountNames = ReadonlyMap<string, string>;

/** «บัญชี เงินสดในมือ (1101010101.001)», without the name where it is not known; or a budget code. */
export function sayAccount({ account }: Pick<Finding, "account">, names?: AccountNames): string {
  if (account === null) return "";
  if (!/^\d{10}\.\d{3}$/.test(account)) return `รหัส ${account}`;
  const name = names?.get(account);
  return name === undefined ? `บัญชี ${account}` : `บัญชี ${name} (${account})`;
}

/** Baht get thousands marks and their unit; everything else is quoted as it stood. */
export function sayValue(value: string): string {
  const amount = parseBaht(value);
  return amount === undefined ? `«${value}»` : sayBaht(amount);
}

/** «ควรเป็น 500.00 บาท พบ 300.00 บาท» */
export function sayDifference(finding: Finding): string {
  return sentence(
    finding.expected === null ? "" : `ควรเป็น ${sayValue(finding.expected)}`,
    finding.found === null ? "" : `พบ ${sayValue(finding.found)}`,
  );
}

/** «ยอดที่ขาด 412,300.00 บาท» */
export function sayMissingAmount(finding: Finding): string {
  return finding.amount === null ? "" : `ยอดที่ขาด ${sayBaht(finding.amount)}`;
}

/** «ควรมี 13 ช่อง พบ 12 ช่อง»; a head that differs is not spelled out, since nobody reads a list of column names in a sentence. */
export function sayShape(finding: Finding): string {
  if (finding.rowTo === 0) return "ไม่ตรงกับหัวตารางของรูปแบบ";
  const { expected, found } = finding;
  if (expected === null || found === null || !/^\d+$/.test(expected)) return "จำนวนช่องผิดหรือเครื่องหมายคั่นเสีย";
  return /^\d+$/.test(found) ? `ควรมี ${expected} ช่อง พบ ${found} ช่อง` : `จำนวนช่องผิดหรือเครื่องหมายคั่นเสีย (${found})`;
}
