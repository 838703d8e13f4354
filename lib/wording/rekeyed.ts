/** What is said about re-keyed books (บันทึกข้อมูลย้อนหลัง): files, outcomes of the matching with their reasons, decisions. */
import { type Amount, parseBaht, sayBaht } from "@/lib/money/amount";
import type { Module } from "@/lib/office/office";
import { formatDate, parseIsoDate } from "@/lib/period/date";
import { formatMonth, type Month } from "@/lib/period/month";
import { sayCount } from "./finding-phrases";
import { moduleName } from "./names";

export const REKEYED = {
  title: "ตรวจข้อมูลย้อนหลัง",
  link: "ตรวจข้อมูลที่บันทึกย้อนหลังกับข้อมูลเดิม",
  linkNote: "ส่งแฟ้ม Excel หรือ CSV ที่บันทึกย้อนหลัง แล้วดูว่ารายการใดตรง ต่าง ขาด หรือเกินจากข้อมูลที่กู้คืน",
  none: "ยังไม่มีแฟ้มข้อมูลย้อนหลัง — ส่งแฟ้มแรกด้านล่าง ระบบจะเทียบกับข้อมูลที่กู้คืนให้ทันที",
  noneToRead: "หน่วยงานนี้ยังไม่ได้ส่งแฟ้มข้อมูลย้อนหลัง",
  uploadTitle: "ส่งแฟ้ม",
  uploadNote:
    "รับ Excel (.xlsx) และ CSV (UTF-8 หรือ windows-874) ไม่เกิน 20 เมกะไบต์ รวมทั้งถุงข้อมูล (ZIP) ชนิด live จากระบบปัจจุบัน ไม่รับ .xls และแฟ้มที่มีมาโคร วันที่เป็น พ.ศ. หรือ ค.ศ. ก็ได้ เลขไทยหรืออารบิกก็ได้",
  file: "แฟ้ม",
  isReplacing: "ใช้แทนแฟ้มเดิมของเล่มเดียวกัน",
  send: "ส่งแฟ้มและตรวจ",
  templates: "แบบฟอร์มหัวตารางที่ระบบรู้จัก",
  filesTitle: "แฟ้มที่ส่งแล้ว",
  filesTable: "แฟ้มข้อมูลย้อนหลังที่ส่งแล้ว",
  fileName: "ชื่อแฟ้ม",
  book: "เล่ม",
  documents: "เอกสาร",
  sentBy: "ผู้ส่ง",
  sentAt: "ส่งเมื่อ",
  state: "สถานะ",
  checksum: "รหัสตรวจสอบ (SHA-256)",
  problems: "ช่องที่อ่านไม่ได้",
  assumptions: "สิ่งที่ระบบถือเอา",
  leftOut: "แถวยอดรวมที่ข้ามไป",
  columns: "ระบุช่อง",
  delete: "ลบแฟ้ม",
  deleteNote: "ลบเนื้อหาของแฟ้มออกจากระบบ ชื่อแฟ้ม รหัสตรวจสอบ และผู้ส่งยังอยู่ในรายการ",
  progressTitle: "ความคืบหน้ารายเดือน",
  progressTable: "ความคืบหน้าของการตรวจ แยกเล่มและเดือน",
  month: "เดือน",
  settled: "ตรวจแล้ว",
  difference: "ผลต่าง (ย้อนหลัง − ข้อมูลเดิม)",
  reportsTitle: "พิมพ์และดาวน์โหลด",
  itemsTitle: "กระดาษทำการตรวจ",
  itemsTable: "รายการที่ตรวจ",
  outcome: "ผลการเทียบ",
  anyOutcome: "ทุกผล",
  anyBook: "ทุกเล่ม",
  anyMonth: "ทุกเดือน",
  isOpen: "เฉพาะที่ยังไม่ตรวจ",
  find: "เลขที่ ข้อความ หรือจำนวนเงิน",
  show: "แสดง",
  archive: "ข้อมูลเดิม",
  rekeyed: "บันทึกย้อนหลัง",
  nothing: "ไม่มี",
  reason: "เหตุผล",
  decision: "ผลตรวจ",
  choose: "เลือก",
  decideTitle: "บันทึกผลตรวจของรายการที่เลือก",
  note: "หมายเหตุ",
  decide: "บันทึกผล",
  noItems: "ไม่มีรายการตามที่เลือก",
  pages: "หน้าของกระดาษทำการ",
  suggestions: "อาจเป็นเอกสารนี้",
  mapTitle: "ระบุว่าช่องใดคืออะไร",
  mapLead: "ระบบไม่รู้จักหัวตารางของแฟ้มนี้ทั้งหมด โปรดระบุแถวหัวตารางและช่อง ระบบจะจำไว้ใช้กับแฟ้มหัวตารางเดียวกันครั้งต่อไป",
  sheet: "แผ่นงาน",
  headRow: "แถวหัวตาราง",
  unused: "ไม่ใช้",
  preview: "แถวแรกของแฟ้ม",
  row: "แถว",
  read: "อ่านแฟ้มตามนี้",
  readOnly: "เปิดดูได้อย่างเดียว การส่งแฟ้มและบันทึกผลตรวจเป็นของเจ้าหน้าที่ของหน่วยงานนี้",
  noFile: "โปรดเลือกแฟ้มที่จะส่ง",
} as const;

