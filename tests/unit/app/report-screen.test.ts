import { describe, expect, it } from "vitest";
import { cellText, markFound } from "@/app/(portal)/lao/[code]/reports/[report]/_parts/report-cell";
import { reportLead } from "@/app/(portal)/lao/[code]/reports/[report]/_parts/report-lead";
import { periodLinks, periodText } from "@/app/(portal)/lao/[code]/reports/[report]/_parts/report-period";
import { fitsDesktop } from "@/app/(portal)/lao/[code]/reports/[report]/_parts/table-width";
import { satang } from "@/lib/money/amount";
import type { IsoDate } from "@/lib/period/date";
import { assetRegister } from "@/lib/reports/definitions/asset-register";
import { cashReceiptsBook } from "@/lib/reports/definitions/cash-receipts-book";
import { trialBalance } from "@/lib/reports/definitions/trial-balance";
import type { ReportColumn, ReportTotal } from "@/lib/reports/document";
import { ledgerDocument } from "../../support/report-documents";

const span = { from: "2024-01-06" as IsoDate, to: "2024-07-06" as IsoDate };
const column = (kind: ReportColumn["kind"]): ReportColumn => ({ id: "c", label: "", kind, width: 1 });

describe("a cell on screen", () => {
  it("tells zero from nothing, and negative amounts by parentheses", () => {
    expect(cellText(column("amount"), satang(0n))).toBe("-");
    expect(cellText(column("amount"), null)).toBe("");
    expect(cellText(column("amount"), satang(-123456n))).toBe("(1,234.56)");
    expect(cellText(column("date"), "2024-03-09")).toBe("09/03/2567");
    expect(cellText(column("date"), "ไม่ใช่วันที่")).toBe("ไม่ใช่วันที่");
  });

  it("marks every place of the looked-for text and loses none of the rest", () => {
    const text = "ฎีกา 12/2567 และ ๑๒/๒๕๖๗";
    const parts = [markFound(text, "๑๒")].flat();
    const plain = parts.map((part) =>
      typeof part === "string" ? part : (part as { props: { children: string } }).props.children,
    );
    expect(plain.join("")).toBe(text);
    expect(plain.filter((_, index) => index % 2 === 1)).toEqual(["12", "๑๒"]);
  });
});

describe("the first sentence of a report", () => {
  /** Every summed column a sum of its own: 1.00, 2.00, 3.00 … */
  const leadOf = (columns: readonly ReportColumn[]) => {
    const summed = columns.filter((one) => one.summed);
    const cells = Object.fromEntries(summed.map((one, index) => [one.id, satang(BigInt(index + 1) * 100n)]));
    const totals: ReportTotal[] = [{ label: "รวม", kind: "known", cells }];
    return reportLead({ document: ledgerDocument({ rows: 3, overrides: { columns, totals } }) }, undefined);
  };

  it("tells the price of the assets, not two of its eight sources", () => {
    expect(leadOf(assetRegister.columns)).toContain("· รวม ราคาสินทรัพย์ 1.00 บาท ·");
  });

  it("puts no heading over a sum that does not stand under it", () => {
    expect(leadOf(cashReceiptsBook.columns)).toContain("· รวม เครดิต 4.00 บาท ·");
    expect(leadOf(trialBalance.columns)).toContain("· รวม ยอดคงเหลือ เดบิท 5.00 บาท เครดิต 6.00 บาท ·");
  });
});

describe("the period on screen", () => {
  it("stands in its field in words, and what was refused as it was typed", () => {
    expect(periodText({}, "range", span)).toBe("มิถุนายน 2567");
    expect(periodText({ month: "2024-03" }, "range", span)).toBe("มีนาคม 2567");
    expect(periodText({ period: "ไตรมาส 2" }, "range", span)).toBe("6 ม.ค. 2567 – 31 มี.ค. 2567");
    expect(periodText({ date: "2024-03-15" }, "month-or-date", span)).toBe("15 มี.ค. 2567");
    expect(periodText({ period: "ปีก่อน" }, "range", span)).toBe("ปีก่อน");
  });

  it("is a month of the archive by one click, and the whole of it where a report can show it", () => {
    const links = periodLinks({ month: "2024-03" }, "range", span);
    expect(links.map(({ label }) => label)).toEqual([
      "ม.ค. 67",
      "ก.พ. 67",
      "มี.ค. 67",
      "เม.ย. 67",
      "พ.ค. 67",
      "มิ.ย. 67",
      "ก.ค. 67",
      "ทั้งช่วงข้อมูล",
    ]);
    expect(links.filter(({ isShown }) => isShown).map(({ label }) => label)).toEqual(["มี.ค. 67"]);
    expect(links[2]?.query).toEqual({ period: "", month: "2024-03", from: "", to: "", date: "" });
    expect(periodLinks({}, "month-or-date", span)).toHaveLength(7);
    expect(periodLinks({}, "document", span)).toEqual([]);
  });
});

describe("a wide table", () => {
  it("scrolls in its own frame once its figures outgrow a desktop", () => {
    const row = (amount: bigint) => ({
      cells: Object.fromEntries(
        trialBalance.columns.map(({ id, kind }) => [id, kind === "amount" ? satang(amount) : "1101010101.001"]),
      ),
    });
    expect(fitsDesktop(trialBalance.columns, [row(100_000n)])).toBe(true);
    expect(fitsDesktop(trialBalance.columns, [row(100_000n), row(9_999_999_999_999n)])).toBe(false);
  });
});
