/** The audit log in sentences: what somebody did, to what, with which outcome. */

import { isModule } from "@/lib/office/office";
import { formatDate, parseIsoDate } from "@/lib/period/date";
import { formatMonthShort, parseMonth } from "@/lib/period/month";
import { grantWords, roleName } from "./access";
import { sayCount } from "./finding-phrases";
import { moduleName } from "./names";
import { decisionName } from "./rekeyed";
import { isDocumentKind, kindName } from "./search";

export const AUDIT = {
  title: "บันทึกการใช้งาน",
  titleEn: "Audit log",
  lead: "ใครทำอะไร เมื่อใด บันทึกนี้เพิ่มได้อย่างเดียว แก้หรือลบจากระบบไม่ได้",
  at: "เวลา",
  who: "ผู้ใช้",
  what: "สิ่งที่ทำ",
  from: "ตั้งแต่วันที่ (ค.ศ.)",
  to: "ถึงวันที่ (ค.ศ.)",
  email: "อีเมลผู้ใช้",
  type: "ประเภท",
  anyType: "ทุกประเภท",
  lao: "รหัส อปท.",
  show: "แสดง",
  clear: "แสดงทั้งหมด",
  none: "ไม่พบรายการตามที่เลือก",
  older: "รายการเก่ากว่านี้",
  newest: "กลับไปรายการล่าสุด",
  pages: "หน้าของบันทึก",
  operator: "ผู้ปฏิบัติงานที่บรรทัดคำสั่ง",
  table: "ตารางบันทึกการใช้งาน",
} as const;

const TYPE_NAMES: Readonly<Record<string, string>> = {
  "sign-in": "เข้าสู่ระบบ",
  "sign-out": "ออกจากระบบ",
  "view-report": "เปิดดูรายงาน",
  "export-report": "ดาวน์โหลดรายงาน",
  "verify-file": "ตรวจสอบแฟ้มรายงาน",
  "export-bundle": "จัดทำชุดรายงาน",
  "download-bundle": "ดาวน์โหลดชุดรายงาน",
  "make-work-pack": "จัดทำแฟ้มงาน",
  "search-documents": "ค้นหาเอกสาร",
  "upload-rekeyed": "ส่งแฟ้มข้อมูลย้อนหลัง",
  "delete-rekeyed": "ลบแฟ้มข้อมูลย้อนหลัง",
  "view-rekeyed": "ดูผลตรวจข้อมูลย้อนหลัง",
  "decide-rekeyed": "บันทึกผลตรวจข้อมูลย้อนหลัง",
  "write-comment": "เขียนความเห็นถึง อปท.",
  "view-damage": "ดูหลักฐานความเสียหาย",
  "load-archive": "นำเข้าชุดข้อมูล",
  "change-user": "เปลี่ยนแปลงผู้ใช้",
  "view-audit-log": "เปิดดูบันทึกการใช้งาน",
};

export function auditTypeName(type: string): string {
  return TYPE_NAMES[type] ?? type;
}

/** An event as it stands in the log: its type and whatever facts it has. */
export interface LoggedEvent {
  readonly type: string;
  readonly [fact: string]: unknown;
}

/** Names that the log does not hold: of the LAO and of the report, where they are known. */
export interface EventNames {
  readonly laoName: string | null;
  readonly reportTitle: string | null;
}

const SIGN_IN_OUTCOMES: Readonly<Record<string, string>> = {
  ok: "เข้าสู่ระบบ",
  wrong: "เข้าสู่ระบบไม่สำเร็จ: อีเมลหรือรหัสผ่านไม่ถูกต้อง",
  locked: "เข้าสู่ระบบไม่สำเร็จ: บัญชีถูกพักเพราะใส่รหัสผ่านผิดหลายครั้ง",
  disabled: "เข้าสู่ระบบไม่สำเร็จ: บัญชีถูกระงับ",
};

const COMMENT_KIND_NAMES: Readonly<Record<string, string>> = {
  opened: "เขียนความเห็นในหน้า",
  answer: "ตอบความเห็นในหน้า",
  done: "ทำเครื่องหมายว่าดำเนินการตามความเห็นแล้วในหน้า",
  reopened: "เปิดเรื่องตามความเห็นอีกครั้งในหน้า",
};

const LOAD_OUTCOMES: Readonly<Record<string, string>> = {
  loaded: "นำเข้าแล้ว",
  unchanged: "มีอยู่แล้วและเหมือนเดิม ไม่มีอะไรเปลี่ยน",
  refused: "ไม่รับ",
  replaced: "นำเข้าแทนชุดเดิม",
};

const PARAMETER_NAMES: Readonly<Record<string, string>> = {
  month: "เดือน",
  from: "ตั้งแต่",
  to: "ถึง",
  date: "ณ วันที่",
  account: "บัญชี",
  entry: "เอกสารเลขที่",
  groups: "แสดงบัญชีคุม",
  q: "ค้นหา",
  kind: "ประเภทเอกสาร",
  module: "ระบบงาน",
  period: "งวด",
  email: "ผู้ใช้",
  type: "ประเภท",
  lao: "รหัส อปท.",
  upload: "ลำดับแฟ้ม",
};

