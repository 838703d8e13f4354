/** The columns that re-keyed books may have, by the names that people give them. The first name of each is that of our own template. */
import type { TableBook } from "../book-document";

export type ColumnKind = "day" | "amount" | "code" | "text";

export interface RekeyedColumn {
  readonly id: string;
  readonly kind: ColumnKind;
  /** Heads under which it is recognised, spaces and marks left out. */
  readonly names: readonly string[];
  readonly isRequired?: true;
}

const number = (id: string, ...names: string[]): RekeyedColumn => ({ id, kind: "code", names, isRequired: true });

/** Columns of each book; a journal has either debit and credit, or rows of one amount with a side. */
export const REKEYED_COLUMNS: Readonly<Record<TableBook, readonly RekeyedColumn[]>> = {
  journal: [
    { id: "date", kind: "day", names: ["วันที่", "วันเดือนปี", "วดป", "วันที่เอกสาร", "date"], isRequired: true },
    number("number", "เลขที่เอกสาร", "เลขที่", "เลขที่ใบผ่าน", "เลขที่ใบผ่านรายการ", "เลขที่เอกสารหน้าบัญชี", "entry_no"),
    { id: "account", kind: "code", names: ["รหัสบัญชี", "เลขที่บัญชี", "account_code"], isRequired: true },
    { id: "debit", kind: "amount", names: ["เดบิต", "เดบิท", "debit"], isRequired: true },
    { id: "credit", kind: "amount", names: ["เครดิต", "credit"], isRequired: true },
    { id: "text", kind: "text", names: ["รายการ", "คำอธิบาย", "รายการคำอธิบาย", "description"] },
  ],
  receipts: [
    { id: "date", kind: "day", names: ["วันที่", "วันที่ใบเสร็จ", "วันที่รับเงิน", "receipt_date"], isRequired: true },
    number("number", "เลขที่ใบเสร็จ", "เลขที่ใบเสร็จรับเงิน", "เล่มที่เลขที่ใบเสร็จ", "เลขที่", "receipt_no"),
    { id: "account", kind: "code", names: ["รหัสรายรับ", "รหัสประเภทรายรับ", "revenue_code"], isRequired: true },
    { id: "amount", kind: "amount", names: ["จำนวนเงิน", "จำนวนเงินบาท", "amount"], isRequired: true },
    { id: "text", kind: "text", names: ["ผู้ชำระเงิน", "ได้รับเงินจาก", "ผู้ชำระ", "payer"] },
    { id: "remittance", kind: "code", names: ["เลขที่ใบนำส่ง", "ใบนำส่งเงิน", "remittance_no"] },
  ],
  requisitions: [
    { id: "date", kind: "day", names: ["วันที่จ่าย", "วันที่จ่ายเงิน", "วันที่คลังรับ", "วันที่", "paid_date"], isRequired: true },
    number("number", "เลขที่คลังรับ", "เลขที่ฎีกา", "treasury_no"),
    { id: "account", kind: "code", names: ["รหัสงบประมาณ", "budget_code"], isRequired: true },
    { id: "amount", kind: "amount", names: ["จำนวนเงินที่ขอเบิก", "จำนวนเงินขอเบิก", "จำนวนเงิน", "gross"], isRequired: true },
    { id: "net", kind: "amount", names: ["จำนวนเงินที่จ่ายสุทธิ", "จ่ายสุทธิ", "net"] },
    { id: "payee", kind: "text", names: ["ผู้รับเงิน", "จ่ายให้", "payee"] },
    { id: "text", kind: "text", names: ["รายการ", "รายละเอียด", "description"] },
  ],
};

/** Heads are compared without spaces, dots, slashes, brackets and their content. */
export function headKey(text: string): string {
  return text
    .replace(/\([^)]*\)/g, "")
    .replace(/[\s./\-–:·*]/g, "")
    .toLowerCase();
}
