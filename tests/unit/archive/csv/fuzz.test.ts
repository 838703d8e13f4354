/** The row readers against csv-parse over random sound tables, and against themselves over randomly damaged ones. */
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { type ColumnSpec, TABLES, type TableSpec } from "@/lib/archive/tables";
import { LAO } from "../../../support/make-bag";
import { scanText } from "../../../support/scan-text";
import { type Chance, createChance } from "../../../support/seeded-random";

const PHRASES = [
  "รับเงินตามใบสำคัญสรุปใบนำส่งเงิน วันที่ 1 กุมภาพันธ์ 2567",
  'ท่อ พีวีซี 4"',
  "ค่าจ้างเหมา, ครั้งที่ 2",
  "ปู่ ญี่ปุ่น น้ำ ค่ำ ทั้งสิ้น กตัญญู ฎีกา",
  "บรรทัดแรก\nบรรทัดสอง",
  "บรรทัดแรก\r\nบรรทัดสอง\r\n",
  "a\\b\tc",
  'ซอย \\ 4" ขวา',
  "บรรทัดแรก\n2567 บรรทัดสอง",
  "“ค่าเช่า” – เดือน ๑",
  "",
  " ",
  "'=SUM(A1)",
  "€ ½ 😀",
  '"',
  ",",
];

const textBefore = new Map<ColumnSpec, string>();

/** Often the text of the row before, as the lines of one document have it. */
function repeatedText(column: ColumnSpec, chance: Chance): string {
  const before = textBefore.get(column);
  if (before !== undefined && chance.next() < 0.5) return before;
  const text = chance.pick(PHRASES);
  textBefore.set(column, text);
  return text;
}

function randomCell(column: ColumnSpec, chance: Chance, rowNo: number): string {
  if (column.kind === "lao") return LAO;
  if (column.optional && chance.next() < 0.4) return "";
  if (column.numbered) return `${chance.pick(column.numbered)}${String(rowNo).padStart(5, "0")}/67`;
  if (column.choice) return chance.pick(column.choice);
  const digits = (count: number) => Array.from({ length: count }, () => chance.below(10)).join("");
  switch (column.kind) {
    case "text":
      return repeatedText(column, chance) + (chance.next() < 0.2 ? chance.pick(PHRASES) : "");
    case "code":
      return chance.pick([`${rowNo}`, `T-${rowNo}/67`, `ส.${rowNo}/2567`, `67-03-${rowNo}_a (1)`]);
    case "account":
      return `${digits(10)}.${digits(3)}`;
    case "date":
      return `2024-01-${String(1 + chance.below(31)).padStart(2, "0")}`;
    case "amount":
      return `${chance.next() < 0.2 ? "-" : ""}${chance.pick(["0", digits(3), digits(16), `${chance.below(9)}`])}.${digits(2)}`;
    case "flag":
      return chance.pick(["0", "1"]);
    case "int":
      return String(rowNo);
  }
}

function randomTable(spec: TableSpec, chance: Chance): { text: string; lines: string[] } {
  const lineEnd = () => chance.pick(["\n", "\r\n"]);
  const quoteAll = chance.next() < 0.2;
  const cell = (text: string) =>
    quoteAll || /[",\r\n]/.test(text) || chance.next() < 0.1 ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = Array.from(
    { length: 1 + chance.below(60) },
    (_, index) => spec.columns.map((column) => cell(randomCell(column, chance, index + 1))).join(",") + lineEnd(),
  );
  const header = spec.columns.map((column) => column.name).join(",") + lineEnd();
  return { text: header + lines.join(""), lines };
}

/** COPY text by the plainest of means, from csv-parse's cells. */
function copyOf(spec: TableSpec, text: string): string {
  const records: string[][] = parse(text, { record_delimiter: ["\r\n", "\n"], from_line: 2, relax_quotes: false });
  const cells = (record: string[]) =>
    record.slice(1).map((cell, index) => {
      const column = spec.columns[index + 1];
      if (cell === "" && column?.optional) return "\\N";
      if (column?.kind === "amount") return BigInt(cell.replace(".", "")).toString();
      if (column?.kind === "account") return cell.replace(".", "");
      return cell.replaceAll("\\", "\\\\").replaceAll("\t", "\\t").replaceAll("\n", "\\n").replaceAll("\r", "\\r");
    });
  return records.map((record, index) => `1\t2\t3\t${index + 1}\t${cells(record).join("\t")}\n`).join("");
}

describe.each(TABLES)("$name", (spec) => {
  it("reads random sound tables as csv-parse does, in whatever pieces they come", () => {
    const chance = createChance(TABLES.indexOf(spec) + 1);
    for (let round = 0; round < 25; round++) {
      const { text } = randomTable(spec, chance);
      const expected = copyOf(spec, text);
      for (const pieceBytes of [() => 1 << 20, () => 1 + chance.below(300)]) {
        const { copied, findings } = scanText(text, { table: spec.name, pieceBytes });
        expect({ round, findings, copied }).toEqual({ round, findings: [], copied: expected });
      }
    }
  });

  it("keeps every row that random damage did not touch, and counts all", () => {
    const chance = createChance(TABLES.indexOf(spec) + 101);
    for (let round = 0; round < 25; round++) {
      const { text, lines } = randomTable(spec, chance);
      const bytes = Buffer.from(text);
      const at = text.length === 0 ? 0 : Buffer.byteLength(text.slice(0, text.indexOf("\n") + 1)) + 1;
      const place = at + chance.below(bytes.length - at);
      const damaged = chance.pick([
        () =>
          Buffer.concat([
            bytes.subarray(0, place),
            Buffer.from([(bytes[place] ?? 0) ^ (1 << chance.below(8))]),
            bytes.subarray(place + 1),
          ]),
        () =>
          Buffer.concat([
            bytes.subarray(0, place),
            Buffer.from(chance.pick(['"', ",", "\n", "\0", "\xff"]), "latin1"),
            bytes.subarray(place),
          ]),
        () => Buffer.concat([bytes.subarray(0, place), bytes.subarray(place + 1 + chance.below(5))]),
      ])();
      const { rows, scanner, quarantined } = scanText(damaged, {
        table: spec.name,
        pieceBytes: () => 1 + chance.below(2000),
      });
      expect(scanner.rowsRead).toBe(scanner.rowsLoaded + quarantined.length);
      expect(rows.length).toBe(scanner.rowsLoaded);
      // one place was touched: at most the row there, and the one it was joined to or split into, are not loaded
      expect(rows.length).toBeGreaterThanOrEqual(lines.length - 2);
    }
  });
});
