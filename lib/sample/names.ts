/** Made-up names of places and offices. Every one says that it is made up; none is the name of a real LAO. */
import type { LaoType } from "@/lib/office/office";
import type { Random } from "./random";

const PLACES = [
  "บ้านตัวอย่าง",
  "ทุ่งสมมุติ",
  "หนองทดลอง",
  "ดอนจำลอง",
  "คลองสมมุติ",
  "เขาตัวอย่าง",
  "ท่าจำลอง",
  "โคกทดลอง",
  "นาสมมุติ",
  "ห้วยตัวอย่าง",
  "วังจำลอง",
  "โนนทดลอง",
];

const DISTRICTS = [
  "สมมุติเหนือ",
  "ตัวอย่างใต้",
  "ทดลองตะวันออก",
  "จำลองตะวันตก",
  "สมมุติกลาง",
  "ตัวอย่างพัฒนา",
  "ทดลองสามัคคี",
  "จำลองนคร",
  "สมมุติคีรี",
  "ตัวอย่างธานี",
];

/** Name of the n-th made-up province (1 …); a lone province needs no number. */
export function provinceName(number: number, provinces: number): string {
  return provinces === 1 ? "สมมุติ" : `สมมุติ ${number}`;
}

/** District 0 is the seat of the province. */
export function districtName(district: number, province: string): string {
  if (district === 0) return `เมือง${province}`;
  const round = Math.floor((district - 1) / DISTRICTS.length);
  const name = DISTRICTS[(district - 1) % DISTRICTS.length] ?? "";
  return round === 0 ? name : `${name} ${round + 1}`;
}

/** Name of the n-th LAO (0 …) of a province, without its type. */
export function laoName(type: LaoType, number: number, province: string): string {
  if (type === "อบจ.") return province;
  const place = PLACES[number % PLACES.length] ?? "";
  return `${place} ${Math.floor(number / PLACES.length) + 1}`;
}

export type UnitKind = "ศพด." | "โรงเรียน" | "ประปา" | "รพ.สต." | "สถานธนานุบาล";

/** Name of a subordinate unit. */
export function unitName(kind: UnitKind, number: number, lao: string): string {
  const long: Record<UnitKind, string> = {
    "ศพด.": "ศูนย์พัฒนาเด็กเล็ก",
    โรงเรียน: "โรงเรียนสังกัดท้องถิ่น",
    ประปา: "กิจการประปา",
    "รพ.สต.": "โรงพยาบาลส่งเสริมสุขภาพตำบล",
    สถานธนานุบาล: "สถานธนานุบาล",
  };
  return `${long[kind]}${lao} แห่งที่ ${number}`;
}

const FIRST = ["รุ่งเรือง", "เจริญ", "ทวี", "พูน", "มั่งมี", "สมบูรณ์", "ไพศาล", "อุดม", "เพิ่ม", "ก้าวหน้า", "มิตร", "ธารา"];
const SECOND = ["ทรัพย์", "กิจ", "โชค", "พาณิชย์", "วัฒนา", "การค้า", "ชัย", "สุข", "ผล", "ภัณฑ์"];

/** A shop that does not exist. */
export function shopName(random: Random): string {
  return `ร้าน${random.pick(FIRST)}${random.pick(SECOND)}`;
}

const TRADES = ["", "", "ก่อสร้าง", "ปิโตรเลียม", "ซัพพลาย", "คอมพิวเตอร์", "การแพทย์", "ยานยนต์", "การไฟฟ้า"];

/** A firm that does not exist; limited companies and partnerships pay corporate tax (ภ.ง.ด.53). */
export function firmName(random: Random): string {
  const name = `${random.pick(FIRST)}${random.pick(SECOND)}${random.pick(TRADES)}`;
  return random.chance(0.45) ? `บริษัท ${name} จำกัด` : `ห้างหุ้นส่วนจำกัด ${name}`;
}
