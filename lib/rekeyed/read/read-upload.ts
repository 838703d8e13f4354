/** One uploaded file into its sheets, whatever it is called: what it is shows in its first bytes. */
import { readCsv } from "./read-csv";
import { readWorkbook } from "./read-workbook";
import { refuseSize, refuseUpload } from "./refuse-upload";
import type { Sheet } from "./sheet";
import { UPLOAD_LIMITS } from "./upload-limits";

/** Throws AppError (`input/invalid`, `too-large`) with a sentence that says what to do. */
export async function readUpload(bytes: Buffer, name: string, limits = UPLOAD_LIMITS): Promise<readonly Sheet[]> {
  if (bytes.length > limits.fileBytes)
    refuseSize(`แฟ้มใหญ่เกิน ${Math.floor(limits.fileBytes / 2 ** 20)} เมกะไบต์ — โปรดแบ่งเป็นหลายแฟ้มแล้วส่งทีละแฟ้ม`);
  if (bytes.length === 0) refuseUpload("แฟ้มนี้ว่างเปล่า — โปรดตรวจว่าบันทึกแฟ้มแล้ว และส่งอีกครั้ง");
  if (bytes.subarray(0, 4).equals(OLE))
    refuseUpload(
      "แฟ้มนี้เป็น Excel รุ่นเก่า (.xls) หรือมีรหัสผ่าน ซึ่งระบบไม่รับ — โปรดเปิดด้วย Excel เอารหัสผ่านออก บันทึกเป็น Excel Workbook (.xlsx) แล้วส่งอีกครั้ง",
    );
  if (bytes.subarray(0, 4).equals(ZIP)) return readWorkbook(bytes, limits);
  if (bytes.subarray(0, 5).equals(PDF)) refuseUpload("แฟ้มนี้เป็น PDF ซึ่งอ่านเป็นตารางไม่ได้ — โปรดส่งแฟ้ม Excel (.xlsx) หรือ CSV");
  return [readCsv(bytes, name, limits)];
}

const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const ZIP = Buffer.from("PK\u0003\u0004", "latin1");
const PDF = Buffer.from("%PDF-", "latin1");
