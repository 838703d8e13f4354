/** What the reports of a province say. */
import { sayCount } from "./finding-phrases";

const NAMES_TOLD = 10;

const places = (count: number) => `${sayCount(count)} แห่ง`;

export const OVERSIGHT = {
  reports: "รายงานของจังหวัด",
  allLaos: "อปท. ในจังหวัด",
  laosOfNation: "อปท. ทั่วประเทศ",
  withBalances: "มีงบทดลองของเดือนนี้",
  intact: "ไม่พบร่องรอยความเสียหายในระบบบัญชีของเดือนนี้",
  withBudget: "พบงบประมาณ",
  withEntries: "พบรายการบัญชี",
  allIntact: "ไม่พบร่องรอยความเสียหายทุกส่วน",
  places,
  budgetFound: "มี",
  budgetNotFound: "ไม่พบ",
  /** The budget may have stood in what cannot be read. */
  budgetDamaged: "ไม่พบ (ส่วนงบประมาณเสียหาย)",
  withoutBalances: (names: readonly string[]) => {
    const told = names.slice(0, NAMES_TOLD).join(", ");
    const more = names.length > NAMES_TOLD ? ` และอีก ${places(names.length - NAMES_TOLD)}` : "";
    return `ไม่รวม ${places(names.length)}ที่ไม่มีงบทดลองของเดือนนี้ในชุดข้อมูล: ${told}${more}`;
  },
} as const;
