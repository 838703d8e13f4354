/** รายงานทะเบียนข้อมูลสินทรัพย์: the assets acquired in a period, by category and kind, with the fund that paid each. */

import type { ReportDefinition } from "../definition";
import type { ReportColumn } from "../document";

/** The eight sub-columns of แหล่งเงิน in the Excel export of e-LAAS (DOMAIN.md §3.2, ASSET), in its order. */
export const FUND_SOURCES = [
  "เงินงบประมาณ",
  "เงินสะสม/เงินทุนสำรองเงินสะสม",
  "เงินอุดหนุนระบุวัตถุประสงค์/เฉพาะกิจ",
  "เงินรับฝาก",
  "รับโอน/รับบริจาค",
  "เงินกู้",
  "รายได้สะสม",
  "ทุนดำเนินการ",
] as const;

const FUNDS: readonly ReportColumn[] = FUND_SOURCES.map((label, index) => ({
  id: `fund_${index + 1}`,
  label,
  group: "แหล่งเงิน",
  kind: "amount",
  width: 12,
  summed: true,
}));

export const assetRegister: ReportDefinition = {
  id: "asset-register",
  title: "รายงานทะเบียนข้อมูลสินทรัพย์",
  module: "assets",
  tables: ["assets"],
  period: "range",
  parameters: ["unit", "q"],
  required: [],
  // The found columns in their order, without those that the archive does not hold (see absences).
  columns: [
    { id: "number", label: "ลำดับ", kind: "count", width: 6 },
    { id: "category", label: "ประเภทสินทรัพย์", kind: "text", width: 14 },
    { id: "asset_kind", label: "ชนิดสินทรัพย์", kind: "text", width: 16 },
    { id: "asset_code", label: "รหัสสินทรัพย์ในระบบ", kind: "code", width: 18 },
    { id: "name", label: "ชื่อสินทรัพย์", kind: "text", width: 28 },
    { id: "acquired_date", label: "วันที่ได้มา", kind: "date", width: 11 },
    { id: "price", label: "ราคาสินทรัพย์", kind: "amount", width: 13, summed: true },
    { id: "life", label: "อายุ", kind: "text", width: 6 },
    { id: "status", label: "สถานะ", kind: "text", width: 9 },
    ...FUNDS,
  ],
  landscape: true,
  signatures: ["ผู้จัดทำ", "ผู้ตรวจสอบ"],
  isApproximateForm: true,
  absences: [
    "รหัสสินทรัพย์ที่ อปท. กำหนดเอง รายละเอียดสินทรัพย์ ได้มาโดย ได้มาจาก สภาพสินทรัพย์ และงานที่รับผิดชอบ ไม่มีในชุดข้อมูล จึงไม่มีช่องเหล่านี้",
    "ชุดข้อมูลมีเฉพาะสินทรัพย์ที่ได้มาในช่วงของชุดข้อมูล ไม่มีสินทรัพย์ที่ได้มาก่อนหน้านั้น",
  ],
  help: {
    purpose: "สินทรัพย์ที่ได้มาในงวดที่เลือก แยกตามประเภทและชนิด พร้อมราคาและแหล่งเงิน",
    restsOn: ["ทะเบียนสินทรัพย์ที่ได้มาในแต่ละเดือน", "ลำดับช่องตามแฟ้ม Excel ของระบบ e-LAAS"],
    agreesWith: "ผลรวมแหล่งเงินทั้งแปดช่องต้องเท่ากับราคาสินทรัพย์",
  },
};
