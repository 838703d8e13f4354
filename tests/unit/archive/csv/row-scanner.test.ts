/** What becomes of each row: loaded as COPY text, loaded with a finding, or quarantined; and that damage costs its own row only. */
import { describe, expect, it } from "vitest";
import { findTable } from "@/lib/archive/tables";
import { csvCell, csvText, headerOf, journalRow, journalRows, LAO, OTHER_LAO } from "../../../support/make-bag";
import { scanText } from "../../../support/scan-text";

const header = headerOf("journal");
const line = (cells: readonly string[]) => cells.map(csvCell).join(",");
/** Six sound rows, the third of them replaced. */
function withThird(third: string | Buffer, lineEnd = "\n"): Buffer {
  const rows = journalRows(6).map(line);
  const before = [header.join(","), ...rows.slice(0, 2)].map((row) => row + lineEnd).join("");
  const after = rows
    .slice(3)
    .map((row) => row + lineEnd)
    .join("");
  return Buffer.concat([Buffer.from(before), Buffer.from(third), Buffer.from(lineEnd), Buffer.from(after)]);
}
const third = (changed: Readonly<Record<string, string>>) => line(journalRow(2, 1, changed));
const rowNumbers = (rows: readonly string[][]) => rows.map((row) => Number(row[0]));

describe("sound rows", () => {
  it("become COPY text: satang, 13-digit accounts, absent values as \\N", () => {
    const row = journalRow(12, 2, { description: "ค่า\\วัสดุ", credit: "1234567.05", unit_code: "" });
    const { copied, findings } = scanText(csvText(header, [row]));
    expect(copied).toBe(
      "1\t2\t3\t1\tRV-00012/67\t2\t2024-01-18\tRV\t4401010104001\t0\t123456705\tค่า\\\\วัสดุ\t\\N\tRM-00012/67\n",
    );
    expect(findings).toEqual([]);
  });

  it("keep quoted commas, quotes and line breaks", () => {
    const text = 'ท่อ 4" , ยาว\r\n6 เมตร\tต่อ';
    const { rows, findings } = scanText(csvText(header, [journalRow(1, 1, { description: text }), journalRow(1, 2)]));
    expect(rows.map((row) => row[8])).toEqual(['ท่อ 4" , ยาว\\r\\n6 เมตร\\tต่อ', "รับเงินภาษีที่ดินและสิ่งปลูกสร้าง"]);
    expect(findings).toEqual([]);
  });

  it.each(["\n", "\r\n"])("may end in %j, and the last line in nothing", (lineEnd) => {
    const text = csvText(header, journalRows(4), lineEnd);
    for (const given of [text, text.slice(0, -lineEnd.length), `${text}${lineEnd}${lineEnd}`]) {
      const { scanner, findings } = scanText(given);
      expect([scanner.rowsRead, scanner.rowsLoaded, findings]).toEqual([4, 4, []]);
    }
  });

  it("may be none under a header alone", () => {
    for (const end of ["", "\n", "\r\n"]) expect(scanText(header.join(",") + end).findings).toEqual([]);
  });

  it("may quote every cell", () => {
    const quoted = [header, ...journalRows(3)].map((row) => `${row.map((cell) => `"${cell}"`).join(",")}\n`).join("");
    expect(scanText(quoted).copied).toBe(scanText(csvText(header, journalRows(3))).copied);
  });

  it("may hold amounts of 16 digits and below zero, and no more", () => {
    const amounts = ["9999999999999999.99", "-0.05", "0.00", "007.10", "10000000000000000.00"];
    const { rows, findings } = scanText(
      csvText(
        header,
        amounts.map((debit, index) => journalRow(index + 1, 1, { debit })),
      ),
    );
    expect(rows.map((row) => row[6])).toEqual(["999999999999999999", "-5", "0", "710"]);
    expect(findings).toMatchObject([{ code: "row/value", column: "debit", rowFrom: 5 }]);
  });
});