const BOOK_NAMES: Readonly<Record<string, string>> = {
  journal: "สมุดรายวัน",
  receipts: "ใบเสร็จรับเงิน",
  requisitions: "ฎีกาเบิกเงิน",
  budget: "งบประมาณคงเหลือ",
};

export const bookName = (book: string): string => BOOK_NAMES[book] ?? book;

const STATE_NAMES: Readonly<Record<string, string>> = {
  waiting: "รอระบุช่อง",
  current: "ใช้อยู่",
  replaced: "มีแฟ้มใหม่ใช้แทนแล้ว",
  deleted: "ลบแล้ว",
};

export const uploadStateName = (state: string): string => STATE_NAMES[state] ?? state;

const OUTCOME_NAMES: Readonly<Record<string, string>> = {
  missing: "ขาด — มีในข้อมูลเดิม ไม่มีในที่บันทึกย้อนหลัง",
  surplus: "เกิน — มีในที่บันทึกย้อนหลัง ไม่มีในข้อมูลเดิม",
  differs: "ต่าง — เอกสารเดียวกัน ข้อมูลไม่เท่ากัน",
  doubled: "ซ้ำ — บันทึกย้อนหลังมากกว่าหนึ่งครั้ง",
  candidates: "เลือกไม่ได้ — มีเอกสารที่เข้ากันได้เท่า ๆ กัน",
  undecidable: "ตัดสินไม่ได้ — ข้อมูลเดิมช่วงนี้เสียหาย",
  "not-keyed": "ยังไม่ได้บันทึก — ยังไม่มีเอกสารของเล่มและเดือนนี้ในแฟ้มที่ส่ง",
  matched: "ตรง",
};

export const outcomeName = (outcome: string): string => OUTCOME_NAMES[outcome] ?? outcome;

/** The word before the dash, for narrow places. */
export const outcomeWord = (outcome: string): string => outcomeName(outcome).split(" — ")[0] ?? outcome;

const RUNG_REASONS: Readonly<Record<string, string>> = {
  "number-and-content": "เลขที่ วันที่ และจำนวนเงินทุกบัญชีตรงกัน",
  content: "เลขที่ต่างกัน แต่จำนวนเงินทุกบัญชีตรงกันภายใน 7 วัน และไม่มีเอกสารอื่นที่เข้ากันได้",
  sum: "ผลรวมทุกบัญชีตรงกันพอดี: ฉบับเดียวบันทึกเป็นหลายฉบับ หรือหลายฉบับบันทึกเป็นฉบับเดียว",
  number: "เลขที่ตรงกัน และวันที่ จำนวนเงิน บัญชี ตรงกันอย่างน้อยสองอย่าง",
};

const OUTCOME_REASONS: Readonly<Record<string, string>> = {
  missing: "ไม่พบเอกสารที่เลขที่หรือเนื้อหาตรงกัน",
  surplus: "ไม่พบเอกสารที่เลขที่หรือเนื้อหาตรงกัน",
  doubled: "เลขที่ วันที่ และจำนวนเงินซ้ำกันทุกอย่าง",
  candidates: "จำนวนเงินและบัญชีเท่ากันมากกว่าหนึ่งฉบับ ระบบไม่เลือกแทนท่าน",
};

export const reasonOf = (outcome: string, rung: string | null): string =>
  (rung === null ? undefined : RUNG_REASONS[rung]) ?? OUTCOME_REASONS[outcome] ?? "";

export const WORDED_OTHERWISE = "ข้อความต่างจากเดิม (ไม่ใช่ความผิดพลาด)";

/** Whether the amounts are what the archive lacks. */
export function gapSentence(fitsGap: boolean | null): string {
  if (fitsGap === null) return "ไม่ทราบยอดที่ข้อมูลเดิมขาดไป จึงเทียบไม่ได้";
  return fitsGap ? "ยอดเท่ากับส่วนที่ข้อมูลเดิมขาดไปพอดี" : "ยอดไม่เท่ากับส่วนที่ข้อมูลเดิมขาดไป";
}

const SUGGESTION_REASONS: Readonly<Record<string, string>> = {
  "same-number": "เลขที่ตรงกัน",
  "same-amount": "จำนวนเงินเท่ากัน",
  "digits-swapped": "ตัวเลขสลับหลัก",
  "similar-words": "ข้อความคล้ายกัน",
};

