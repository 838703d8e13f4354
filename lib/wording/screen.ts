/** Sentences and labels of the browser's pages, Thai first. What reports and findings say stands in the sibling files. */
import type { PartitionState } from "@/lib/finding/partition-state";
import { sayCount } from "./finding-phrases";
import { stateName } from "./names";

export const FRAME = {
  portal: "คลังรายงานบัญชี อปท.",
  portalLong: "คลังรายงานบัญชีขององค์กรปกครองส่วนท้องถิ่น จากระบบ e-LAAS เดิม",
  skip: "ข้ามไปที่เนื้อหา",
  menu: "เมนูหลัก",
  crumbs: "ตำแหน่งในระบบ",
  loading: "กำลังเปิดข้อมูล โปรดรอสักครู่",
  home: "หน้าแรก",
  myLao: "หน่วยงานของข้าพเจ้า",
  myProvince: "อปท. ในจังหวัด",
  allLaos: "อปท. ทั้งหมด",
  snapshots: "ชุดข้อมูล",
  users: "ผู้ใช้งาน",
  auditLog: "บันทึกการใช้งาน",
  help: "คู่มือ",
  verify: "ตรวจสอบเอกสารที่ออกจากระบบ",
  footer: "ท้ายหน้า",
  password: "เปลี่ยนรหัสผ่าน",
  signOut: "ออกจากระบบ",
  signIn: "เข้าสู่ระบบ",
  snapshotLabel: "ชุดข้อมูล",
  snapshotGo: "เปิดชุดนี้",
  synthetic: "ข้อมูลสมมุติ",
  syntheticWhy: "จัดทำขึ้นเพื่อทดลองใช้ ชื่อหน่วยงานและตัวเลขไม่ใช่ของจริง",
  asOf: (day: string) => `ข้อมูล ณ วันที่ ${day}`,
} as const;

export const SNAPSHOT_KINDS = {
  recovered: "ข้อมูลที่กู้คืนได้",
  live: "ข้อมูลจากระบบปัจจุบัน",
  baseline: "ข้อมูลก่อนระบบขัดข้อง",
} as const;

export const TROUBLE = {
  notFoundTitle: "ไม่พบหน้าที่ต้องการ",
  notFoundText: "หน้านี้ไม่มีในระบบ หรือเป็นข้อมูลของหน่วยงานที่ท่านไม่มีสิทธิดู",
  notFoundAdvice: "โปรดกลับไปหน้าแรกแล้วเลือกจากรายการ หากยังไม่พบ ให้แจ้งผู้ดูแลระบบ",
  forbiddenTitle: "ท่านไม่มีสิทธิดูหน้านี้",
  errorTitle: "เปิดหน้านี้ไม่สำเร็จ",
  errorText: "ระบบขัดข้องชั่วคราว ข้อมูลที่จัดเก็บไว้ไม่ได้รับผลกระทบ",
  errorAdvice: "โปรดลองอีกครั้ง หากยังไม่สำเร็จ ให้แจ้งผู้ดูแลระบบพร้อมเลขอ้างอิงนี้",
  errorReference: (reference: string) => `เลขอ้างอิง ${reference}`,
  retry: "ลองอีกครั้ง",
  toHome: "กลับหน้าแรก",
  inputTitle: "เปิดรายงานไม่ได้",
} as const;

export const PAGER = {
  first: "หน้าแรก",
  previous: "ก่อนหน้า",
  next: "ถัดไป",
  last: "หน้าสุดท้าย",
  rows: (from: number, to: number, of: number) =>
    of === 0 ? "ไม่มีรายการ" : `รายการที่ ${sayCount(from)}–${sayCount(to)} จาก ${sayCount(of)}`,
} as const;

export const MARK_WORDS = {
  /** «เสียหายบางส่วน ดูหมายเหตุ 1, 3» */
  figure: (state: PartitionState, notes: readonly number[]) => `${stateName(state)} ดูหมายเหตุ ${notes.join(", ")}`,
  /** In the map, where «ไม่พบร่องรอยความเสียหาย» would drown the damage. */
  intactShort: "อ่านได้ครบ",
  intactLegend: "อ่านได้ครบ (ไม่พบร่องรอยความเสียหาย)",
  legend: "ความหมายของเครื่องหมาย",
} as const;

/** Words of one cell of the damage map. */
export function mapWord(state: PartitionState): string {
  return state === "intact" ? MARK_WORDS.intactShort : stateName(state);
}