/** Third rows that cannot be loaded, named by the finding they must produce. */
const QUARANTINED: readonly [name: string, row: string | Buffer, finding: Record<string, unknown>][] = [
  ["row/shape: a cell too few", third({}).replace(",RV,", ","), { code: "row/shape", found: "10" }],
  ["row/shape: a cell too many", `${third({})},x`, { code: "row/shape", found: "12" }],
  [
    "row/shape: an open quote",
    third({ description: '"ค่าจ้าง' }).replaceAll('""', "").replace('ง"', "ง"),
    { code: "row/shape" },
  ],
  [
    "row/shape: a quote that nothing opened",
    third({ description: "ค่าจ้าง" }).replace("ค่าจ้าง", 'ค่าจ้าง"'),
    { code: "row/shape" },
  ],
  [
    "row/shape: text behind a closing quote",
    third({ description: "@" }).replace("@", '"ค่า"จ้าง'),
    { code: "row/shape" },
  ],
  ["row/shape: a NUL", third({ description: "ค่า\0จ้าง" }), { code: "row/shape", found: "NUL" }],
  ["row/shape: a giant cell", third({ description: "ก".repeat(30_000) }), { code: "row/shape" }],
  ["row/shape: a giant row", third({ description: "ก".repeat(300_000) }), { code: "row/shape" }],
  [
    "row/value: a word for an amount",
    third({ debit: "#REF!" }),
    { code: "row/value", column: "debit", found: "#REF!" },
  ],
  [
    "row/value: thousands marks",
    third({ debit: "1,234.00" }),
    { code: "row/value", column: "debit", found: "1,234.00" },
  ],
  ["row/value: an amount without decimals", third({ debit: "1234" }), { code: "row/value", column: "debit" }],
  ["row/value: an empty amount", third({ debit: "" }), { code: "row/value", column: "debit", found: "" }],
  ["row/value: a day that is none", third({ entry_date: "2024-01-32" }), { code: "row/value", column: "entry_date" }],
  ["row/value: a Buddhist year", third({ entry_date: "2567-01-08" }), { code: "row/value", column: "entry_date" }],
  [
    "row/value: a day in another writing",
    third({ entry_date: "08/01/2024" }),
    { code: "row/value", column: "entry_date" },
  ],
  ["row/value: an unknown book", third({ book: "RX" }), { code: "row/value", column: "book", found: "RX" }],
  ["row/value: a longer book", third({ book: "RVV" }), { code: "row/value", column: "book", found: "RVV" }],
  [
    "row/value: an account without point",
    third({ account_code: "1101010101001" }),
    { code: "row/value", column: "account_code" },
  ],
  ["row/value: a line number that is none", third({ line_no: "1.0" }), { code: "row/value", column: "line_no" }],
  ["row/value: a broken entry number", third({ entry_no: "RV-0#002/67" }), { code: "row/value", column: "entry_no" }],
  ["row/value: a code turned to a power", third({ unit_code: "6.35E+12" }), { code: "row/value", column: "unit_code" }],
  [
    "row/value: an LAO code without its zero",
    third({ lao_code: "6350302" }),
    { code: "row/value", column: "lao_code" },
  ],
  [
    "row/foreign: another LAO",
    third({ lao_code: OTHER_LAO }),
    { code: "row/foreign", expected: LAO, found: OTHER_LAO, docFrom: null },
  ],
  [
    "row/foreign: another month",
    third({ entry_date: "2024-02-08" }),
    { code: "row/foreign", column: "entry_date", dateFrom: "2024-02-08" },
  ],
  [
    "row/duplicate: with other content",
    third({ entry_no: "RV-00001/67" }),
    { code: "row/duplicate", docFrom: "RV-00001/67" },
  ],
  ["row/duplicate: with the same content", line(journalRow(1, 1)), { code: "row/duplicate" }],
  [
    "row/encoding: in a code",
    Buffer.from(third({ source_no: "RM-\xff" }), "latin1"),
    { code: "row/encoding", column: "source_no" },
  ],
];

