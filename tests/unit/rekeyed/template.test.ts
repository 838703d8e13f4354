/** Our own empty forms: filled as they say, they are read without being asked about; empty, they hold nothing. */
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { makeRekeyedTemplate, TEMPLATE_FORMATS } from "@/lib/operations/make-rekeyed-template";
import { TABLE_BOOKS, type TableBook } from "@/lib/rekeyed/book-document";
import { findTable } from "@/lib/rekeyed/read/find-table";
import { readDocuments } from "@/lib/rekeyed/read/read-documents";
import { readUpload } from "@/lib/rekeyed/read/read-upload";
import { templateOf } from "@/lib/rekeyed/template";

async function readFirst(bytes: Uint8Array, name: string) {
  const [sheet] = await readUpload(Buffer.from(bytes), name);
  if (!sheet) throw new Error("no sheet");
  const table = findTable(sheet);
  if (!table) throw new Error("no table");
  return { table, read: readDocuments({ sheet, ...table }) };
}

/** A row as the form's own example fills it. */
async function filled(book: TableBook, format: string): Promise<Uint8Array> {
  const { bytes } = await makeRekeyedTemplate(book, format);
  const examples = templateOf(book).map(({ example }) => example);
  if (format === "csv")
    return Buffer.concat([bytes, Buffer.from(`${examples.map((cell) => `"${cell}"`).join(",")}\r\n`, "utf8")]);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as never);
  const [form] = workbook.worksheets;
  for (const [at, example] of examples.entries()) if (form) form.getCell(2, at + 1).value = example;
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

describe.each(TABLE_BOOKS)("the form of %s", (book) => {
  it.each(TEMPLATE_FORMATS)("as %s is known by its heads and read as its own example fills it", async (format) => {
    const { table, read } = await readFirst(await filled(book, format), `form.${format}`);
    expect(table).toMatchObject({ book, lacking: [] });
    expect(Object.keys(table.mapping)).toHaveLength(templateOf(book).length);
    expect(read.problems).toEqual([]);
    expect(read.documents).toHaveLength(1);
    expect(read.documents[0]).toMatchObject({ date: "2024-03-15" });
  });

  it.each(TEMPLATE_FORMATS)("as %s holds nothing while it is empty", async (format) => {
    const { bytes } = await makeRekeyedTemplate(book, format);
    const { read } = await readFirst(bytes, `form.${format}`);
    expect([read.documents, read.problems, read.rowsRead]).toEqual([[], [], 0]);
  });
});

describe("a form that there is not", () => {
  it("is refused with those that there are", async () => {
    await expect(makeRekeyedTemplate("ledger", "xlsx")).rejects.toThrow(/เล่มที่มีแบบฟอร์ม/);
    await expect(makeRekeyedTemplate("journal", "pdf")).rejects.toMatchObject({ code: "not-found" });
  });
});
