/** Reads a part of a workbook as XML, tag by tag, without ever holding more than one long text. Entities of its own are not known, so none unfolds. */
import { SaxesParser } from "saxes";
import { refuseSize, refuseUpload } from "./refuse-upload";

/** Bytes between two tags; a cell's text is far shorter. */
const BYTES_BETWEEN_TAGS = 2 ** 20;

export interface XmlHandlers {
  /** Names without their namespace prefix. */
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

export async function readXml(pieces: AsyncIterable<Buffer>, handlers: XmlHandlers): Promise<void> {
  const parser = new SaxesParser();
  let sinceTag = 0;
  parser.on("opentag", ({ name, attributes }) => {
    sinceTag = 0;
    handlers.open?.(plain(name), attributes);
  });
  parser.on("closetag", ({ name }) => {
    sinceTag = 0;
    handlers.close?.(plain(name));
  });
  parser.on("text", (text) => handlers.text?.(text));
  parser.on("cdata", (text) => handlers.text?.(text));
  parser.on("error", (error) => {
    throw error;
  });
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const piece of pieces) {
      sinceTag += piece.length;
      parser.write(decoder.decode(piece, { stream: true }));
      if (sinceTag > BYTES_BETWEEN_TAGS + piece.length)
        refuseSize("แฟ้มนี้มีช่องที่ข้อความยาวผิดปกติ จึงไม่อ่าน — โปรดตรวจแฟ้มแล้วส่งอีกครั้ง");
    }
    parser.write(decoder.decode());
    parser.close();
  } catch (error) {
    if (error instanceof Error && error.name === "AppError") throw error;
    refuseUpload("อ่านแฟ้ม Excel นี้ไม่ได้ แฟ้มอาจเสียหาย — โปรดเปิดด้วย Excel แล้วบันทึกเป็น .xlsx ใหม่ แล้วส่งอีกครั้ง", error);
  }
}

function plain(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
