/** ติดตามการปฏิบัติงานของ อปท.: what each LAO of a province has in the archive and up to which day, how its data stands, and how far it has come with what it keyed again. */
import { FOLLOW_UP } from "@/lib/wording/follow-up";
import type { ReportDefinition } from "../definition";

export const laoProgress: ReportDefinition = {
  id: "lao-progress",
  title: "ติดตามการปฏิบัติงานของ อปท.",
  alsoKnownAs: ["ติดตามการบันทึกบัญชี", "รายงานติดตามการปฏิบัติงานขององค์กรปกครองส่วนท้องถิ่น"],
  module: "oversight",
  tables: ["journal", "budget_lines"],
  isOverview: true,
  period: "document",
  parameters: [],
  required: [],
  // No print was found: the columns are ours.
  columns: [
    { id: "lao", label: "องค์กรปกครองส่วนท้องถิ่น", kind: "text", width: 32 },
    { id: "lao_code", label: "รหัส อปท.", kind: "code", width: 12 },
    { id: "district", label: "อำเภอ", kind: "text", width: 16 },
    { id: "budget", label: "งบประมาณในชุดข้อมูล", kind: "text", width: 20 },
    { id: "last_day", label: "วันที่มีรายการบัญชีล่าสุด", kind: "date", width: 15 },
    { id: "months", label: "เดือนที่มีรายการบัญชี", kind: "count", width: 13 },
    { id: "intact", label: "ไม่พบร่องรอยความเสียหาย", group: "ส่วนของข้อมูล (ระบบ × เดือน)", kind: "count", width: 15 },
    { id: "inconsistent", label: "ยอดไม่ตรง", group: "ส่วนของข้อมูล (ระบบ × เดือน)", kind: "count", width: 11 },
    { id: "partial", label: "เสียหายบางส่วน", group: "ส่วนของข้อมูล (ระบบ × เดือน)", kind: "count", width: 12 },
    { id: "lost", label: "อ่านไม่ได้", group: "ส่วนของข้อมูล (ระบบ × เดือน)", kind: "count", width: 11 },
    { id: "share", label: "ตรวจแล้ว", group: "ข้อมูลย้อนหลัง", kind: "text", width: 14 },
    { id: "difference", label: "ผลต่างที่ยังไม่ตรวจ", group: "ข้อมูลย้อนหลัง", kind: "amount", width: 16 },
    { id: "last_activity", label: "เคลื่อนไหวล่าสุด", group: "ข้อมูลย้อนหลัง", kind: "date", width: 13 },
  ],
  landscape: true,
  signatures: ["ผู้จัดทำ", "ผู้ตรวจสอบ"],
  isApproximateForm: true,
  absences: [
    "ชุดข้อมูลไม่บอกว่า อปท. ปิดบัญชีประจำเดือนหรือประจำปีแล้วหรือยัง และไม่มีสถานะอนุมัติข้อบัญญัติงบประมาณ จึงแสดงเท่าที่เห็นจากรายการ",
    "วันที่มีรายการล่าสุดนับจากรายการที่อ่านได้ ถ้าส่วนบัญชีของเดือนหลังอ่านไม่ได้ วันจริงอาจช้ากว่านี้",
  ],
  help: {
    purpose: "ดูว่า อปท. แต่ละแห่งในจังหวัดมีงบประมาณและรายการบัญชีในชุดข้อมูลถึงวันใด และข้อมูลส่วนใดเสียหาย",
    restsOn: [
      "งบประมาณ: มีบรรทัดงบประมาณในเดือนใดเดือนหนึ่งของชุดข้อมูล",
      "รายการบัญชี: รายการในสมุดเงินสดรับ สมุดเงินสดจ่าย และสมุดรายวันทั่วไปที่อ่านได้",
      "สภาพข้อมูล: ผลการตรวจเมื่อนำเข้าชุดข้อมูล ส่วนที่ว่างไม่นับ",
      `ข้อมูลย้อนหลัง: ${FOLLOW_UP.note}`,
    ],
    agreesWith: "จำนวนส่วนของแต่ละแห่งตรงกับหนังสือรับรองสภาพข้อมูลของแห่งนั้น",
  },
};
