/** Reads the sheets of an Excel workbook: values only, bounded, every number as the decimal text that the file holds. */
import { openParts, type Parts } from "./open-parts";
import { readXml } from "./read-xml";
import { refuseSize, refuseUpload } from "./refuse-upload";
import { columnOf, type Sheet, type SheetCell, type SheetRow } from "./sheet";
import type { UploadLimits } from "./upload-limits";
import { readDayFormats, readFrame, readSharedTexts } from "./workbook-parts";

const TOO_MANY = "แฟ้มนี้มีแถวหรือช่องมากเกินกว่าที่ระบบรับ — โปรดแบ่งเป็นหลายแฟ้ม เช่น เดือนละแฟ้ม แล้วส่งทีละแฟ้ม";

/** Visible sheets in their order; empty ones too. Throws AppError for what is no workbook, too large or hostile. */
export async function readWorkbook(bytes: Buffer, limits: UploadLimits): Promise<Sheet[]> {
  const parts = await openParts(bytes, limits);
  const frame = await readFrame(parts);
  if (frame.sheets.length === 0)
    refuseUpload("แฟ้มนี้ไม่ใช่แฟ้ม Excel (.xlsx) — โปรดบันทึกเป็น Excel Workbook (.xlsx) แล้วส่งอีกครั้ง");
  const [isDay, texts] = [await readDayFormats(parts), await readSharedTexts(parts, limits)];
  const room = { cells: limits.cells, rows: limits.rows };
  const sheets: Sheet[] = [];
  for (const { name, part, isHidden } of frame.sheets) {
    if (isHidden) continue;
    const rows = await readRows({ parts, part, isDay, texts, limits, room });
    sheets.push({ name, rows, isFrom1904: frame.isFrom1904 });
  }
  return sheets;
}

interface RowsRequest {
  readonly parts: Parts;
  readonly part: string;
  readonly isDay: readonly boolean[];
  readonly texts: readonly string[];
  readonly limits: UploadLimits;
  /** What all sheets together may still hold. */
  readonly room: { cells: number; rows: number };
}

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly isDay: boolean;
  hasFormula: boolean;
  value: string;
  isFilling: boolean;
}

async function readRows({ parts, part, isDay, texts, limits, room }: RowsRequest): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  let [rowNo, nextColumn] = [0, 0];
  let cells = new Map<number, SheetCell>();
  let cell: OpenCell | undefined;
  const pieces = parts.read(part);
  if (!pieces) return rows;
  await readXml(pieces, {
    open: (name, attributes) => {
      if (name === "row") {
        rowNo = /^\d{1,7}$/.test(attributes.r ?? "") ? Number(attributes.r) : rowNo + 1;
        nextColumn = 0;
        cells = new Map();
      } else if (name === "c") {
        const column = columnOf(attributes.r ?? "") ?? nextColumn;
        nextColumn = column + 1;
        room.cells -= 1;
        if (room.cells < 0) refuseSize(TOO_MANY);
        cell = {
          column,
          type: attributes.t ?? "n",
          isDay: isDay[Number(attributes.s ?? 0)] ?? false,
          hasFormula: false,
          value: "",
          isFilling: false,
        };
      } else if (cell && name === "f") cell.hasFormula = true;
      else if (cell && (name === "v" || name === "t")) cell.isFilling = true;
      else if (cell && name === "rPh") cell.isFilling = false;
    },
    text: (text) => {
      if (!cell?.isFilling) return;
      cell.value += text;
      if (cell.value.length > limits.cellCharacters) refuseSize(TOO_MANY);
    },
    close: (name) => {
      if (cell && (name === "v" || name === "t")) cell.isFilling = false;
      else if (cell && name === "c") {
        const value = cellValue(cell, texts);
        // far to the right of every table only formats stand
        if (value && cell.column < limits.columns) cells.set(cell.column, value);
        cell = undefined;
      } else if (name === "row" && cells.size > 0) {
        room.rows -= 1;
        if (room.rows < 0) refuseSize(TOO_MANY);
        rows.push({ rowNo, cells });
      }
    },
  });
  return rows;
}

function cellValue({ type, value, isDay, hasFormula }: OpenCell, texts: readonly string[]): SheetCell | undefined {
  if (value === "") return hasFormula ? { kind: "none", text: "สูตรที่ไม่มีผลลัพธ์" } : undefined;
  if (type === "e") return { kind: "none", text: value };
  if (type === "s") {
    const text = texts[Number(value)];
    return text === undefined ? { kind: "none", text: "ข้อความที่หายไปจากแฟ้ม" } : textCell(text);
  }
  if (type === "str" || type === "inlineStr") return textCell(value);
  if (type === "b") return textCell(value);
  if (type === "d") return textCell(value.slice(0, 10));
  return { kind: isDay ? "date" : "number", text: value };
}

function textCell(text: string): SheetCell | undefined {
  return text.trim() === "" ? undefined : { kind: "text", text };
}
