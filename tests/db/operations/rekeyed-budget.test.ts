/** e-LAAS' own export of งบประมาณคงเหลือ as an upload: known as it is, held against the archive's month cell by cell, and never of a month that was guessed. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import ExcelJS, { type Worksheet } from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, type Database, openDatabase } from "@/db/client";
import { type Actor, operatorActor } from "@/lib/access/actor";
import type { LaoCode } from "@/lib/office/office";
import { exportReport } from "@/lib/operations/export-report";
import { loadArchive } from "@/lib/operations/load-archive";
import { uploadRekeyed } from "@/lib/operations/upload-rekeyed";
import { viewRekeyed } from "@/lib/operations/view-rekeyed";
import { makeSample } from "@/lib/sample/make-sample";
import { planOffices } from "@/lib/sample/offices";
import { settleOptions } from "@/lib/sample/options";
import { createTestDatabase, type TestDatabase } from "../../support/test-database";
import { ACCOUNTANT, addPerson, NOW, signedIn } from "./people";

const folder = mkdtempSync(path.join(tmpdir(), "rekeyed-budget-"));
const settings = { out: path.join(folder, "bag"), laos: 1, seed: 6, journalLines: 600 };
const [office] = planOffices(settleOptions(settings));
if (!office) throw new Error("no office was planned");
const LAO = office.code;
const MONTH = "2024-03";

let test: TestDatabase;
let database: Database;
let accountant: Actor;
/** As the portal writes the export itself, in e-LAAS' cells. */
let exported: Buffer;

const as = (actor: Actor) => ({ actor, now: NOW, database });

beforeAll(async () => {
  test = await createTestDatabase();
  database = openDatabase(test.appUrl);
  await makeSample({ ...settings, damage: "none" });
  const actor = operatorActor("tester");
  await loadArchive({ bag: settings.out, ownerUrl: test.ownerUrl, actor, replace: false, now: NOW });
  await addPerson(database, { ...ACCOUNTANT, grant: { kind: "lao", lao: LAO as LaoCode } });
  accountant = (await signedIn(database, ACCOUNTANT.email)).actor;
  const pieces: Uint8Array[] = [];
  await exportReport(as(accountant), {
    lao: LAO,
    reportId: "budget-remaining",
    params: { month: MONTH },
    format: "xlsx-elaas",
    sink: async (_document, issue) => {
      for await (const piece of issue("xlsx-elaas")) pieces.push(Buffer.from(piece));
    },
  });
  exported = Buffer.concat(pieces);
});
afterAll(async () => {
  await closeDatabase(database);
  await test.drop();
  rmSync(folder, { recursive: true });
});

async function changed(change: (sheet: Worksheet) => void): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(exported as never);
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error("no sheet");
  change(sheet);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

const send = (content: Buffer, month?: string) =>
  uploadRekeyed(as(accountant), { lao: LAO, fileName: "B_RemainedBudget.xlsx", content, isReplacing: false, month });
const view = () => viewRekeyed(as(accountant), { lao: LAO, page: 1, pageSize: 500, book: "budget" });
const FIRST_ROW = 9;
const CODE = "F";

/** Rows of the sheet with a budget code, as numbered there. */
function codeRows(sheet: Worksheet): number[] {
  const rows: number[] = [];
  for (let row = FIRST_ROW; row <= sheet.rowCount; row += 1) if (sheet.getCell(`${CODE}${row}`).value) rows.push(row);
  return rows;
}

describe("e-LAAS' export of the budget", () => {
  it("needs its month, which must be of its fiscal year and of the archive", async () => {
    await expect(send(exported)).rejects.toThrow(/ไม่บอกว่าเป็นยอดสิ้นเดือนใด/);
    await expect(send(exported, "2024-12")).rejects.toThrow(/ชุดข้อมูลนี้ไม่มีเดือน/);
    const otherYear = await changed((sheet) => {
      sheet.getCell("B4").value = "ปีงบประมาณ พ.ศ. 2568";
    });
    await expect(send(otherYear, MONTH)).rejects.toThrow(/ปีงบประมาณ พ\.ศ\. 2568/);
    expect((await view()).uploads).toEqual([]);
  });

  it("agrees with the month that it was made of, line by line, sums left out", async () => {
    const { book, documents } = await send(exported, MONTH);
    expect(book).toBe("budget");
    const { items, progress, uploads } = await view();
    expect(new Set(items.map(({ outcome }) => outcome))).toEqual(new Set(["matched"]));
    expect(items).toHaveLength(documents.length);
    expect(documents.length).toBeGreaterThan(20);
    expect(progress).toMatchObject([{ book: "budget", month: MONTH, settled: items.length, difference: 0n }]);
    expect(uploads[0]).toMatchObject({ state: "current", problems: [], assumptions: [] });
    expect(uploads[0]?.leftOutRows.length).toBeGreaterThan(0);
  });

  it("shows the cell that differs, the line that is missing, the line that is new; and takes its own place", async () => {
    const content = await changed((sheet) => {
      const [first = 0, second = 0, third = 0] = codeRows(sheet);
      sheet.getCell(`J${first}`).value = Number(sheet.getCell(`J${first}`).value ?? 0) + 1_000;
      sheet.getCell(`${CODE}${second}`).value = "99999-999999-0001";
      sheet.getCell(`M${third}`).value = "#REF!";
      sheet.getCell("B5").value = "เทศบาลตำบลอื่น";
    });
    await send(content, MONTH);
    const { items, uploads } = await view();
    expect(uploads.map(({ state }) => state)).toEqual(["current", "replaced"]);
    const of = (outcome: string) => items.filter((item) => item.outcome === outcome);
    expect(of("differs").map(({ differences }) => differences.map(({ column }) => column))).toEqual([
      ["transferred_in"],
    ]);
    expect(of("surplus").map(({ rekeyed }) => rekeyed[0]?.number)).toEqual(["99999-999999-0001"]);
    // The one whose code was changed, and the one that could not be read.
    expect(of("missing")).toHaveLength(2);
    expect(uploads[0]?.problems).toMatchObject([{ address: expect.stringMatching(/^M\d+$/) }]);
    expect(uploads[0]?.assumptions).toMatchObject([
      { address: "B5", problem: expect.stringContaining("เทศบาลตำบลอื่น") },
    ]);
  });

  it("has no empty figure taken for zero without saying so", async () => {
    const content = await changed((sheet) => {
      for (const row of codeRows(sheet).slice(0, 2)) sheet.getCell(`L${row}`).value = null;
    });
    await send(content, MONTH);
    expect((await view()).uploads[0]?.assumptions).toMatchObject([
      { address: `L${FIRST_ROW}`, problem: "ช่องว่าง ถือเป็นศูนย์" },
      { address: expect.stringMatching(/^L\d+$/), problem: "ช่องว่าง ถือเป็นศูนย์" },
    ]);
  });

  it("of another month stands beside it", async () => {
    await send(exported, "2024-04");
    expect((await view()).uploads.map(({ state }) => state)).toEqual(["current", "current", "replaced", "replaced"]);
    expect(new Set((await view()).progress.map(({ month }) => month))).toEqual(new Set([MONTH, "2024-04"]));
  });
});
