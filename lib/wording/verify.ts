/** Words of checking a file or a paper: the open pages, and the command line. */

export const VERIFY_SENTENCES = {
  noCode: "รหัสตรวจสอบไม่ถูกต้อง อาจพิมพ์ผิดหรือขาดไป — รหัสมี 20 ตัว พิมพ์เป็นสี่กลุ่ม กลุ่มละห้าตัว โปรดดูที่ท้ายหน้ากระดาษแล้วพิมพ์ใหม่",
  closed: "มีการสอบถามรหัสที่ไม่มีอยู่จากเครือข่ายนี้มากเกินไป — โปรดรอ 15 นาทีแล้วลองใหม่",
  busy: "ขณะนี้มีผู้ส่งแฟ้มตรวจพร้อมกันมาก — โปรดรอสักครู่แล้วส่งใหม่",
  noFile: "ยังไม่ได้เลือกแฟ้ม — โปรดเลือกแฟ้มที่จะตรวจแล้วส่งใหม่",
} as const;

/** Verdicts over a file that was brought. */
export const VERDICTS = {
  genuine: {
    title: "แฟ้มนี้เป็นของจริง",
    text: "ทุกไบต์ตรงกับแฟ้มที่ระบบนี้ออกให้ ไม่มีการแก้ไข",
  },
  altered: {
    title: "แฟ้มนี้ถูกแก้ไข",
    text: "แฟ้มนี้มีรหัสของระบบ แต่เนื้อแฟ้มไม่ตรงกับที่ระบบออกให้ อาจเปิดแล้วบันทึกใหม่ แก้ตัวเลข หรือดาวน์โหลดมาไม่ครบ — อย่าใช้ตัวเลขในแฟ้มนี้ ให้ใช้ยอดที่แสดงข้างล่าง หรือดาวน์โหลดรายงานใหม่",
  },
  unfinished: {
    title: "ระบบไม่เคยออกแฟ้มนี้จนครบ",
    text: "การดาวน์โหลดแฟ้มรหัสนี้ขาดกลางคัน แฟ้มหรือกระดาษที่มีรหัสนี้จึงไม่ครบ — โปรดดาวน์โหลดรายงานใหม่",
  },
  unknown: {
    title: "ระบบไม่รู้จักแฟ้มนี้",
    text: "ไม่พบแฟ้มนี้และไม่พบรหัสตรวจสอบของระบบในแฟ้ม แฟ้มนี้ไม่ได้ออกจากระบบนี้ หรือถูกแปลงเป็นแฟ้มชนิดอื่น — หากมีรหัสพิมพ์อยู่ ให้พิมพ์รหัสเพื่อเทียบยอด",
  },
} as const;

