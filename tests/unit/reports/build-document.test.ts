/** Marker rows stand where they belong on every page, and marks say what each figure rests on. */
import { describe, expect, it } from "vitest";
import { type Finding, makeFinding } from "@/lib/finding/finding";
import type { PartitionState } from "@/lib/finding/partition-state";
import { satang } from "@/lib/money/amount";
import type { Module } from "@/lib/office/office";
import type { Month } from "@/lib/period/month";
import { buildDocument, locateRow } from "@/lib/reports/build-document";
import type { DamagedPartition } from "@/lib/reports/damage-evidence";
import { ledger } from "@/lib/reports/definitions/ledger";
import type { ReportRow } from "@/lib/reports/document";
import { parseReportInput } from "@/lib/reports/report-input";
import type { MarkerPlace, ReportHead, ReportRows, SourceRow } from "@/lib/reports/report-rows";
import { TEST_LAO } from "../../support/report-documents";

const HEAD = {
  snapshotNo: 1,
  snapshot: {
    id: "s",
    title: "ชุด",
    kind: "recovered",
    asOf: "2024-07-06",
    loadedAt: "2026-01-01T00:00:00Z",
    synthetic: true,
  },
  span: { from: "2024-01-06", to: "2024-07-06" },
  laoId: TEST_LAO.id,
  lao: TEST_LAO,
} as unknown as ReportHead;

function row(month: string, rowNo: number, doc: string): SourceRow {
  return {
    kind: "entry",
    cells: { entry_no: doc, debit: satang(100n), balance: satang(BigInt(rowNo)) },
    origin: { month: month as Month, rowNo, doc, account: "1101030102001" },
  };
}

const ROWS = Array.from({ length: 12 }, (_, index) =>
  row(index < 6 ? "2024-02" : "2024-03", (index % 6) + 1, `RV-0000${index}/67`),
);

function source(reach: Partial<ReportRows["reach"]> = {}): ReportRows {
  return {
    fields: [],
    rowCount: ROWS.length,
    totals: [{ label: "รวม", cells: { debit: satang(1200n) } }],
    proof: [],
    reach: {
      months: ["2024-02", "2024-03"] as Month[],
      tables: ["journal", "balances"],
      relatedTables: [],
      account: "1101030102.001",
      documents: null,
      records: null,
      ...reach,
    },
    rows: async function* (window) {
      yield* ROWS.slice(window?.offset ?? 0, window ? window.offset + window.limit : undefined);
    },
    place: async (places) => places.map(rank),
  };
}

function rank(place: MarkerPlace): number {
  const start = place.month === "2024-02" ? 0 : 6;
  if (place.at === "start-of-month") return start;
  return place.at === "row" ? start + Math.min(place.rowNo, 6) : start + 6;
}

function damaged(
  month: string,
  state: PartitionState,
  findings: readonly Partial<Finding>[],
  module: Module = "accounting",
): DamagedPartition {
  const made = findings.map((finding) =>
    makeFinding({ code: "row/value", confidence: "bytes", table: "journal", month: month as Month, ...finding }),
  );
  return {
    lao: TEST_LAO.code,
    module,
    month: month as Month,
    state,
    rowsRead: 10,
    rowsLoaded: 8,
    rowsQuarantined: 2,
    findings: made,
    findingCount: made.length,
  };
}

async function build(
  damage: readonly DamagedPartition[],
  reach: Partial<ReportRows["reach"]> = {},
  params: Record<string, string> = {},
) {
  return buildDocument({
    definition: ledger,
    head: HEAD,
    input: parseReportInput(
      ledger,
      { account: "1101030102.001", from: "2024-02-01", to: "2024-03-31", ...params },
      HEAD.span,
    ),
    source: source(reach),
    damage,
    printedAt: new Date(0),
    printedBy: "ผู้ทดสอบ",
  });
}

async function read(rows: AsyncIterable<ReportRow>): Promise<ReportRow[]> {
  const list: ReportRow[] = [];
  for await (const one of rows) list.push(one);
  return list;
}

