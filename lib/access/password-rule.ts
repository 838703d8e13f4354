/** What a password must be: long, and not the user's own name. No composition rules, they only make passwords predictable (NIST SP 800-63B §3.1.1). */

export const PASSWORD_LENGTH_MIN = 12;
/** Longer ones are refused rather than cut: nobody's password is ever silently another. */
export const PASSWORD_LENGTH_MAX = 200;
const DIFFERENT_SIGNS_MIN = 5;

/** What is wrong with a new password, as a Thai sentence for its owner; null when it will do. */
export function findPasswordFault(
  password: string,
  owner: { readonly email: string; readonly name: string },
): string | null {
  const signs = Array.from(password.normalize("NFC"));
  if (signs.length < PASSWORD_LENGTH_MIN) return `รหัสผ่านต้องยาวอย่างน้อย ${PASSWORD_LENGTH_MIN} ตัวอักษร`;
  if (signs.length > PASSWORD_LENGTH_MAX) return `รหัสผ่านต้องยาวไม่เกิน ${PASSWORD_LENGTH_MAX} ตัวอักษร`;
  if (new Set(signs).size < DIFFERENT_SIGNS_MIN) return "รหัสผ่านเดาง่ายเกินไป โปรดใช้ตัวอักษรให้หลากหลายกว่านี้";
  const lower = password.toLowerCase();
  const own = [owner.email.toLowerCase(), owner.email.split("@")[0]?.toLowerCase() ?? "", owner.name.toLowerCase()];
  if (own.some((word) => word.length >= 4 && lower.includes(word))) return "รหัสผ่านต้องไม่มีชื่อหรืออีเมลของผู้ใช้อยู่ในนั้น";
  return null;
}