export const HOME = {
  title: "หน้าหน่วยงาน",
  mapTitle: "ข้อมูลเดือนใดอ่านได้บ้าง",
  mapCaption: "กดที่ช่องเพื่อดูหลักฐานของส่วนนั้น จำนวนเอกสารและเงินเป็นยอดขั้นต่ำเท่าที่พิสูจน์ได้",
  month: "เดือน",
  nextTitle: "ควรทำอะไรต่อ",
  reportsTitle: "รายงาน",
  approximate: "รูปแบบโดยประมาณ",
} as const;

export const NEXT_STEPS = {
  seeEvidence: (count: number) => `ดูหลักฐานของส่วนที่เสียหาย ${sayCount(count)} ส่วน เริ่มจากส่วนที่เสียหายมาก`,
  compare: "เปิดรายงานของเดือนนั้น เทียบกับเอกสารต้นฉบับหรือสำเนาที่พิมพ์ไว้",
  rekey: "รายการใดขาดหรือไม่ตรง ให้ใช้เอกสารต้นฉบับประกอบการบันทึกย้อนหลังในระบบปัจจุบัน",
  certify: "สำหรับแฟ้มตรวจสอบ ให้พิมพ์หรือดาวน์โหลด",
  sound: "เปิดรายงานเทียบกับรายการที่บันทึกย้อนหลังไว้",
  caution: "«ไม่พบร่องรอยความเสียหาย» ไม่ได้รับรองว่าตัวเลขทุกตัวตรงตามจริง โปรดตรวจกับเอกสารต้นฉบับก่อนใช้",
} as const;

export const REPORT = {
  lao: (name: string, district: string, province: string) => `${name} ${district} ${province}`,
  chooseTitle: "เลือกสิ่งที่ต้องการดู",
  choose: (what: string) => `โปรดเลือก${what} แล้วกด «แสดงรายงาน»`,
  period: "งวด (เดือน ช่วงวันที่ ไตรมาส หรือปีงบ)",
  periodHint: "เช่น มี.ค. 2567 หรือ 6 ม.ค. – 31 มี.ค.",
  periods: "เลือกงวด",
  wholeSpan: "ทั้งช่วงข้อมูล",
  account: "บัญชี",
  chooseAccount: "— เลือกบัญชี —",
  chooseOne: "— เลือก —",
  allCodes: "ทั้งหมดที่มีในชุดข้อมูล",
  ownBooks: "องค์กรปกครองส่วนท้องถิ่น",
  typed: (example: string) => `เช่น ${example}`,
  entry: "เลขที่เอกสาร",
  entryHint: "เช่น RV-00012/67",
  find: "ค้นหาในรายงานนี้",
  findHint: "เลขที่เอกสาร จำนวนเงิน หรือข้อความ",
  groups: "แสดงบัญชีคุม",
  show: "แสดงรายงาน",
  found: (count: number, term: string) =>
    count === 0 ? `ไม่พบ «${term}» ในรายงานนี้` : `พบ «${term}» ${sayCount(count)} รายการ`,
  clearFind: "เลิกค้นหา แสดงทั้งรายงาน",
  downloads: "ดาวน์โหลดทั้งฉบับ",
  pdf: "PDF",
  excel: "Excel",
  ownFormats: { "xlsx-elaas": "Excel แบบ e-LAAS" },
  csv: "CSV",
  print: "พิมพ์หน้านี้",
  table: (title: string) => `ตาราง${title}`,
  pages: "หน้าของรายงาน",
  pagesBelow: "หน้าของรายงาน (ท้ายตาราง)",
  empty: "ไม่มีรายการในงวดที่เลือก",
  emptyDamaged: "ไม่มีรายการที่อ่านได้ในงวดที่เลือก โปรดดูหมายเหตุความเสียหายก่อนสรุปว่าไม่มีรายการ",
  emptyAdvice: "ลองเลือกเดือนหรือบัญชีอื่น",
  restsOnSound: "ไม่พบร่องรอยความเสียหายในข้อมูลที่รายงานนี้ใช้",
  restsOnDamage: (count: number) => `รายงานนี้ใช้ข้อมูลที่เสียหาย ${sayCount(count)} ส่วน`,
  lead: (rows: number) => `รายงานนี้มี ${sayCount(rows)} รายการ`,
  seeNote: (number: number) => `หมายเหตุ ${number}`,
  sinceKnown: (moment: string) => `ตรวจพบเมื่อนำเข้าชุดข้อมูล ${moment}`,
  evidence: "ดูหลักฐานและสิ่งที่ควรทำ",
  advice: "ควรทำ",
  noteFindings: (count: number) => `เรื่องที่ตรวจพบ ${sayCount(count)} เรื่อง`,
  missingRow: "มีเอกสารขาดหายตรงนี้",
  reconstructedRow: "คำนวณจากข้อมูลอื่น ไม่ได้อ่านจากแฟ้มเดิม",
  atLeast: "ไม่ครบ อย่างน้อย",
  reconstructedTotal: "รวมยอดที่คำนวณจากข้อมูลอื่น",
  proofTitle: "การพิสูจน์ยอด",
  proofHolds: "ตรงกัน",
  proofFails: "ไม่ตรงกัน",
  notesTitle: "หมายเหตุความเสียหายของข้อมูล",
  approximate: "รูปแบบโดยประมาณ: ไม่พบแบบพิมพ์เดิมของรายงานนี้ ตารางจึงจัดตามแบบที่เสนอ",
  printedPart: (from: number, to: number, of: number) =>
    `พิมพ์เฉพาะรายการที่ ${sayCount(from)}–${sayCount(to)} จาก ${sayCount(of)} หากต้องการทั้งฉบับให้ดาวน์โหลด PDF`,
  unit: "(หน่วย: บาท)",
  help: "รายงานนี้ใช้ดูอะไร",
} as const;

