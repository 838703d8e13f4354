/**
 * The parts of an Excel workbook (a ZIP), bounded before and while they unfold: declared and running sizes, ratio, number of parts, no name
 * twice, no encryption. What it holds besides sheets is not touched; macros are refused.
 */
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { refuseSize, refuseUpload } from "./refuse-upload";
import type { UploadLimits } from "./upload-limits";

export interface Parts {
  readonly names: readonly string[];
  /** Pieces of a part's text; undefined where there is none of that name. */
  readonly read: (name: string) => AsyncGenerator<Buffer> | undefined;
}

const TOO_LARGE = "แฟ้มนี้กางออกแล้วใหญ่ผิดปกติ จึงไม่อ่าน — โปรดบันทึกเฉพาะแผ่นงานที่ต้องใช้เป็นแฟ้มใหม่ แล้วส่งอีกครั้ง";
const UNREADABLE = "อ่านแฟ้ม Excel นี้ไม่ได้ แฟ้มอาจเสียหาย — โปรดเปิดด้วย Excel แล้วบันทึกเป็น .xlsx ใหม่ แล้วส่งอีกครั้ง";

export async function openParts(bytes: Buffer, limits: UploadLimits): Promise<Parts> {
  let zip: ZipFile;
  try {
    zip = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true, strictFileNames: false });
  } catch (cause) {
    return refuseUpload(UNREADABLE, cause);
  }
  const entries = new Map<string, Entry>();
  let declared = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.size >= limits.parts) refuseSize(TOO_LARGE);
      if (entry.isEncrypted()) refuseUpload("แฟ้มนี้มีรหัสผ่าน — โปรดบันทึกเป็นแฟ้มที่ไม่มีรหัสผ่าน แล้วส่งอีกครั้ง");
      if (entries.has(entry.fileName)) refuseUpload(UNREADABLE);
      if (/vbaProject\.bin$/i.test(entry.fileName))
        refuseUpload("แฟ้มนี้มีมาโคร (.xlsm) ซึ่งระบบไม่รับ — โปรดบันทึกเป็น Excel Workbook (.xlsx) แล้วส่งอีกครั้ง");
      declared += entry.uncompressedSize;
      const isOdd =
        entry.uncompressedSize > limits.ratioFromBytes && entry.uncompressedSize > entry.compressedSize * limits.ratio;
      if (isOdd || declared > limits.unfoldedBytes) refuseSize(TOO_LARGE);
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    if (error instanceof Error && error.name === "AppError") throw error;
    refuseUpload(UNREADABLE, error);
  }
  let unfolded = 0;
  async function* pieces(entry: Entry): AsyncGenerator<Buffer> {
    const stream = await zip.openReadStreamPromise(entry);
    try {
      for await (const piece of stream as AsyncIterable<Buffer>) {
        unfolded += piece.length;
        if (unfolded > limits.unfoldedBytes) refuseSize(TOO_LARGE);
        yield piece;
      }
    } catch (error) {
      if (error instanceof Error && error.name === "AppError") throw error;
      refuseUpload(UNREADABLE, error);
    } finally {
      stream.destroy();
    }
  }
  return {
    names: [...entries.keys()],
    read: (name) => {
      const entry = entries.get(name);
      return entry && pieces(entry);
    },
  };
}