/** One sentence; an event that a newer portal wrote shows its own words, so that nothing is hidden. */
export function sayAuditEvent(event: LoggedEvent, names: EventNames): string {
  const text = (fact: string) => (typeof event[fact] === "string" ? event[fact] : "");
  const isProvince = text("lao") === "" && text("province") !== "";
  const lao = names.laoName ? `${names.laoName} (${text("lao")})` : ` อปท. ${text("lao")}`;
  const office = isProvince ? ` จังหวัดรหัส ${text("province")}` : lao;
  const report = names.reportTitle ?? ` ${text("reportId")}`;
  switch (event.type) {
    case "sign-in":
      return SIGN_IN_OUTCOMES[text("outcome")] ?? auditTypeName(event.type);
    case "view-report":
      return `เปิดดู${report} ของ${office}${sayParameters(event.params)} จากชุดข้อมูล ${text("snapshot")}`;
    case "export-report":
      return `ดาวน์โหลด${report} เป็น ${text("format").toUpperCase()} ของ${office}${sayParameters(event.params)} จากชุดข้อมูล ${text("snapshot")}`;
    case "verify-file":
      return `ตรวจสอบแฟ้ม ${text("format").toUpperCase()} ของ${report} ของ${office}${sayParameters(event.params)} กับชุดข้อมูล ${text("snapshot")}`;
    case "export-bundle":
      return `จัดทำชุดรายงาน ${text("month") === "all" ? "ทุกเดือน" : sayParameter("month", text("month"))} เป็น ${text("formats").toUpperCase()} ของ${office} จากชุดข้อมูล ${text("snapshot")}`;
    case "make-work-pack":
      return `จัดทำแฟ้มงาน ${text("pack")} ของ${office}${text("unit") === "" ? "" : ` หน่วยงานรหัส ${text("unit")}`} จากชุดข้อมูล ${text("snapshot")}`;
    case "search-documents":
      return `ค้นหาเอกสารของ${office}${sayParameters(event.params)} ในชุดข้อมูล ${text("snapshot")} พบ ${sayCount(Number(event.found))} ฉบับ`;
    case "upload-rekeyed":
      return `ส่งแฟ้มข้อมูลย้อนหลัง «${text("fileName")}» ของ${office} อ่านได้ ${sayCount(Number(event.documents))} ฉบับ`;
    case "delete-rekeyed":
      return `ลบแฟ้มข้อมูลย้อนหลังลำดับที่ ${text("upload")} ของ${office}`;
    case "view-rekeyed":
      return `ดูผลตรวจข้อมูลย้อนหลังของ${office} เทียบชุดข้อมูล ${text("snapshot")}`;
    case "decide-rekeyed":
      return `บันทึกผลตรวจข้อมูลย้อนหลังของ${office} ${sayCount(Number(event.items))} รายการ: ${decisionName(text("decision"))}`;
    case "write-comment":
      return `${COMMENT_KIND_NAMES[text("kind")] ?? auditTypeName(event.type)}ของ${office}`;
    case "view-damage":
      return `ดูหลักฐานความเสียหายของ${office} ในชุดข้อมูล ${text("snapshot")}`;
    case "load-archive":
      return `นำเข้าชุดข้อมูล ${text("snapshot")}: ${LOAD_OUTCOMES[text("outcome")] ?? text("outcome")}`;
    case "change-user":
      return sayUserChange(text("change"), text("email"), text("role"), text("grant"));
    case "view-audit-log":
      return `เปิดดูบันทึกการใช้งาน${sayParameters(event.filter)}`;
    default:
      return auditTypeName(event.type);
  }
}

function sayUserChange(change: string, email: string, role: string, grant: string): string {
  switch (change) {
    case "add":
      return `เพิ่มผู้ใช้ ${email} เป็น${roleName(role)} (${grantWords(grant)})`;
    case "disable":
      return `ระงับการใช้งานของ ${email}`;
    case "enable":
      return `ให้ ${email} ใช้งานได้อีก`;
    case "reset":
      return `ตั้งรหัสผ่านใหม่ให้ ${email}`;
    case "password":
      return "เปลี่ยนรหัสผ่านของตนเอง";
    default:
      return `${auditTypeName("change-user")} ${email}`;
  }
}

/** « (เดือน มี.ค. 67, บัญชี 1101010101.001)»; nothing where there are none. */
function sayParameters(params: unknown): string {
  if (typeof params !== "object" || params === null) return "";
  const said = Object.entries(params).flatMap(([name, value]) =>
    typeof value === "string" && value !== "" ? [sayParameter(name, value)] : [],
  );
  return said.length === 0 ? "" : ` (${said.join(", ")})`;
}

function sayParameter(name: string, value: string): string {
  const label = PARAMETER_NAMES[name] ?? name;
  if (name === "groups") return label;
  if (name === "kind") return `${label} ${isDocumentKind(value) ? kindName(value) : value}`;
  if (name === "module") return `${label} ${isModule(value) ? moduleName(value) : value}`;
  const month = parseMonth(value);
  const date = parseIsoDate(value);
  const shown =
    name === "type" ? auditTypeName(value) : date ? formatDate(date) : month ? formatMonthShort(month) : value;
  return `${label} ${shown}`;
}
