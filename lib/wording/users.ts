/** Words of the users' page; English beside the Thai, since operators may know the portal by its command line. */
import { sayCount } from "./finding-phrases";

export const USERS = {
  title: "ผู้ใช้งาน",
  titleEn: "Users",
  table: "รายชื่อผู้ใช้งาน",
  name: "ชื่อ (Name)",
  email: "อีเมล (E-mail)",
  role: "บทบาท (Role)",
  grant: "ขอบเขตข้อมูล (Scope)",
  status: "สถานะ (Status)",
  lastSignedIn: "เข้าใช้ล่าสุด (Last sign-in)",
  manage: "จัดการ",
  /** Follows «จัดการ» for those who hear the page. */
  manageOf: (name: string) => `บัญชีของ ${name}`,
  never: "ยังไม่เคย",
  unknownOffice: "ยังไม่พบรหัสนี้ในชุดข้อมูลที่นำเข้า",
  active: "ใช้งานได้",
  disabled: "ระงับแล้ว",
  locked: (until: string) => `พักถึง ${until} เพราะใส่รหัสผ่านผิดหลายครั้ง`,
  mustChange: "รอตั้งรหัสผ่านครั้งแรก",
  search: "ค้นหาชื่อ อีเมล หรือรหัส",
  show: "แสดง",
  none: "ไม่พบผู้ใช้ตามที่ค้นหา",
  pages: "หน้าของรายชื่อผู้ใช้",
  disable: "ระงับการใช้งาน (Disable)",
  disableNote: "ผู้ใช้จะถูกออกจากระบบทันทีและเข้าอีกไม่ได้ ประวัติการใช้งานยังอยู่ครบ",
  enable: "ให้ใช้งานได้อีก (Enable)",
  enableNote: "ใช้รหัสผ่านเดิมเข้าได้ทันที",
  unlock: "เลิกพักบัญชี (Unlock)",
  reset: "ตั้งรหัสผ่านใหม่ (Reset password)",
  resetNote: "ระบบจะออกรหัสผ่านครั้งแรกให้ ผู้ใช้จะถูกออกจากระบบและต้องตั้งรหัสผ่านเองเมื่อเข้าครั้งต่อไป",
  self: "บัญชีของท่าน",
  addTitle: "เพิ่มผู้ใช้ (Add a user)",
  add: "เพิ่มผู้ใช้",
  addRight: "บทบาทและขอบเขตข้อมูล",
  addCode: "รหัส อปท. 8 หลัก หรือรหัสจังหวัด",
  addCodeHint: "เว้นว่างไว้สำหรับบทบาทที่เห็นทั้งประเทศ หรือไม่ดูข้อมูลบัญชี",
  addNameHint: "ชื่อและนามสกุล",
  initialPassword: "รหัสผ่านครั้งแรก",
  initialPasswordNote: "แสดงเพียงครั้งนี้ โปรดแจ้งผู้ใช้ด้วยช่องทางที่ปลอดภัย ผู้ใช้ต้องตั้งรหัสผ่านเองเมื่อเข้าครั้งแรก",
  badRight: "โปรดเลือกบทบาท และใส่รหัสให้ตรงกับบทบาท: อปท. 8 หลัก หรือรหัสจังหวัดเป็นตัวเลข",
} as const;

export const USER_CHANGED = {
  add: (email: string, office: string | null) => `เพิ่มผู้ใช้ ${email} แล้ว${office === null ? "" : ` เห็นข้อมูลของ ${office}`}`,
  disable: (email: string) => `ระงับการใช้งานของ ${email} แล้ว`,
  enable: (email: string) => `ให้ ${email} ใช้งานได้แล้ว`,
  reset: (email: string) => `ตั้งรหัสผ่านใหม่ให้ ${email} แล้ว`,
} as const;

/** Kinds of rights that the form offers, as `role/grant`. An administrator of one LAO or province is made at the command line. */
export const RIGHT_CHOICES = [
  { value: "accountant/lao", label: "เจ้าหน้าที่บัญชี — เห็น อปท. หนึ่งแห่ง" },
  { value: "auditor/province", label: "ผู้ตรวจสอบ — เห็นทุก อปท. ในจังหวัด" },
  { value: "department/nation", label: "ส่วนกลาง — เห็นทั้งประเทศ" },
  { value: "administrator/none", label: "ผู้ดูแลระบบ — ไม่ดูข้อมูลบัญชี" },
  { value: "administrator/nation", label: "ผู้ดูแลระบบ — และเห็นข้อมูลทั้งประเทศ" },
] as const;

/** «ผู้ใช้ 12 คน», «พบผู้ใช้ 2 คน» after a search. */
export function usersLead(userCount: number, term: string): string {
  if (term !== "") return userCount === 0 ? USERS.none : `พบผู้ใช้ ${sayCount(userCount)} คน`;
  return `ผู้ใช้ทั้งหมด ${sayCount(userCount)} คน`;
}