/** Classes of the chart of accounts, by the first digit of a code. */
export const ACCOUNT_CLASSES: Readonly<Record<string, string>> = {
  "1": "1 สินทรัพย์",
  "2": "2 หนี้สิน",
  "3": "3 สินทรัพย์สุทธิ/ส่วนทุน",
  "4": "4 รายได้",
  "5": "5 ค่าใช้จ่าย",
};

export const DAMAGE = {
  pageTitle: "หลักฐานความเสียหาย",
  certainty: "ความแน่นอน",
  title: (module: string, month: string) => `ข้อมูล${module} เดือน${month}`,
  lead: {
    intact: "ไม่พบร่องรอยความเสียหายในข้อมูลส่วนนี้",
    inconsistent: "อ่านได้ทุกแถว แต่ยอดไม่ตรงกับข้อมูลอื่น",
    partial: "อ่านได้บางส่วน มีแถวที่อ่านไม่ได้หรือเอกสารขาดหาย",
    lost: "ข้อมูลส่วนนี้อ่านไม่ได้ ทั้งที่มีหลักฐานว่าเคยมีรายการ",
    empty: "ไม่มีรายการในส่วนนี้ และไม่มีหลักฐานว่าเคยมี",
  } satisfies Record<PartitionState, string>,
  findingsTitle: (count: number) => `สิ่งที่ตรวจพบ ${sayCount(count)} เรื่อง`,
  noFindings: "ไม่พบสิ่งผิดปกติในส่วนนี้",
  meaning: "แปลว่าอะไร",
  advice: "ทำอย่างไรต่อ",
  expected: "ควรเป็น",
  found: "พบ",
  amount: "ยอดที่ขาด",
  where: "อยู่ที่",
  documents: "เอกสาร",
  row: "แถวในแฟ้ม",
  what: "สิ่งที่พบ",
  difference: "ควรเป็น / พบ",
  quarantinedTitle: "แถวที่แยกไว้ ไม่นำมารวมในรายงาน",
  quarantinedLead: "ข้อความตามที่อยู่ในแฟ้มเดิม อาจอ่านไม่ออกทั้งหมด",
  quarantinedTable: "ตารางแถวที่แยกไว้",
  table: "ตาราง",
  reason: "เหตุ",
  raw: "ข้อความในแฟ้ม",
  confidence: {
    bytes: "ยืนยันจากแฟ้มข้อมูล",
    arithmetic: "ยืนยันจากการเทียบยอด",
    suspected: "น่าสงสัย ยังยืนยันไม่ได้",
  },
  reportsTitle: "รายงานที่ใช้ข้อมูลส่วนนี้",
  reportsNone: "ยังไม่มีรายงานในระบบที่ใช้ข้อมูลส่วนนี้",
  otherMonths: "เดือนอื่นของข้อมูลเดียวกัน",
} as const;

