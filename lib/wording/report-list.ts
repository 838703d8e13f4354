/** Words of the list of reports, of pins and of what was opened last, and of the page that explains a report. */
import { formatDate, parseIsoDate } from "@/lib/period/date";
import { formatMonthShort, parseMonth } from "@/lib/period/month";

export const REPORT_LIST = {
  title: "รายงานทั้งหมด",
  lead: (count: number) => `เลือกจาก ${count} รายงาน พิมพ์ชื่อหรือชื่อย่อเพื่อค้นหา`,
  all: "รายงานทั้งหมด พร้อมคำอธิบายและปักหมุด",
  filter: "ค้นหารายงาน",
  filterHint: "ชื่อหรือชื่อย่อ เช่น งบทดลอง",
  shown: (count: number) => (count === 0 ? "ไม่พบรายงานชื่อนี้" : `พบ ${count} รายงาน กด Enter เปิดรายงานแรก`),
  atHand: "รายงานที่ใช้บ่อย",
  pinned: "ปักหมุดไว้",
  recent: "เปิดล่าสุด",
  pin: "ปักหมุด",
  unpin: "เลิกปักหมุด",
  pinOf: (title: string, isPinned: boolean) => (isPinned ? `เลิกปักหมุด ${title}` : `ปักหมุด ${title}`),
  alsoKnownAs: (names: readonly string[]) => `เรียกอีกชื่อ: ${names.join(" · ")}`,
  explain: "คำอธิบายรายงาน",
  explainOf: (title: string) => `คำอธิบายรายงาน ${title}`,
} as const;

export const REPORT_HELP = {
  purpose: "ใช้ดูอะไร",
  restsOn: "ตัวเลขมาจากไหน",
  tables: "ตารางของข้อมูลเดิมที่ใช้",
  agreesWith: "ต้องตรงกับอะไร",
  form: "แบบพิมพ์",
  foundForm: "คอลัมน์และลำดับเป็นไปตามแบบพิมพ์เดิมของระบบ e-LAAS",
  approximateForm: "รูปแบบโดยประมาณ: ไม่พบแบบพิมพ์เดิมของรายงานนี้ ตารางจึงจัดตามแบบที่เสนอ ไม่ใช่แบบของทางราชการ",
  absences: "สิ่งที่ชุดข้อมูลไม่มี",
  columns: "คอลัมน์",
  parameters: "เลือกได้",
  open: "เปิดรายงานนี้",
} as const;

/** «มี.ค. 67», «1101010101.001 · 6 ม.ค. 2567 – 31 มี.ค. 2567»: the choices that tell one view of a report from another. */
export function sayRecentParams(params: Readonly<Record<string, string>>): string {
  const { month, from, to, date, ...others } = params;
  const day = (text: string | undefined) => {
    const read = parseIsoDate(text ?? "");
    return read ? formatDate(read) : (text ?? "");
  };
  const shownMonth = parseMonth(month ?? "");
  const period = shownMonth
    ? formatMonthShort(shownMonth)
    : date
      ? `ณ ${day(date)}`
      : from || to
        ? `${day(from)} – ${day(to)}`
        : "";
  const rest = Object.entries(others).flatMap(([id, value]) =>
    id === "groups" || value === "" ? [] : [id === "q" ? `«${value}»` : value],
  );
  return [...rest, period].filter((part) => part !== "").join(" · ");
}
