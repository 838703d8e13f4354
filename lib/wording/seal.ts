/** What PDF and Excel say about how they can be checked. */

/** At the foot of each page. */
export function sealLine(code: string): string {
  return `รหัสตรวจสอบ ${code}`;
}

/** At the end of the report, and on the Excel sheet of the QR code. */
export function howToVerify({ code, address }: { readonly code: string; readonly address: string }): string {
  const page = address.slice(0, address.lastIndexOf("/"));
  return `ตรวจว่าเอกสารนี้ออกจากระบบจริง: สแกน QR ด้วยโทรศัพท์ หรือเปิด ${page} แล้วพิมพ์รหัส ${code} จากนั้นเทียบยอดรวมกับที่พิมพ์ไว้ หรือส่งแฟ้มให้ระบบตรวจ`;
}

export const SEAL_SHEET = "ตรวจสอบเอกสาร";
export const SEAL_LABELS = { code: "รหัสตรวจสอบ", how: "วิธีตรวจสอบ" } as const;