/** «อ่านได้บางส่วน … · อ่าน 120 แถว ใช้ในรายงาน 112 แถว แยกไว้ 8 แถว · ตรวจพบ 3 เรื่อง · เอกสารหายไปอย่างน้อย 6 ฉบับ» */
export function damageLead(
  part: {
    readonly state: PartitionState;
    readonly rowsRead: number;
    readonly rowsLoaded: number;
    readonly rowsQuarantined: number;
  },
  findings: number,
  missing: string,
): string {
  const rows = `อ่าน ${sayCount(part.rowsRead)} แถว ใช้ในรายงาน ${sayCount(part.rowsLoaded)} แถว`;
  const apart = part.rowsQuarantined > 0 ? ` แยกไว้ ${sayCount(part.rowsQuarantined)} แถว` : "";
  return [
    DAMAGE.lead[part.state],
    part.rowsRead > 0 ? rows + apart : "",
    findings > 0 ? `ตรวจพบ ${sayCount(findings)} เรื่อง` : "",
    missing,
  ]
    .filter((one) => one !== "")
    .join(" · ");
}

export const LAOS = {
  nationTitle: "องค์กรปกครองส่วนท้องถิ่นทั้งหมด",
  inProvince: (province: string) => `จังหวัด${province}`,
  provinceTitle: (province: string) => `องค์กรปกครองส่วนท้องถิ่นในจังหวัด${province}`,
  name: "ชื่อ อปท.",
  code: "รหัส",
  district: "อำเภอ",
  province: "จังหวัด",
  state: "สภาพข้อมูล",
  filterTitle: "ค้นหา",
  search: "ชื่อ รหัส หรืออำเภอ",
  searchHint: "เช่น หนองบัว หรือ 06350302",
  anyState: "ทุกสภาพ",
  withState: (state: string) => `มีส่วนที่${state}`,
  sort: "เรียงตาม",
  sorts: {
    name: "ชื่อ",
    code: "รหัส",
    district: "จังหวัดและอำเภอ",
    damage: "เสียหายมากก่อน",
    amount: "ยอดขาดมากก่อน",
    documents: "เอกสารหายมากก่อน",
    unchecked: "ตรวจข้อมูลย้อนหลังน้อยก่อน",
    difference: "ผลต่างที่ยังไม่ตรวจมากก่อน",
    activity: "เคลื่อนไหวล่าสุดก่อน",
  },
  show: "แสดง",
  pages: "หน้าของรายชื่อ",
  none: "ไม่พบ อปท. ตามที่ค้นหา",
  noneAdvice: "ลองใช้คำที่สั้นลง หรือเลือกทุกสภาพ",
  clear: "แสดงทั้งหมด",
} as const;

export const SNAPSHOTS = {
  title: "ชุดข้อมูลที่นำเข้า",
  titleEn: "Loaded archives",
  lead: (count: number) => (count === 0 ? "ยังไม่มีชุดข้อมูลในระบบ" : `นำเข้าแล้ว ${sayCount(count)} ชุด`),
  howToTitle: "วิธีนำเข้าชุดข้อมูล (How to load an archive)",
  howTo: "ผู้ดูแลเครื่องสั่งจากบรรทัดคำสั่ง (run at the command line of the machine):",
  name: "ชื่อชุดข้อมูล (Title)",
  id: "รหัส (Id)",
  kind: "ชนิด (Kind)",
  asOf: "ข้อมูล ณ วันที่ (As of)",
  period: "ช่วงข้อมูล (Period)",
  loadedAt: "นำเข้าเมื่อ (Loaded)",
  status: "สถานะ (Status)",
  statuses: {
    served: "เปิดให้ดูแล้ว (served)",
    loading: "กำลังนำเข้า ยังไม่เปิดให้ดู (loading)",
    retired: "มีชุดใหม่แทนแล้ว รอลบ (retired)",
  },
  commands: [
    { command: "npm run portal -- check BAG", meaning: "ตรวจชุดข้อมูลโดยยังไม่นำเข้า (check without loading)" },
    {
      command: "npm run portal -- load BAG",
      meaning: "ตรวจและนำเข้า เปิดให้ดูเมื่อนำเข้าครบทั้งชุด (load, served when complete)",
    },
    { command: "npm run portal -- snapshots", meaning: "ดูชุดข้อมูลที่นำเข้าแล้ว (list what is loaded)" },
  ],
  table: "รายการชุดข้อมูล",
} as const;
