/** Periods in words: every way that people say one, and what is not certain enough to be understood. */
import { describe, expect, it } from "vitest";
import type { IsoDate } from "@/lib/period/date";
import { parsePeriod, sayPeriod } from "@/lib/period/parse-period";
import { readSaidPeriod } from "@/lib/period/period-language";
import type { DaySpan } from "@/lib/period/report-period";

const HALF_YEAR: DaySpan = { from: "2024-01-06" as IsoDate, to: "2024-07-06" as IsoDate };
const TWO_YEARS: DaySpan = { from: "2022-10-01" as IsoDate, to: "2024-09-30" as IsoDate };

const said = (text: string, span = HALF_YEAR) => {
  const period = readSaidPeriod(text, span);
  return period && `${period.kind} ${period.from} ${period.to}`;
};

describe("a period in words", () => {
  it.each([
    ["2567-03", "month 2024-03-01 2024-03-31"],
    ["2024-03", "month 2024-03-01 2024-03-31"],
    ["๒๕๖๗-๐๓", "month 2024-03-01 2024-03-31"],
    ["03/2567", "month 2024-03-01 2024-03-31"],
    ["3/67", "month 2024-03-01 2024-03-31"],
    ["มี.ค. 2567", "month 2024-03-01 2024-03-31"],
    ["มี.ค.2567", "month 2024-03-01 2024-03-31"],
    ["มีค 67", "month 2024-03-01 2024-03-31"],
    ["มีนาคม 67", "month 2024-03-01 2024-03-31"],
    ["มีนา", "month 2024-03-01 2024-03-31"],
    ["ประจำเดือน มีนาคม พ.ศ. ๒๕๖๗", "month 2024-03-01 2024-03-31"],
    ["กุมภาพันธ์ 2024", "month 2024-02-01 2024-02-29"],
    ["15/3/2567", "day 2024-03-15 2024-03-15"],
    ["15/03/67", "day 2024-03-15 2024-03-15"],
    ["15/3", "day 2024-03-15 2024-03-15"],
    ["15-3-2567", "day 2024-03-15 2024-03-15"],
    ["2567-03-15", "day 2024-03-15 2024-03-15"],
    ["ณ วันที่ 15 มีนาคม 2567", "day 2024-03-15 2024-03-15"],
    ["15 มี.ค.", "day 2024-03-15 2024-03-15"],
    ["ไตรมาส 1", "range 2023-10-01 2023-12-31"],
    ["ไตรมาส 2", "range 2024-01-01 2024-03-31"],
    ["ไตรมาสที่ ๓", "range 2024-04-01 2024-06-30"],
    ["ไตรมาส 4/2567", "range 2024-07-01 2024-09-30"],
    ["ไตรมาส 2 ปีงบประมาณ 2567", "range 2024-01-01 2024-03-31"],
    ["ปีงบ 2567", "range 2023-10-01 2024-09-30"],
    ["ปีงบประมาณ พ.ศ. 67", "range 2023-10-01 2024-09-30"],
    ["6 ม.ค. – 31 มี.ค.", "range 2024-01-06 2024-03-31"],
    ["6 ม.ค. 2567 ถึง 31 มี.ค. 2567", "range 2024-01-06 2024-03-31"],
    ["ตั้งแต่วันที่ 6 มกราคม 2567 ถึงวันที่ 31 มีนาคม 2567", "range 2024-01-06 2024-03-31"],
    ["1-15 มี.ค. 2567", "range 2024-03-01 2024-03-15"],
    ["1–31 มี.ค. 2567", "month 2024-03-01 2024-03-31"],
    ["ม.ค. - มี.ค. 2567", "range 2024-01-01 2024-03-31"],
    ["ต.ค. – มี.ค. 2567", "range 2023-10-01 2024-03-31"],
    ["31 มี.ค. – 6 ม.ค. 2567", "range 2023-03-31 2024-01-06"],
    ["2567-01 - 2567-03", "range 2024-01-01 2024-03-31"],
    ["1/2/2567-15/3/2567", "range 2024-02-01 2024-03-15"],
  ])("reads %j", (text, period) => {
    expect(said(text)).toBe(period);
  });

  it.each([
    "",
    "เดือน",
    "มกุมภา 2567",
    "2567",
    "ปี 2567",
    "ไตรมาส 5",
    "ไตรมาส",
    "31/2/2567",
    "2567-13",
    "15",
    "32 มี.ค. 2567",
    "1000-2000",
  ])("does not guess %j", (text) => {
    expect(said(text)).toBeUndefined();
  });

  it("asks for the year where the archive has that month twice", () => {
    expect(said("มี.ค.", TWO_YEARS)).toBeUndefined();
    expect(said("ไตรมาส 2", TWO_YEARS)).toBeUndefined();
    expect(said("มี.ค. 2566", TWO_YEARS)).toBe("month 2023-03-01 2023-03-31");
  });
});

