/** Reads workbooks back for the tests: with exceljs, and as LibreOffice shows them (every sheet as CSV). */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "csv-parse/sync";
import ExcelJS from "exceljs";
import { requireTool } from "./tools";

/** All bytes of a rendered file. */
export async function collectBytes(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

export async function readWorkbook(bytes: Buffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
  return workbook;
}

/** LibreOffice would show the results that stand in the file; this makes it work out every formula itself. */
const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`;

/** Cells of every sheet, by sheet name, as LibreOffice displays them, formulas worked out anew. */
export function readWithLibreOffice(bytes: Buffer): Map<string, string[][]> {
  const folder = mkdtempSync(path.join(tmpdir(), "workbook-"));
  try {
    writeFileSync(path.join(folder, "book.xlsx"), bytes);
    mkdirSync(path.join(folder, "profile", "user"), { recursive: true });
    writeFileSync(path.join(folder, "profile", "user", "registrymodifications.xcu"), ALWAYS_RECALCULATE);
    const profile = `-env:UserInstallation=file://${path.join(folder, "profile")}`;
    // Token 12 of the filter: -1 writes each sheet to a file of its own, «book-<sheet>.csv»; cells «as shown».
    const filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1";
    execFileSync(
      requireTool("soffice"),
      [profile, "--headless", "--convert-to", filter, "--outdir", folder, path.join(folder, "book.xlsx")],
      { stdio: "pipe", timeout: 120_000 },
    );
    const files = readdirSync(folder).filter((name) => name.endsWith(".csv"));
    return new Map(
      files.map((name) => [
        name.slice("book-".length, -".csv".length),
        parse(readFileSync(path.join(folder, name)), { bom: true, relax_column_count: true }) as string[][],
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