describe("a row that cannot be loaded", () => {
  it.each(QUARANTINED)("%s", (_, row, finding) => {
    for (const lineEnd of ["\n", "\r\n"])
      for (const pieceBytes of row.length > 10_000 ? [1 << 20, 150_000] : [1 << 20, 97]) {
        const { rows, scanner, findings, quarantined } = scanText(withThird(row, lineEnd), {
          pieceBytes: () => pieceBytes,
        });
        expect(findings).toMatchObject([{ rowFrom: 3, rowTo: 3, count: 1, table: "journal", lao: LAO, ...finding }]);
        expect(rowNumbers(rows)).toEqual([1, 2, 4, 5, 6]);
        expect(quarantined).toMatchObject([{ rowNo: 3, code: findings[0]?.code }]);
        expect([scanner.rowsRead, scanner.rowsLoaded]).toEqual([6, 5]);
      }
  });

  it("is kept as it stood, bounded and without NUL", () => {
    const { quarantined } = scanText(withThird(third({ description: `\0${"ข".repeat(25_000)}` })));
    expect(quarantined[0]?.raw.length).toBeLessThanOrEqual(2001);
    expect(quarantined[0]?.raw.startsWith(`${LAO},RV-00002/67,1`)).toBe(true);
    expect(quarantined[0]?.raw).not.toContain("\0");
  });

  it("is compared with the earlier row of the same key, as long as that is at hand", () => {
    const found = (row: string, pieceBytes = 1 << 20) =>
      scanText(withThird(row), { pieceBytes: () => pieceBytes }).findings[0]?.found;
    expect(found(line(journalRow(1, 1)))).toBe("เนื้อหาเหมือนแถวที่ 1");
    expect(found(third({ entry_no: "RV-00001/67" }))).toBe("เนื้อหาต่างจากแถวที่ 1");
    expect(found(line(journalRow(1, 1)), 97)).toBe("เลขที่ซ้ำกับแถวที่ 1");
  });

  it("names every column that cannot be read", () => {
    const { findings } = scanText(withThird(third({ debit: "x", credit: "y" })));
    expect(findings.map((finding) => finding.column)).toEqual(["debit", "credit"]);
  });
});

describe("a row with damaged text", () => {
  const cases: readonly [name: string, cell: Buffer, finding: Record<string, unknown>, loaded: string][] = [
    [
      "row/encoding",
      Buffer.from(
        "การป\xffระปา".replace(/[\u0e00-\u0e7f]+/g, (thai) => Buffer.from(thai).toString("latin1")),
        "latin1",
      ),
      { code: "row/encoding" },
      "การป\ufffdระปา",
    ],
    ["row/text: an unassigned code point", Buffer.from("ค้า\u0e3dถลง"), { code: "row/text" }, "ค้า\u0e3dถลง"],
    ["row/text: a Lao sign", Buffer.from("จ\u0e8bาย"), { code: "row/text" }, "จ\u0e8bาย"],
    ["row/text: a Tibetan sign", Buffer.from("เฉพาะการ\u0f1b"), { code: "row/text" }, "เฉพาะการ\u0f1b"],
    ["row/text: a replacement character", Buffer.from("ค่า\ufffdจ้าง"), { code: "row/text" }, "ค่า\ufffdจ้าง"],
    ["row/text: a mark without a letter", Buffer.from("ค่า ้าง"), { code: "row/text" }, "ค่า ้าง"],
    ...["รับเงนิ", "และอนื่ ๆ", "จนถงึ", "ซอื้วัสดุ", "ประจำเดอืน", "พนื้ที่", "เพอื่", "เครอื่ง", "หนงึ่"].map(
      (text): (typeof cases)[number] => [
        `row/text: a mark that slipped (${text})`,
        Buffer.from(text),
        { code: "row/text" },
        text,
      ],
    ),
  ];
  it.each(cases)("%s: is loaded and marked", (_, cell, finding, loaded) => {
    const [before, after] = third({ description: "@" }).split("@");
    const row = Buffer.concat([Buffer.from(before ?? ""), cell, Buffer.from(after ?? "")]);
    const { rows, findings, quarantined } = scanText(withThird(row));
    expect(findings).toMatchObject([
      { rowFrom: 3, rowTo: 3, column: "description", docFrom: "RV-00002/67", ...finding },
    ]);
    expect(rows[2]?.[8]).toBe(loaded);
    expect([rows.length, quarantined]).toEqual([6, []]);
  });
});

describe("neighbouring damage", () => {
  it("of one kind in one column is one finding with its extent", () => {
    const rows = journalRows(40).map((row, index) => (index >= 10 && index < 15 ? row.with(6, "?") : row));
    const { findings } = scanText(csvText(header, rows));
    expect(findings).toMatchObject([
      {
        code: "row/value",
        rowFrom: 11,
        rowTo: 15,
        count: 5,
        docFrom: "RV-00006/67",
        docTo: "RV-00008/67",
        dateFrom: "2024-01-12",
        dateTo: "2024-01-14",
      },
    ]);
  });

  it("is told in at most 200 findings a file, the last saying how many rows more", () => {
    const rows = journalRows(2000).map((row, index) => (index % 2 === 0 ? row.with(6, "?") : row));
    const { findings, scanner } = scanText(csvText(header, rows));
    expect(findings.length).toBe(201);
    expect(findings.at(-1)).toMatchObject({ code: "row/value", count: 800, rowFrom: 401, rowTo: 1999 });
    expect([scanner.rowsRead, scanner.rowsLoaded]).toEqual([2000, 1000]);
  });

  it("leaves rows after two broken quotes in a row", () => {
    const rows = journalRows(6).map(line);
    rows[1] = `${rows[1]}`.replace("รับ", '"รับ');
    rows[2] = `${rows[2]}`.replace("รับ", '"รับ');
    const scan = scanText([header.join(","), ...rows, ""].join("\n"));
    expect(rowNumbers(scan.rows).slice(-3)).toEqual([4, 5, 6]);
    expect(scan.findings.every((finding) => finding.code === "row/shape")).toBe(true);
  });
});