describe("the period field of a report", () => {
  it("cuts what was said to the days of the archive", () => {
    expect(parsePeriod({ period: "ปีงบ 2567" }, "range", HALF_YEAR)).toEqual({ kind: "range", ...HALF_YEAR });
    expect(parsePeriod({ period: "มี.ค. 2567" }, "month-or-date", HALF_YEAR)).toMatchObject({ kind: "month" });
    expect(parsePeriod({ period: "15/3/2567" }, "range", HALF_YEAR)).toEqual({
      kind: "range",
      from: "2024-03-15",
      to: "2024-03-15",
    });
    expect(parsePeriod({ period: "15/3/2567" }, "month-or-date", HALF_YEAR)).toEqual({
      kind: "date",
      from: "2024-03-01",
      to: "2024-03-15",
    });
  });

  it.each([
    ["ปีบัญชีก่อน", "range", /อ่านงวด «ปีบัญชีก่อน» ไม่ได้ — พิมพ์ได้เช่น มี\.ค\. 2567 · 2567-03 · ไตรมาส 2/],
    ["ส.ค.", "range", /สิงหาคม 2567 อยู่นอกช่วงของข้อมูล/],
    ["ไตรมาส 1", "range", /1 ต\.ค\. 2566 – 31 ธ\.ค\. 2566 อยู่นอกช่วง/],
    ["15/3/2567 – 1/3/2567", "range", /วันเริ่มต้นอยู่หลังวันสิ้นสุด/],
    ["ไตรมาส 2", "month-or-date", /ไม่แสดง «ไตรมาส 2» — ลองพิมพ์ มีนาคม 2567 หรือ 31 มี\.ค\. 2567/],
  ] as const)("says what is the matter with %j", (period, choice, sentence) => {
    expect(() => parsePeriod({ period }, choice, HALF_YEAR)).toThrow(sentence);
  });

  it("reads back what it says itself", () => {
    for (const period of ["มี.ค. 2567", "15 มี.ค. 2567", "6 ม.ค. – 31 มี.ค."]) {
      const read = parsePeriod({ period }, "range", HALF_YEAR);
      expect(parsePeriod({ period: sayPeriod(read) }, "range", HALF_YEAR)).toEqual(read);
    }
    const state = parsePeriod({ period: "15 มี.ค. 2567" }, "month-or-date", HALF_YEAR);
    expect(parsePeriod({ period: sayPeriod(state) }, "month-or-date", HALF_YEAR)).toEqual(state);
  });

  it("is one way of several, which may not contradict each other", () => {
    expect(() => parsePeriod({ period: "มี.ค. 2567", month: "2024-04" }, "range", HALF_YEAR)).toThrow(/เพียงแบบเดียว/);
    expect(parsePeriod({ month: "มีนาคม 67" }, "range", HALF_YEAR)).toMatchObject({ from: "2024-03-01" });
    expect(parsePeriod({ from: "15 มี.ค.", to: "20/3/2567" }, "range", HALF_YEAR)).toMatchObject({ to: "2024-03-20" });
  });
});