export const suggestionReason = (reason: string): string => SUGGESTION_REASONS[reason] ?? reason;

const DECISION_NAMES: Readonly<Record<string, string>> = {
  accepted: "ยอมรับ",
  explained: "มีคำอธิบาย",
  "to-do": "ต้องแก้ไข",
  open: "ยกเลิกผลตรวจ",
};

export const decisionName = (decision: string): string => DECISION_NAMES[decision] ?? decision;

const CELL_NAMES: Readonly<Record<string, string>> = {
  approved: "งบประมาณอนุมัติ",
  transferred_in: "โอนเพิ่ม",
  transferred_out: "โอนลด",
  encumbered: "ก่อหนี้ผูกพัน",
  disbursed: "เบิกจ่าย",
  number: "เลขที่",
  date: "วันที่",
  account: "รหัสบัญชี",
  amount: "จำนวนเงิน",
  net: "จ่ายสุทธิ",
  remittance: "เลขที่ใบนำส่ง",
};

export const cellName = (column: string): string => CELL_NAMES[column] ?? column;

/** A cell that differs as people write it: days, amounts, and amounts after the account they stand on; null is said to be nothing. */
export function sayCell(column: string, value: string | null): string {
  if (value === null) return REKEYED.nothing;
  if (column === "date") {
    const day = parseIsoDate(value);
    return day ? formatDate(day) : value;
  }
  if (column !== "amount") return value;
  const at = value.lastIndexOf(" ") + 1;
  const amount = parseBaht(value.slice(at));
  return amount === undefined ? value : value.slice(0, at) + sayBaht(amount);
}

export const REKEYED_CHANGED = {
  uploaded: (documents: number, book: string) =>
    `อ่านแฟ้มแล้ว ${sayCount(documents)} ฉบับ (${bookName(book)}) ผลการเทียบอยู่ด้านล่าง`,
  waiting: "รับแฟ้มแล้ว แต่ระบบไม่รู้จักหัวตาราง — โปรดระบุว่าช่องใดคืออะไร",
  mapped: (documents: number) => `อ่านแฟ้มตามช่องที่ระบุแล้ว ${sayCount(documents)} ฉบับ`,
  deleted: "ลบแฟ้มแล้ว",
  decided: (items: number, decision: string) => `บันทึกผล «${decisionName(decision)}» ${sayCount(items)} รายการ`,
} as const;

export interface RekeyedCounts {
  /** Of what was keyed again, and what is missing beside it. */
  readonly items: number;
  readonly notKeyed: number;
  readonly settled: number;
  readonly difference: Amount;
}

/** «ตรวจแล้ว 1,204 จาก 1,250 รายการ · ยังต้องดู 46 รายการ · ผลต่างสุทธิ 412,300.00 บาท · ยังไม่ได้บันทึกอีก 812 ฉบับ» */
export function rekeyedLead({ items, notKeyed, settled, difference }: RekeyedCounts): string {
  return [
    `ตรวจแล้ว ${sayCount(settled)} จาก ${sayCount(items)} รายการ`,
    `ยังต้องดู ${sayCount(items - settled)} รายการ`,
    `ผลต่างสุทธิ ${sayBaht(difference)}`,
    ...(notKeyed > 0 ? [`ยังไม่ได้บันทึกอีก ${sayCount(notKeyed)} ฉบับ`] : []),
  ].join(" · ");
}

/** In the reports on re-keyed books. */
export const REKEYED_REPORTS_WORDS = {
  state: "สถานะการตรวจ",
  files: "แฟ้มที่ใช้เทียบ",
  fileCount: (count: number) => (count === 0 ? "ยังไม่มีแฟ้มข้อมูลย้อนหลัง" : `${sayCount(count)} แฟ้ม`),
  file: (book: string) => `แฟ้ม${book}`,
  fileFacts: (name: string, by: string, at: string, sha256: string) => `${name} ส่งโดย ${by} ${at} SHA-256 ${sha256}`,
  progress: (open: number, settled: number, notKeyed: number) => {
    const start =
      open === 0 && notKeyed === 0 && settled > 0
        ? `ตรวจครบทุกรายการแล้ว (${sayCount(settled)} รายการ)`
        : `ยังตรวจไม่ครบ: ตรวจแล้ว ${sayCount(settled)} รายการ ยังต้องดู ${sayCount(open)} รายการ`;
    return notKeyed === 0 ? start : `${start} ยังไม่ได้บันทึกอีก ${sayCount(notKeyed)} ฉบับ`;
  },
  allItems: "รวมทุกรายการ",
  allAccounts: "รวมทุกบัญชี",
  allBooks: "รวมทุกเล่ม",
  noNumber: "ไม่มีเลขที่",
  cell: (column: string, archive: string, rekeyed: string) => `${column}: เดิม ${archive} ย้อนหลัง ${rekeyed}`,
  explained: (rows: number, unexplained: number) =>
    unexplained === 0
      ? `ผลต่างของทุกบัญชีและเดือน (${sayCount(rows)} แถว) เท่ากับผลรวมของรายการในกระดาษทำการ`
      : `ผลต่าง ${sayCount(unexplained)} จาก ${sayCount(rows)} แถวไม่เท่ากับผลรวมของรายการในกระดาษทำการ`,
} as const;