describe("a header", () => {
  const rows = journalRows(4);
  const sound = scanText(csvText(header, rows)).copied;
  const nothing = { isLoaded: false, finding: { code: "row/shape", rowFrom: 0, rowTo: 4, count: 5 } };
  const byName = { isLoaded: true, finding: { code: "row/shape", rowFrom: 0, rowTo: 0 } };
  const move = (cells: readonly string[]) => [...cells.slice(1), cells[0] ?? ""];
  const cases: readonly [
    name: string,
    text: string,
    expected: { isLoaded: boolean; finding: Record<string, unknown> },
  ][] = [
    ["with a byte order mark is read", `\ufeff${csvText(header, rows)}`, byName],
    ["in another order is read by name", csvText(move(header), rows.map(move)), byName],
    [
      "with a further column is read by name",
      csvText(
        [...header, "remark"],
        rows.map((row) => [...row, "x"]),
      ),
      byName,
    ],
    ["with a renamed column sets its rows aside", csvText(header.with(6, "Debit"), rows), nothing],
    ["without one of its columns sets its rows aside", csvText(header.slice(0, -1), rows), nothing],
    [
      "that is not there sets the rows aside",
      csvText(rows[0] ?? [], rows.slice(1)),
      { ...nothing, finding: { code: "row/shape", rowFrom: 0, rowTo: 4, count: 5 } },
    ],
  ];
  it.each(cases)("%s", (_, text, { isLoaded, finding }) => {
    for (const pieceBytes of [1 << 20, 61]) {
      const { copied, findings, scanner } = scanText(text, { pieceBytes: () => pieceBytes });
      expect(findings).toMatchObject([finding]);
      expect(copied).toBe(isLoaded ? sound : "");
      expect(scanner.rowsRead).toBe(4);
    }
  });

  it("with swapped columns does not swap amounts", () => {
    const swap = (cells: readonly string[]) => cells.with(6, cells[7] ?? "").with(7, cells[6] ?? "");
    expect(scanText(csvText(swap(header), rows.map(swap))).copied).toBe(sound);
  });
});

describe("windows-874", () => {
  const encode = (text: string) =>
    Buffer.from(
      Array.from(text, (char) => {
        const code = char.charCodeAt(0);
        return code >= 0xe00 ? code - 0xe00 + 0xa0 : code;
      }),
    );
  it("is read as the same rows", () => {
    const text = csvText(header, journalRows(4));
    expect(scanText(encode(text), { encoding: "windows-874", pieceBytes: () => 33 }).copied).toBe(
      scanText(text).copied,
    );
  });

  it("row/encoding: bytes that stand for nothing there", () => {
    const bytes = encode(csvText(header, journalRows(4)));
    bytes[bytes.indexOf(encode("ภาษี"))] = 0xff;
    const { findings, rows } = scanText(bytes, { encoding: "windows-874" });
    expect(findings).toMatchObject([{ code: "row/encoding", rowFrom: 1, column: "description" }]);
    expect(rows.length).toBe(4);
  });
});

it("checks the date of the partition by each table's own column", () => {
  const spec = findTable("requisitions");
  const row = (paid: string) =>
    spec?.columns.map(({ name, kind }) => {
      if (name === "lao_code") return LAO;
      if (name === "paid_date") return paid;
      if (name === "treasury_no") return `${paid.slice(5, 7)}${paid.slice(8)}/67`;
      if (kind === "date") return "2023-12-28";
      return kind === "amount" ? "1.00" : kind === "flag" ? "0" : name === "entry_no" ? "" : "x";
    }) ?? [];
  const text = csvText(headerOf("requisitions"), ["2024-01-02", "2024-02-01", "2024-01-31"].map(row));
  const { rows, findings } = scanText(text, { table: "requisitions" });
  expect(rowNumbers(rows)).toEqual([1, 3]);
  expect(findings).toMatchObject([{ code: "row/foreign", column: "paid_date", rowFrom: 2 }]);
});
