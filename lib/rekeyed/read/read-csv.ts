/** Reads a CSV as people save them: UTF-8 or windows-874, comma, semicolon or tab, quoted cells that hold line breaks. All cells are texts. */
import { parse } from "csv-parse/sync";
import { refuseSize, refuseUpload } from "./refuse-upload";
import type { Sheet, SheetCell } from "./sheet";
import type { UploadLimits } from "./upload-limits";

/** Records are numbered from 1, the head included. Throws AppError for what is no text or too large. */
export function readCsv(bytes: Buffer, name: string, limits: UploadLimits): Sheet {
  const text = decode(bytes);
  let records: string[][];
  try {
    records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: limits.columns * limits.cellCharacters,
      to: limits.rows + 1,
    });
  } catch (cause) {
    return refuseUpload("อ่านแฟ้ม CSV นี้ไม่ได้ เครื่องหมายคำพูดในบางแถวไม่ครบคู่ — โปรดเปิดด้วย Excel ตรวจแถวนั้น แล้วส่งอีกครั้ง", cause);
  }
  if (records.length > limits.rows)
    refuseSize("แฟ้มนี้มีแถวมากเกินกว่าที่ระบบรับ — โปรดแบ่งเป็นหลายแฟ้ม เช่น เดือนละแฟ้ม แล้วส่งทีละแฟ้ม");
  const rows = records.map((record, at) => ({
    rowNo: at + 1,
    cells: new Map<number, SheetCell>(
      record
        .slice(0, limits.columns)
        .flatMap((cell, column) => (cell.trim() === "" ? [] : [[column, { kind: "text", text: cell }] as const])),
    ),
  }));
  return { name, rows: rows.filter(({ cells }) => cells.size > 0), isFrom1904: false };
}

/** windows-874 where the bytes are no UTF-8; it leaves no Thai byte unread. NUL is in no text. */
function decode(bytes: Buffer): string {
  if (bytes.includes(0)) return refuseUpload("แฟ้มนี้ไม่ใช่แฟ้มข้อความ CSV — โปรดบันทึกเป็น .xlsx หรือ CSV UTF-8 แล้วส่งอีกครั้ง");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-874").decode(bytes);
  }
}

/** The one that the first line has most of. */
function delimiterOf(text: string): string {
  const first = text.slice(0, text.search(/\r?\n|$/));
  const count = (mark: string) => first.split(mark).length;
  return [",", ";", "\t"].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}
