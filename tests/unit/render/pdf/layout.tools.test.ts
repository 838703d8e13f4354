import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { satang } from "@/lib/money/amount";
import type { ReportColumn, ReportRow } from "@/lib/reports/document";
import { checkStructure, inspect, pageTexts, renderBytes, squeeze, withPdf } from "../../../support/pdf-files";
import { ledgerDocument } from "../../../support/report-documents";
import { requireTool } from "../../../support/tools";

function rows(...list: readonly ReportRow[]) {
  return {
    rowCount: list.length,
    rows: async function* () {
      yield* list;
    },
  };
}

/** Right edges and texts of all words, in points. */
function wordBoxes(
  bytes: Uint8Array,
): { readonly text: string; readonly left: number; readonly right: number; readonly bottom: number }[] {
  const html = withPdf(
    bytes,
    (file) => spawnSync(requireTool("pdftotext"), ["-bbox", file, "-"], { encoding: "utf8" }).stdout,
  );
  return [...html.matchAll(/xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g)].map((match) => ({
    left: Number(match[1]),
    right: Number(match[2]),
    bottom: Number(match[3]),
    text: match[4] ?? "",
  }));
}

describe("the sheet", () => {
  it("lies down for the eight columns of a ledger and stands for four", async () => {
    const wide = await renderBytes(ledgerDocument({ rows: 3 }));
    expect(inspect("pdfinfo", wide).join("\n")).toMatch(/Page size:\s+841.89 x 595.28/);
    const columns = ledgerDocument({ rows: 0 }).columns.filter((column) =>
      ["date", "description", "debit", "credit"].includes(column.id),
    );
    const narrow = await renderBytes(ledgerDocument({ rows: 3, overrides: { columns } }));
    expect(inspect("pdfinfo", narrow).join("\n")).toMatch(/Page size:\s+595.28 x 841.89/);
  });

  it("keeps every word between its margins, however long or many", async () => {
    const columns: ReportColumn[] = Array.from({ length: 20 }, (_, index) => ({
      id: `c${index}`,
      label: `หัวคอลัมน์ที่ยาวมาก ${index}`,
      kind: index % 2 === 0 ? "text" : "amount",
      width: 1,
    }));
    const cells = Object.fromEntries(
      columns.map((column, index) => [column.id, index % 2 === 0 ? "ก".repeat(60) : satang(-98_765_432_109_876n)]),
    );
    const bytes = await renderBytes(
      ledgerDocument({
        rows: 0,
        overrides: {
          columns,
          ...rows({ kind: "entry", cells }),
          title: "ชื่อรายงานยาว".repeat(30),
          printedBy: "ผู้พิมพ์".repeat(60),
          totals: [],
        },
      }),
    );
    const boxes = wordBoxes(bytes);
    expect(boxes.length).toBeGreaterThan(30);
    expect(boxes.filter((word) => word.left < 40 || word.right > 803 || word.bottom > 590)).toEqual([]);
  });

  it("leaves the room of short texts to long ones, though each column keeps its head whole", async () => {
    const columns: ReportColumn[] = [
      { id: "state", label: "สถานะ", kind: "text", width: 20 },
      { id: "name", label: "ชื่อสินทรัพย์", kind: "text", width: 20 },
      ...Array.from({ length: 10 }, (_, index) => ({
        id: `count_${index}`,
        label: "พบ (เรื่อง)",
        kind: "amount" as const,
        width: 10,
      })),
    ];
    const name = "เครื่องคอมพิวเตอร์สำหรับงานประมวลผลแบบที่สอง จอแสดงภาพขนาดไม่น้อยกว่า 19 นิ้ว ของกองคลัง";
    const list = rows({ kind: "entry", cells: { state: "ใช้งาน", name } });
    const bytes = await renderBytes(ledgerDocument({ rows: 1, overrides: { columns, totals: [], ...list } }));
    const boxes = wordBoxes(bytes);
    expect(boxes.filter((word) => word.text === "(เรื่อง)")).toHaveLength(10);
    const state = boxes.find((word) => word.text === "ใช้งาน");
    const first = boxes.find((word) => word.text.startsWith("เครื่อง"));
    if (!state || !first) throw new Error("the row is not on the page");
    expect(first.left - state.left).toBeLessThan(90);
  });

  it("aligns the figures of a column at their right edge", async () => {
    const boxes = wordBoxes(await renderBytes(ledgerDocument({ rows: 8 })));
    const balances = boxes.filter((word) => /^[\d,]+\.\d\d$/.test(word.text) && word.right > 780);
    expect(balances.length).toBeGreaterThanOrEqual(9);
    for (const word of balances) expect(word.right).toBeCloseTo(balances[0]?.right ?? 0, 1);
  });
});

describe("a row taller than a page", () => {
  it("goes on over the pages line by line, and the rows around it stay whole", async () => {
    const giant = "ข้อความยาวมากที่ไม่มีวรรค".repeat(400);
    const bytes = await renderBytes(ledgerDocument({ rows: 3, descriptions: ["ก่อน", giant, "หลัง"] }));
    checkStructure(bytes);
    const pages = pageTexts(bytes, "raw");
    expect(pages.length).toBeGreaterThan(5);
    const body = pages
      .map((page) =>
        page
          .split("\n")
          .filter((line) => line.includes("ข้อความ"))
          .join(""),
      )
      .join("");
    const letters = squeeze(body)
      .replace(/^.*?PV-00002\/67/, "")
      .match(/ข้อความยาวมากที่ไม่มีวรรค/g);
    expect(letters?.length ?? 0).toBeGreaterThan(200);
    expect(squeeze(pages.join("")).match(/วรรค/g)).toHaveLength(400);
    for (const page of pages) expect(page).toContain("เลขที่เอกสาร");
    expect(pages.at(-1)).toContain("PV-00003/67 หลัง");
  });
});

describe("grouped heads", () => {
  it("stand once over the columns that share them", async () => {
    const [page = ""] = pageTexts(await renderBytes(ledgerDocument({ rows: 2 })), "raw");
    expect(page.match(/เคลื่อนไหว/g)).toHaveLength(1);
    expect(page).toContain("เดบิต เครดิต");
  });
});
