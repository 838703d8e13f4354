/** The small parts of a workbook: which sheets it has, which cell formats show days, and its shared texts. */

import type { Parts } from "./open-parts";
import { readXml } from "./read-xml";
import { refuseSize } from "./refuse-upload";
import type { UploadLimits } from "./upload-limits";

export interface SheetPart {
  readonly name: string;
  readonly part: string;
  readonly isHidden: boolean;
}

export interface WorkbookFrame {
  readonly sheets: readonly SheetPart[];
  readonly isFrom1904: boolean;
}

export async function readFrame(parts: Parts): Promise<WorkbookFrame> {
  const named: { name: string; id: string; isHidden: boolean }[] = [];
  let isFrom1904 = false;
  await readPart(parts, "xl/workbook.xml", (name, attributes) => {
    if (name === "workbookPr") isFrom1904 = attributes.date1904 === "1" || attributes.date1904 === "true";
    if (name === "sheet")
      named.push({
        name: attributes.name ?? "",
        id: attributes["r:id"] ?? "",
        isHidden: (attributes.state ?? "visible") !== "visible",
      });
  });
  const targets = new Map<string, string>();
  await readPart(parts, "xl/_rels/workbook.xml.rels", (name, { Id, Target, TargetMode }) => {
    if (name === "Relationship" && Id && Target && TargetMode !== "External")
      targets.set(Id, Target.startsWith("/") ? Target.slice(1) : `xl/${Target}`);
  });
  const sheets = named.flatMap(({ id, ...sheet }) => {
    const part = targets.get(id);
    return part?.startsWith("xl/worksheets/") ? [{ ...sheet, part }] : [];
  });
  return { sheets, isFrom1904 };
}

/** Excel's own formats that show a day; 27–36 and 50–58 are those of eastern calendars. */
const isBuiltInDay = (id: number) =>
  (id >= 14 && id <= 17) ||
  id === 22 ||
  (id >= 27 && id <= 31) ||
  id === 36 ||
  (id >= 50 && id <= 54) ||
  (id >= 57 && id <= 58);

/** For each cell format (the `s` of a cell), whether it shows a day. */
export async function readDayFormats(parts: Parts): Promise<readonly boolean[]> {
  const own = new Map<number, string>();
  const formats: boolean[] = [];
  let isInside = false;
  await readPart(
    parts,
    "xl/styles.xml",
    (name, attributes) => {
      if (name === "numFmt") own.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
      if (name === "cellXfs") isInside = true;
      if (name === "xf" && isInside) {
        const id = Number(attributes.numFmtId ?? 0);
        const code = own.get(id);
        formats.push(code === undefined ? isBuiltInDay(id) : isDayFormat(code));
      }
    },
    (name) => {
      if (name === "cellXfs") isInside = false;
    },
  );
  return formats;
}

/** A day or a year in the format, outside quotes, brackets and escapes: `dd/mm/yyyy`, `[$-107041E]d mmm bbbb`. */
export function isDayFormat(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_./g, "");
  return /[dyb]/i.test(bare) && !/general/i.test(bare);
}

/** Texts that cells name by number. Phonetic hints are left out. */
export async function readSharedTexts(parts: Parts, limits: UploadLimits): Promise<readonly string[]> {
  const texts: string[] = [];
  let [characters, current, isText, isPhonetic] = [0, "", false, false];
  const pieces = parts.read("xl/sharedStrings.xml");
  if (!pieces) return texts;
  await readXml(pieces, {
    open: (name) => {
      if (name === "si") current = "";
      if (name === "rPh") isPhonetic = true;
      isText = name === "t" && !isPhonetic;
    },
    text: (text) => {
      if (isText) current += text;
    },
    close: (name) => {
      if (name === "t") isText = false;
      if (name === "rPh") isPhonetic = false;
      if (name !== "si") return;
      characters += current.length;
      if (characters > limits.textCharacters || texts.length > limits.cells)
        refuseSize("แฟ้มนี้มีข้อความมากเกินกว่าที่ระบบรับ — โปรดแบ่งเป็นหลายแฟ้มแล้วส่งทีละแฟ้ม");
      texts.push(current);
    },
  });
  return texts;
}

async function readPart(
  parts: Parts,
  name: string,
  open: (name: string, attributes: Readonly<Record<string, string>>) => void,
  close?: (name: string) => void,
): Promise<void> {
  const pieces = parts.read(name);
  if (pieces) await readXml(pieces, close ? { open, close } : { open });
}
