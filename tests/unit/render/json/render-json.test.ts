import { describe, expect, it } from "vitest";
import { satang, toBahtText } from "@/lib/money/amount";
import { renderJson } from "@/lib/render/json/render-json";
import { collectRows, LEDGER_COLUMNS, ledgerDocument } from "../../../support/report-documents";
import { collectBytes } from "../../../support/workbook-reading";

describe("JSON", () => {
  it("is one object with parameters, rows by column id with amounts as baht text, totals and damage notes", async () => {
    const document = ledgerDocument({ rows: 400, damaged: true });
    const value = JSON.parse((await collectBytes(renderJson(document))).toString("utf8"));
    expect(value).toMatchObject({
      report: "ledger",
      parameters: { month: "2024-03" },
      lao: { code: "06350302" },
      snapshot: { id: "yasothon-recovered", synthetic: true },
      totals: [
        { kind: "atLeast", debit: toBahtText(document.totals[0]?.cells.debit ?? satang(0n)), mark: { notes: [1] } },
      ],
      notes: [{ number: 1, state: "partial", findings: [{ code: "row/shape", amount: "412300.00" }] }, { number: 2 }],
      proof: [{ holds: true }, { holds: false }],
    });
    const rows = await collectRows(document);
    expect(value.rows.length).toBe(rows.length);
    rows.forEach((row, index) => {
      for (const column of LEDGER_COLUMNS) {
        const cell = row.cells[column.id] ?? null;
        expect(value.rows[index][column.id]).toBe(typeof cell === "bigint" ? toBahtText(satang(cell)) : cell);
      }
      expect(value.rows[index].kind).toBe(row.kind);
      expect(value.rows[index].marks).toEqual(row.marks);
    });
  });

  it("is whole also without rows", async () => {
    const value = JSON.parse(
      (
        await collectBytes(renderJson(ledgerDocument({ rows: 0, overrides: { rows: async function* () {} } })))
      ).toString(),
    );
    expect(value.rows).toEqual([]);
  });

  it("refuses a column that would hide a row's own key", () => {
    const document = ledgerDocument({
      rows: 1,
      overrides: { columns: [{ id: "kind", label: "ชนิด", kind: "text", width: 1 }] },
    });
    expect(() => renderJson(document)).toThrow("kind");
  });
});
