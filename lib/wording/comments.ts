/** Words of the comments to an LAO. */
export const COMMENTS = {
  title: "ความเห็นจากผู้ตรวจสอบ",
  none: "ยังไม่มีความเห็น",
  open: "รอดำเนินการ",
  done: "ดำเนินการแล้ว",
  ofLao: "อปท.",
  ofOverseer: "ผู้ตรวจสอบ",
  write: "ความเห็นถึง อปท.",
  send: "ส่งความเห็น",
  answer: "ตอบ",
  sendAnswer: "ส่งคำตอบ",
  markDone: "ทำเครื่องหมายว่าดำเนินการแล้ว",
  reopen: "เปิดเรื่องอีกครั้ง",
  saidDone: "ทำเครื่องหมายว่าดำเนินการแล้ว",
  saidReopened: "เปิดเรื่องอีกครั้ง",
  limit: "ข้อความล้วน ไม่เกิน 2,000 ตัวอักษร แก้หรือลบภายหลังไม่ได้",
} as const;