describe("marker rows", () => {
  const damage = [
    damaged("2024-02", "partial", [
      { rowFrom: 1, rowTo: 1 },
      { code: "row/encoding", rowFrom: 2, rowTo: 2 },
      { code: "file/truncated", rowTo: 6 },
    ]),
    damaged("2024-03", "lost", [{ code: "file/missing", table: null }]),
  ];

  it("stand between the same rows on every page of any size", async () => {
    const document = await build(damage);
    expect(document.rowCount).toBe(15);
    const whole = await read(document.rows());
    expect(whole.map((one) => (one.kind === "missing" ? "missing" : one.cells.entry_no))).toEqual([
      "RV-00000/67",
      "RV-00001/67",
      "missing",
      ...["RV-00002/67", "RV-00003/67", "RV-00004/67", "RV-00005/67"],
      "missing",
      "missing",
      ...["RV-00006/67", "RV-00007/67", "RV-00008/67", "RV-00009/67", "RV-000010/67", "RV-000011/67"],
    ]);
    for (let limit = 1; limit <= 16; limit++) {
      for (let offset = 0; offset <= 15; offset++) {
        expect(await read(document.rows({ offset, limit }))).toEqual(whole.slice(offset, offset + limit));
      }
    }
  });

  it("are said in one row where a month is full of them", async () => {
    const scattered = Array.from({ length: 40 }, (_, index) => ({ rowFrom: index * 2 + 1, rowTo: index * 2 + 1 }));
    const document = await build([damaged("2024-02", "partial", scattered)]);
    const missing = (await read(document.rows())).filter((one) => one.kind === "missing");
    expect(missing.map((one) => one.text)).toEqual([
      "สมุดรายวัน ก.พ. 2567 มีแถวที่อ่านไม่ได้ 40 แถว กระจายอยู่ทั้งเดือน ไม่ทราบยอด จึงไม่รวมอยู่ในยอดที่อ่านได้",
    ]);
  });

  it("stand where documents are missing without a gap in numbers, one for each, and none for what follows from another finding", async () => {
    const missing = (doc: string): Partial<Finding> => ({
      code: "tie/cross-module",
      docFrom: doc,
      docTo: doc,
      expected: "4574.25",
      found: "0.00",
      amount: satang(457_425n),
    });
    const [consequence] = damaged("2024-02", "partial", [missing("PV-00268/67")]).findings;
    const textsOf = async (findings: readonly Partial<Finding>[]) => {
      const document = await build([damaged("2024-02", "partial", findings)]);
      return (await read(document.rows())).filter((one) => one.kind === "missing").map((one) => one.text);
    };
    const gap = { code: "tie/number-gap", docFrom: "PV-00268/67", docTo: "PV-00268/67", count: 1 } as const;
    expect(await textsOf([missing("PV-00267/67"), { ...gap, consequences: consequence ? [consequence] : [] }])).toEqual(
      [
        "เอกสารเลขที่ PV-00268/67 ขาดหาย 1 ฉบับ ไม่ทราบยอด จึงไม่รวมอยู่ในยอดที่อ่านได้",
        "สมุดรายวัน ก.พ. 2567 เอกสารเลขที่ PV-00267/67 ไม่ตรงกับอีกระบบหนึ่ง ควรเป็น 4,574.25 บาท พบ 0.00 บาท ยอดที่ขาด 4,574.25 บาท ไม่รวมอยู่ในยอดที่อ่านได้",
      ],
    );
    expect(await textsOf(Array.from({ length: 31 }, (_, index) => missing(`PV-${10_000 + index}/67`)))).toEqual([
      "สมุดรายวัน ก.พ. 2567 มีเอกสารที่ขาดตามระบบอื่น 31 รายการ ไม่รวมอยู่ในยอดที่อ่านได้",
    ]);
  });

  it("are left out where rows were picked by a term", async () => {
    const document = await build(damage, {}, { q: "RV" });
    expect((await read(document.rows())).some((one) => one.kind === "missing")).toBe(false);
    expect(document.notes).toHaveLength(2);
  });
});

