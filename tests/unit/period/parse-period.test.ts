/** Periods as people type them: both eras, both kinds of digits, and refusals that say what to do. */
import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors/app-error";
import { dayBefore, type IsoDate } from "@/lib/period/date";
import { lastFullMonth, parsePeriod, readDate, readMonth, sayPeriod } from "@/lib/period/parse-period";
import { type DaySpan, formatPeriod } from "@/lib/period/report-period";

const SPAN: DaySpan = { from: "2024-01-06" as IsoDate, to: "2024-07-06" as IsoDate };

describe("a month", () => {
  it.each(["2024-03", "2567-03", "๒๕๖๗-๐๓", " 2567-03 "])("reads %j", (text) => {
    expect(readMonth(text)).toBe("2024-03");
  });

  it.each(["2024-13", "2024-3", "มีนาคม 2567", "67-03", "2024-03-01"])("does not guess %j", (text) => {
    expect(readMonth(text)).toBeUndefined();
  });

  it("is the last full one where nothing is asked", () => {
    expect(lastFullMonth(SPAN)).toBe("2024-06");
    expect(lastFullMonth({ ...SPAN, to: "2024-06-30" as IsoDate })).toBe("2024-06");
    expect(lastFullMonth({ from: "2024-01-06" as IsoDate, to: "2024-01-20" as IsoDate })).toBe("2024-01");
    expect(parsePeriod({ month: "" }, "range", SPAN)).toEqual({ kind: "month", from: "2024-06-01", to: "2024-06-30" });
  });
});

describe("days", () => {
  it("read either era, and only days that exist", () => {
    expect(readDate("๒๕๖๗-๐๒-๒๙")).toBe("2024-02-29");
    expect(readDate("2566-02-29")).toBeUndefined();
  });

  it("are cut to what the archive covers", () => {
    expect(parsePeriod({ from: "2566-12-01", to: "2567-01-31" }, "range", SPAN)).toEqual({
      kind: "range",
      from: "2024-01-06",
      to: "2024-01-31",
    });
    expect(parsePeriod({ from: "2024-06-15" }, "range", SPAN)).toEqual({
      kind: "range",
      from: "2024-06-15",
      to: "2024-07-06",
    });
  });

  it("make the state at a day out of the month up to it", () => {
    const period = parsePeriod({ date: "2024-03-15" }, "month-or-date", SPAN);
    expect(period).toEqual({ kind: "date", from: "2024-03-01", to: "2024-03-15" });
    expect(formatPeriod(period)).toBe("ณ วันที่ 15 มีนาคม 2567");
  });

  it("of a report that shows a day or a month's end are the last ones covered, where a month is asked", () => {
    const day = parsePeriod({ month: "2024-07" }, "date", SPAN);
    expect(day).toEqual({ kind: "date", from: "2024-07-01", to: "2024-07-06" });
    const end = parsePeriod({ period: "ม.ค. 2567" }, "as-of-month", SPAN);
    expect(end).toEqual({ kind: "as-of-month", from: "2024-01-06", to: "2024-01-31" });
    expect(formatPeriod(end)).toBe("ณ วันที่ 31 มกราคม 2567");
    expect(parsePeriod({ period: sayPeriod(end) }, "as-of-month", SPAN)).toEqual(end);
  });

  it("step back over months, years and leap days", () => {
    expect(
      ["2024-03-01", "2023-03-01", "2024-01-01", "2024-05-01", "2024-05-31"].map((day) => dayBefore(day as IsoDate)),
    ).toEqual(["2024-02-29", "2023-02-28", "2023-12-31", "2024-04-30", "2024-05-30"]);
  });
});

describe("a period that cannot be", () => {
  it.each([
    [{ month: "xx" }, "range", /อ่านเดือน «xx» ไม่ได้/],
    [{ from: "2024-02-30" }, "range", /อ่านวันที่ «2024-02-30» ไม่ได้/],
    [{ month: "2024-08" }, "range", /สิงหาคม 2567 อยู่นอกช่วงของข้อมูล — ชุดข้อมูลนี้มีตั้งแต่ 6 ม.ค. 2567 ถึง 6 ก.ค. 2567/],
    [{ date: "2024-01-05" }, "month-or-date", /อยู่นอกช่วง/],
    [{ from: "2024-03-02", to: "2024-03-01" }, "range", /วันเริ่มต้นอยู่หลังวันสิ้นสุด/],
    [{ from: "2024-08-01", to: "2024-08-02" }, "range", /อยู่นอกช่วง/],
    [{ month: "2024-03", to: "2024-03-01" }, "range", /เลือกงวดเพียงแบบเดียว/],
    [{ date: "2024-03-01" }, "range", /ไม่ใช้ ณ วันที่/],
    [{ from: "2024-03-01" }, "month-or-date", /ไม่ใช้ช่วงวันที่/],
    [{ date: "2024-03-01" }, "month", /ใช้เดือน ไม่ใช้ ณ วันที่/],
    [{ from: "2024-03-01" }, "date", /ใช้ ณ วันที่ ไม่ใช้ช่วงวันที่/],
    [{ period: "15 มี.ค. 2567" }, "as-of-month", /แสดงเป็นรายเดือน .* ลองพิมพ์ มีนาคม 2567/],
  ] as const)("%j for %s is refused with a sentence", (input, choice, sentence) => {
    const refuse = () => parsePeriod(input, choice, SPAN);
    expect(refuse).toThrow(AppError);
    expect(refuse).toThrow(sentence);
  });
});
