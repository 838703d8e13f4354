import { describe, expect, it } from "vitest";
import { cellText, markFound } from "@/app/(portal)/lao/[code]/reports/[report]/_parts/report-cell";
import {
  dayChoices,
  otherWays,
  periodQuery,
  periodWay,
  shownMonth,
} from "@/app/(portal)/lao/[code]/reports/[report]/_parts/report-period";
import { fitsDesktop } from "@/app/(portal)/lao/[code]/reports/[report]/_parts/table-width";
import { satang } from "@/lib/money/amount";
import type { IsoDate } from "@/lib/period/date";
import { ledger } from "@/lib/reports/definitions/ledger";
import { trialBalance } from "@/lib/reports/definitions/trial-balance";
import type { ReportColumn } from "@/lib/reports/document";

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

describe("the period on screen", () => {
  it("is the way that the address uses, and changes its way without leaving the month", () => {
    expect(periodWay({ from: "2024-02-01" })).toBe("range");
    expect(otherWays(ledger, "range")).toEqual(["month"]);
    expect(otherWays(trialBalance, "month")).toEqual(["date"]);
    expect(shownMonth({ to: "2024-03-15" }, span)).toBe("2024-03");
    expect(shownMonth({}, span)).toBe("2024-06");
    expect(periodQuery("range", { month: "2024-03" }, span)).toEqual({
      month: "",
      date: "",
      from: "2024-03-01",
      to: "2024-03-31",
    });
  });

  it("never offers a day outside the archive", () => {
    expect(periodQuery("range", { month: "2024-01" }, span).from).toBe("2024-01-06");
    expect(periodQuery("date", { month: "2024-07" }, span).date).toBe("2024-07-06");
    const days = dayChoices(span).flatMap((month) => month.choices);
    expect(days).toHaveLength(183);
    expect(days[0]).toEqual({ value: "2024-01-06", label: "6 มกราคม 2567" });
    expect(days.at(-1)?.value).toBe("2024-07-06");
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