describe("marks", () => {
  const marksOf = async (damage: readonly DamagedPartition[], reach: Partial<ReportRows["reach"]> = {}) => {
    const document = await build(damage, reach);
    const marks = (await read(document.rows()))
      .filter((one) => one.kind === "entry")
      .map((one) => one.marks?.balance?.notes.join(",") ?? "");
    return { marks: marks.join("|"), total: document.totals[0], notes: document.notes };
  };

  it("stand on balances from the first damaged month on, and gather", async () => {
    const both = await marksOf([
      damaged("2024-03", "lost", []),
      damaged("2024-02", "partial", [{ code: "file/corrupt" }]),
    ]);
    expect(both.marks).toBe("1|1|1|1|1|1|1,2|1,2|1,2|1,2|1,2|1,2");
    expect(both.total).toEqual({
      label: "รวม",
      cells: { debit: 1200n },
      kind: "atLeast",
      mark: { state: "lost", notes: [1, 2] },
    });
    const later = await marksOf([damaged("2024-03", "partial", [{ code: "file/corrupt" }])]);
    expect(later.marks).toBe("||||||1|1|1|1|1|1");
  });

  it("leave figures alone that the damage does not reach, but say so at the total", async () => {
    for (const finding of [
      { table: "balances", code: "tie/balance" as const, account: "4401010104.001" },
      { code: "row/foreign" as const, rowFrom: 3 },
    ]) {
      const { marks, total, notes } = await marksOf([damaged("2024-02", "partial", [finding])]);
      expect(marks).toBe("|||||||||||");
      expect(total).toMatchObject({ kind: "known", mark: { state: "partial", notes: [1] } });
      expect(notes[0]?.sentences.at(-1)).toBe("ไม่พบว่าความเสียหายนี้กระทบตัวเลขในรายงานนี้โดยตรง");
    }
  });

  it("of another table of the same month mark neither figures nor total, unless more was found than is listed", async () => {
    const cash = damaged("2024-02", "partial", [{ table: "cash", code: "file/truncated" as const }]);
    const { marks, total, notes } = await marksOf([cash]);
    expect([marks, total?.kind, total?.mark]).toEqual(["|||||||||||", "known", undefined]);
    expect(notes[0]?.sentences.at(-1)).toBe("ไม่พบว่าความเสียหายนี้กระทบตัวเลขในรายงานนี้โดยตรง");
    const cut = await marksOf([{ ...cash, findingCount: 2000 }]);
    expect(cut.total?.mark).toEqual({ state: "partial", notes: [1] });
  });

  it("reach every book where a file ends early, whatever document was read last", async () => {
    const { total } = await marksOf(
      [damaged("2024-02", "partial", [{ code: "file/truncated", rowTo: 6, docFrom: "RV-00005/67" }])],
      {
        documents: "PV-",
        account: null,
      },
    );
    expect(total).toMatchObject({ kind: "atLeast", mark: { state: "partial", notes: [1] } });
    const gap = await marksOf([damaged("2024-02", "partial", [{ code: "tie/number-gap", docFrom: "RV-00005/67" }])], {
      documents: "PV-",
      account: null,
    });
    expect(gap.total?.kind).toBe("known");
  });

  it("call a total known where everything was read but does not tie", async () => {
    const { total, marks } = await marksOf([damaged("2024-02", "inconsistent", [{ code: "file/checksum" }])]);
    expect(total).toMatchObject({ kind: "known", mark: { state: "inconsistent", notes: [1] } });
    expect(marks).toBe("1|1|1|1|1|1|1|1|1|1|1|1");
  });

  it("point at the rows whose text is in doubt, and at no figure", async () => {
    const document = await build([
      damaged("2024-02", "inconsistent", [{ code: "row/text", rowFrom: 2, rowTo: 3, column: "description" }]),
    ]);
    const rows = await read(document.rows());
    expect(rows.map((one) => Object.keys(one.marks ?? {}).join())).toEqual([
      "",
      "description",
      "description",
      ...Array(9).fill(""),
    ]);
  });

  it("point at every row of a wide range of records and of a range of documents", async () => {
    const marked = async (finding: Partial<Finding>) => {
      const document = await build([damaged("2024-03", "inconsistent", [{ code: "row/text", ...finding }])]);
      return (await read(document.rows())).map((one) => (one.marks ? "x" : ".")).join("");
    };
    expect(await marked({ rowFrom: 2, rowTo: 900 })).toBe(".......xxxxx");
    expect(await marked({ docFrom: "RV-00007/67", docTo: "RV-00009/67" })).toBe(".......xxx..");
    expect(await marked({ docFrom: "RV-00007/67" })).toBe(".......x....");
  });

  it("are nowhere in a sound report", async () => {
    const { marks, total, notes } = await marksOf([]);
    expect(marks).toBe("|||||||||||");
    expect(total).toEqual({ label: "รวม", cells: { debit: 1200n }, kind: "known" });
    expect(notes).toEqual([]);
  });
});