export const VERIFY_PAGE = {
  title: "ตรวจสอบเอกสาร",
  lead: "ตรวจว่าแฟ้มหรือกระดาษที่ถืออยู่ออกจากระบบนี้จริง และตัวเลขไม่ถูกแก้ ไม่ต้องเข้าสู่ระบบ",
  byCode: "พิมพ์รหัสจากกระดาษ",
  code: "รหัสตรวจสอบ",
  codeHint: "อยู่ท้ายทุกหน้าของ PDF และในแผ่นแรกของ Excel พิมพ์ตัวเล็กหรือไม่ใส่ขีดก็ได้",
  show: "แสดงข้อมูล",
  byFile: "ส่งแฟ้มให้ระบบตรวจ",
  file: "แฟ้ม PDF, Excel, CSV หรือ JSON",
  fileHint: "ไม่เกิน 32 เมกะไบต์ ระบบอ่านแฟ้มเพื่อตรวจเท่านั้น ไม่เก็บไว้",
  send: "ส่งตรวจ",
  another: "ตรวจเอกสารอื่น",
  checkedFile: (name: string) => `ผลการตรวจแฟ้ม ${name}`,
  unknownCode: "ไม่พบรหัสนี้ในระบบ",
  unknownCodeText: "รหัสพิมพ์ถูกรูปแบบ แต่ระบบนี้ไม่เคยออกเอกสารรหัสนี้ เอกสารนี้จึงไม่ได้ออกจากระบบนี้ — โปรดตรวจรหัสกับกระดาษอีกครั้ง",
  recordLead: "ข้างล่างคือสิ่งที่ระบบพิมพ์ไว้ในเอกสารรหัสนี้ โปรดเทียบกับเอกสารที่ถืออยู่ หากไม่ตรงแม้ตัวเดียว เอกสารนั้นไม่ใช่ของจริง",
  facts: "เอกสารรหัสนี้",
  report: "รายงาน",
  place: "หน่วยงาน",
  period: "งวด",
  parameters: "เงื่อนไข",
  snapshot: "ชุดข้อมูล",
  format: "ชนิดแฟ้ม",
  printed: "จัดทำ",
  sha256: "SHA-256 ของแฟ้ม",
  bytes: "ขนาดแฟ้ม",
  byteCount: (count: string) => `${count} ไบต์`,
  totals: "ยอดรวมที่พิมพ์ไว้",
  total: "ยอดรวม",
  column: "ช่อง",
  baht: "จำนวนเงิน (บาท)",
  noTotals: "เอกสารนี้ไม่มียอดรวม",
  damage: "สภาพข้อมูลที่ใช้",
  damageInRows: "สภาพข้อมูลแสดงอยู่ในแต่ละแถวของเอกสาร",
  noDamage: "ไม่พบร่องรอยความเสียหาย",
  damaged: (count: string) => `ข้อมูลที่ใช้มีความเสียหาย ${count} ส่วน`,
  more: (count: string) => `และอีก ${count} ส่วน`,
  untied: (count: string) => `พิสูจน์ยอดแล้วไม่ตรง ${count} ข้อ`,
  synthetic: "ข้อมูลสมมุติ (synthetic) ชื่อหน่วยงานและตัวเลขไม่ใช่ของจริง",
  paperTitle: "เทียบยอดจากกระดาษ",
  paper: "ยอดที่พิมพ์อยู่บนกระดาษ",
  paperHint: "พิมพ์หลายยอดได้ คั่นด้วยเว้นวรรค เช่น 1,234.50 99.00",
  compare: "เทียบยอด",
  matches: (typed: string, where: string) => `${typed} ตรงกับ ${where}`,
  differs: (typed: string) => `${typed} ไม่ตรงกับยอดรวมใดของเอกสารนี้`,
  noAmount: (typed: string) => `${typed} อ่านเป็นจำนวนเงินไม่ได้`,
} as const;

export const VERIFY_COMMAND = {
  noFile: (path: string) => `ไม่พบแฟ้ม ${path} — โปรดตรวจชื่อแฟ้ม`,
  tooLarge: "แฟ้มใหญ่กว่าแฟ้มใดที่ระบบออกให้ — โปรดตรวจว่าเลือกแฟ้มถูกหรือไม่",
  notAsListed: (name: string) => `${name}: ไม่ตรงกับรายการใน SHA256SUMS.txt (not as its checksum list says)`,
} as const;

const LINKS: Readonly<Record<string, { readonly holds: string; readonly fails: string }>> = {
  file: { holds: "เนื้อแฟ้มตรงกับที่บันทึกไว้ (sha256 as recorded)", fails: "เนื้อแฟ้มไม่ตรงกับที่บันทึกไว้ (sha256 differs)" },
  snapshot: {
    holds: "ชุดข้อมูลเป็นชุดเดียวกับที่ใช้จัดทำ (same archive)",
    fails: "ชุดข้อมูลที่ใช้จัดทำถูกแทนที่หรือไม่มีแล้ว (archive replaced or gone)",
  },
  partitions: {
    holds: "แถวในฐานข้อมูลเป็นแถวที่นำเข้ามา (stored rows as loaded)",
    fails: "แถวในฐานข้อมูลไม่ตรงกับที่นำเข้ามา (stored rows differ from the load)",
  },
  report: {
    holds: "ยอดที่คำนวณวันนี้ตรงกับที่พิมพ์ไว้ (report says the same today)",
    fails: "รายงานวันนี้ไม่ตรงกับที่พิมพ์ไว้ (report differs today)",
  },
  bag: { holds: "เป็นถุงข้อมูลที่นำเข้ามา (same bag)", fails: "ไม่ใช่ถุงข้อมูลที่นำเข้ามา (another bag)" },
  "bag-files": {
    holds: "แฟ้มในถุงข้อมูลตรงกับ manifest หรือทราบความเสียหายแล้ว (bag files as listed)",
    fails: "แฟ้มในถุงข้อมูลไม่ตรงกับ manifest (bag files differ from the manifest)",
  },
};

/** One link of the chain from bag to file, and what was compared. */
export function sayLink({
  id,
  holds,
  detail,
}: {
  readonly id: string;
  readonly holds: boolean;
  readonly detail: string;
}): string {
  const said = LINKS[id]?.[holds ? "holds" : "fails"] ?? id;
  return detail === "" ? said : `${said}: ${detail}`;
}
