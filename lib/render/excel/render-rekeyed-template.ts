/** An empty form of a re-keyed book as a workbook: a sheet to fill, whose cells keep what is typed, and a sheet that says how. */
import ExcelJS, { type Column } from "exceljs";
import type { TemplateColumn } from "@/lib/rekeyed/template";
import { TEMPLATE as WORDS } from "@/lib/wording/rekeyed-template";
import { FONT_NAME } from "./styles";
import { sheetName } from "./table";

/** Cells below the last one take what Excel makes of them: the reader knows that too. */
const ROWS_PREPARED = 1_000;
const TEXT_FORMAT = "@";
const AMOUNT_FORMAT = "#,##0.00";
const A4 = 9;
const WIDTHS = { day: 14, amount: 18, code: 20, text: 44 } as const;

export async function renderRekeyedTemplate(title: string, columns: readonly TemplateColumn[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const font = { name: FONT_NAME, size: 11 };
  const form = workbook.addWorksheet(sheetName(title, 1), {
    views: [{ state: "frozen", ySplit: 1 }],
    pageSetup: {
      paperSize: A4,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: "1:1",
    },
  });
  form.columns = columns.map(
    ({ head, kind }): Partial<Column> => ({
      header: head,
      width: WIDTHS[kind],
      // Days as text: where Excel keeps a day, 2567 becomes a year of the Common Era; codes as text, for their zeros.
      style: { font, numFmt: kind === "amount" ? AMOUNT_FORMAT : TEXT_FORMAT },
    }),
  );
  form.getRow(1).font = { ...font, bold: true };
  for (const [at, { kind, how, example }] of columns.entries()) {
    const prompt = {
      showInputMessage: true,
      promptTitle: columns[at]?.head ?? "",
      prompt: `${how}\n${WORDS.example} ${example}`,
    };
    for (let row = 2; row <= ROWS_PREPARED + 1; row += 1)
      form.getCell(row, at + 1).dataValidation =
        kind === "amount"
          ? {
              type: "decimal",
              operator: "greaterThan",
              formulae: [-1e13],
              allowBlank: true,
              showErrorMessage: false,
              ...prompt,
            }
          : {
              type: "textLength",
              operator: "lessThan",
              formulae: [4_000],
              allowBlank: true,
              showErrorMessage: false,
              ...prompt,
            };
  }
  const howTo = workbook.addWorksheet(WORDS.howTo, {
    pageSetup: { paperSize: A4, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  howTo.columns = [24, 12, 60, 32].map((width) => ({
    width,
    style: { font, alignment: { wrapText: true, vertical: "top" } },
  }));
  howTo.addRow([WORDS.column, WORDS.isRequired, WORDS.how, WORDS.example]).font = { ...font, bold: true };
  for (const { head, isRequired, how, example } of columns)
    howTo.addRow([head, isRequired ? WORDS.required : WORDS.optional, how, example]);
  howTo.addRow([]);
  for (const rule of WORDS.rules) {
    const row = howTo.addRow([rule]);
    howTo.mergeCells(row.number, 1, row.number, 4);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