describe("a report over several modules", () => {
  const REACH = { tables: ["journal", "receipts"], relatedTables: ["budget_lines"], account: null };
  const COLUMNS = [
    { id: "account", label: "บัญชี", kind: "amount", width: 1, derived: true, tables: ["journal"] },
    { id: "receipts", label: "ใบเสร็จ", kind: "amount", width: 1, derived: true, tables: ["receipts"] },
    { id: "all", label: "ทั้งหมด", kind: "amount", width: 1, derived: true },
    { id: "read", label: "ที่อ่าน", kind: "amount", width: 1 },
  ] as const;

  async function over(
    damage: readonly DamagedPartition[],
    rows: readonly SourceRow[],
    reach: Partial<ReportRows["reach"]> = {},
  ) {
    const one = source({ ...REACH, ...reach });
    const totals = [
      { label: "บัญชี", cells: {}, tables: ["journal"] },
      { label: "ใบเสร็จ", cells: {}, tables: ["receipts"] },
      { label: "ทั้งหมด", cells: {} },
    ];
    const document = await buildDocument({
      definition: { ...ledger, columns: COLUMNS },
      head: HEAD,
      input: parseReportInput(ledger, { account: "1101030102.001", month: "2024-03" }, HEAD.span),
      source: {
        ...one,
        totals,
        rowCount: rows.length,
        rows: async function* () {
          yield* rows;
        },
      },
      damage,
      printedAt: new Date(0),
      printedBy: "ผู้ทดสอบ",
    });
    return {
      document,
      rows: await read(document.rows()),
      totals: document.totals.map(({ kind, mark }) => `${kind} ${mark?.notes ?? ""}`),
    };
  }

  const figures = (kind: SourceRow["kind"], more: Partial<SourceRow> = {}): SourceRow => ({
    kind,
    cells: Object.fromEntries(COLUMNS.map(({ id }) => [id, satang(1n)])),
    origin: { month: "2024-03" as Month, rowNo: 1, doc: null, account: null },
    ...more,
  });
  const marked = (row: ReportRow | undefined) =>
    Object.entries(row?.marks ?? {}).map(([id, mark]) => `${id} ${mark.notes}`);

  it("marks a figure by the damage of the tables that it rests on, and calls a total short by those alone", async () => {
    const lost = damaged("2024-03", "lost", [{ code: "file/missing", table: null, module: "revenue" }], "revenue");
    const { rows, totals } = await over([lost], [figures("entry")]);
    expect(rows.map((one) => one.text ?? marked(one))).toEqual([
      ["receipts 1", "all 1"],
      "ข้อมูลรายรับ มี.ค. 2567 อ่านไม่ได้ทั้งเดือน ไม่ทราบยอด จึงไม่รวมอยู่ในยอดที่อ่านได้",
    ]);
    expect(totals).toEqual(["known ", "atLeast 1", "atLeast 1"]);
  });

  it("takes nothing from a total where the damage lies in tables that the figures only agree with", async () => {
    const lost = damaged("2024-03", "lost", [{ code: "file/missing", table: null, module: "budget" }], "budget");
    const { rows, totals } = await over([lost], [figures("entry")]);
    expect(rows.map(marked)).toEqual([["all 1"]]);
    expect(totals).toEqual(["known ", "known ", "known 1"]);
  });

  it("leaves out damaged months that the table in question is not read from", async () => {
    const early = damaged("2024-02", "lost", [], "revenue");
    const { document, totals } = await over([early], [figures("entry")], {
      monthsOf: { receipts: ["2024-03" as Month] },
    });
    expect(document.notes).toEqual([]);
    expect(totals).toEqual(["known ", "known ", "known "]);
  });

  it("marks every figure of a sum inside the table, every worked-out figure of a row without origin, and no heading", async () => {
    const cut = damaged("2024-03", "partial", [{ code: "file/corrupt", module: "accounting" }]);
    const { origin: _none, ...bare } = figures("entry");
    const { rows } = await over([cut], [figures("subtotal"), bare, { kind: "heading", cells: {}, text: "รายรับ" }]);
    expect(rows.slice(0, 3).map(marked)).toEqual([["account 1", "all 1", "read 1"], ["account 1", "all 1"], []]);
  });

  it("points at the row of the table that it was read from, not at the same record of another", async () => {
    const finding = {
      code: "row/text" as const,
      table: "receipts",
      module: "revenue" as const,
      rowFrom: 1,
      rowTo: 1,
      column: "read",
    };
    const unsound = damaged("2024-03", "inconsistent", [finding], "revenue");
    const origin = { month: "2024-03" as Month, rowNo: 1, doc: null, account: null };
    const { rows } = await over(
      [unsound],
      [figures("entry"), figures("entry", { origin: { ...origin, table: "receipts" } })],
    );
    expect(rows.map(marked)).toEqual([[], ["read 1"]]);
  });
});

describe("a place in a report", () => {
  it("is its marker, or the row that follows, among the rows as they are shown", async () => {
    const damage = [
      damaged("2024-02", "partial", [
        { rowFrom: 2, rowTo: 2 },
        { code: "file/truncated", rowTo: 6 },
      ]),
    ];
    const document = await build(damage);
    const whole = await read(document.rows());
    const at = (place: MarkerPlace) =>
      locateRow(
        {
          definition: ledger,
          head: HEAD,
          input: parseReportInput(ledger, { account: "1101030102.001", month: "2024-03" }, HEAD.span),
          source: source(),
          damage,
        },
        place,
      );
    const month = "2024-02" as Month;
    expect(whole[await at({ at: "row", month, rowNo: 2 })]?.kind).toBe("missing");
    expect(whole[await at({ at: "row", month, rowNo: 3 })]?.cells.entry_no).toBe("RV-00003/67");
    expect(whole[await at({ at: "end-of-month", month })]?.kind).toBe("missing");
    expect(await at({ at: "end-of-month", month: "2024-03" as Month })).toBe(whole.length - 1);
  });
});
