/** What is said when something goes wrong outside of the data. */

export const PROBLEMS = {
  title: "ดำเนินการไม่สำเร็จ",
  toHome: "กลับหน้าแรก",
  toSignIn: "เข้าสู่ระบบ",
  bug: (reference: string) =>
    `ระบบขัดข้องชั่วคราว ข้อมูลที่จัดเก็บไว้ไม่ได้รับผลกระทบ โปรดลองใหม่ หากยังไม่สำเร็จ ให้แจ้งผู้ดูแลระบบพร้อมเลขอ้างอิง ${reference}`,
} as const;