/** In the list for keying in. */
export const ENTRY_LIST_WORDS = {
  /** Ticked by hand on paper; letters that every font has, blanks that no screen closes up. */
  box: "[\u00a0\u00a0\u00a0]",
  vouchers: "จำนวนใบสำคัญ",
  file: (uploadNo: string) => `แฟ้มลำดับที่ ${uploadNo}`,
  apart: "ไม่อยู่ในรายการ",
  problems: (count: number) => `เอกสารที่มีช่องซึ่งอ่านไม่ได้หรือไม่ครบคู่ ${sayCount(count)} ช่อง โปรดแก้ในแฟ้มแล้วส่งอีกครั้ง`,
} as const;

/** Of documents that are taken from an archive of the system in use. */
export const LIVE_BOOKS = {
  title: "ใช้ข้อมูลจากระบบปัจจุบัน",
  note: "มีชุดข้อมูลของระบบปัจจุบัน (live) อยู่ในคลัง ใช้เอกสารของหน่วยงานในชุดนั้นเป็นข้อมูลที่บันทึกย้อนหลังได้ โดยไม่ต้องส่งแฟ้ม แฟ้มเดิมของเล่มเดียวกันจะไม่ถูกนับ",
  choose: "ชุดข้อมูลของระบบปัจจุบัน",
  take: "ใช้ชุดนี้และตรวจ",
  fileName: (archiveId: string) => `ชุดข้อมูล ${archiveId} (live)`,
  notLive: (title: string) => `«${title}» ไม่ใช่ชุดข้อมูลของระบบปัจจุบัน (live) — โปรดเลือกชุดที่เป็น live`,
  empty: (title: string) => `«${title}» ไม่มีเอกสารของหน่วยงานนี้ — โปรดเลือกชุดอื่น หรือส่งแฟ้ม`,
  tooLarge: "เอกสารในชุดข้อมูลมากเกินกำหนด — โปรดส่งเป็นแฟ้มทีละเล่ม",
  damaged: (module: Module, month: Month) =>
    `ข้อมูล${moduleName(module)} ${formatMonth(month)} ในชุดนี้มีร่องรอยความเสียหาย รายการที่ขาดอาจขาดเพราะอ่านไม่ได้`,
  notAgainstItself:
    "ชุดข้อมูลที่เปิดอยู่เป็นของระบบปัจจุบัน (live) ซึ่งมีข้อมูลที่บันทึกย้อนหลังอยู่แล้ว เทียบกับตัวเองจะตรงกันเสมอ — โปรดเลือกชุดข้อมูลเดิมที่กู้คืน",
} as const;

/** Of the export of งบประมาณคงเหลือ, New e-LAAS' own. */
export const ELAAS_UPLOAD = {
  month: "เดือนของงบประมาณคงเหลือ",
  noMonth: "ไม่ใช่แฟ้มงบประมาณคงเหลือ",
  note: "แฟ้ม Excel งบประมาณคงเหลือจากระบบ e-LAAS ใหม่ส่งได้ทันทีโดยไม่ต้องระบุช่อง แต่แฟ้มนั้นไม่บอกเดือน จึงต้องเลือกเดือนก่อนส่ง",
  monthNeeded:
    "แฟ้มนี้เป็นงบประมาณคงเหลือจากระบบ e-LAAS ซึ่งไม่บอกว่าเป็นยอดสิ้นเดือนใด — โปรดเลือก «เดือนของงบประมาณคงเหลือ» แล้วส่งอีกครั้ง",
  otherYear: (inFile: number, chosen: number) =>
    `แฟ้มนี้เป็นของปีงบประมาณ พ.ศ. ${inFile} แต่เดือนที่เลือกอยู่ในปีงบประมาณ พ.ศ. ${chosen} — โปรดตรวจเดือนหรือแฟ้ม`,
  otherOffice: (inFile: string) => `แฟ้มระบุหน่วยงาน «${inFile}» โปรดตรวจว่าเป็นแฟ้มของหน่วยงานนี้`,
  noCode: "ไม่มีรหัสงบประมาณ แถวนี้จึงไม่ได้ตรวจ",
  emptyIsZero: "ช่องว่าง ถือเป็นศูนย์",
} as const;
