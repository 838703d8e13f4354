/** Names of roles and of what they may read. */

/** By role, as people are called; the words of the README. */
const ROLE_NAMES: Readonly<Record<string, string>> = {
  accountant: "เจ้าหน้าที่บัญชีของ อปท.",
  auditor: "ผู้ตรวจสอบระดับจังหวัด",
  department: "ส่วนกลาง",
  administrator: "ผู้ดูแลระบบ",
};

export function roleName(role: string): string {
  return ROLE_NAMES[role] ?? role;
}

/** «รหัส อปท. 06350302», «ทั้งประเทศ» for a grant as it is written down (`lao:06350302`, `nation`). */
export function grantWords(grant: string): string {
  const [kind, code] = grant.split(":");
  if (kind === "lao") return `รหัส อปท. ${code}`;
  if (kind === "province") return `รหัสจังหวัด ${code}`;
  return kind === "nation" ? "ทั้งประเทศ" : "ไม่ดูข้อมูลบัญชี";
}
