import { describe, expect, it } from "vitest";
import { PROVINCE_REPORTS } from "@/lib/operations/province-report-registry";
import { REPORTS } from "@/lib/operations/report-registry";
import { sheetName } from "@/lib/render/excel/table";

describe("the name of a sheet", () => {
  it("is the report's title where Excel has room for it", () => {
    expect(sheetName("งบทดลอง", 1)).toBe("งบทดลอง");
    expect(sheetName("งบทดลอง", 2)).toBe("งบทดลอง (2)");
  });

  it("ends with a whole word where it has not", () => {
    const title = "รายงานพิสูจน์ยอดเงินสะสมที่สามารถนำไปใช้ได้ตามงบแสดงฐานะการเงิน";
    expect(sheetName(title, 1)).toBe("รายงานพิสูจน์ยอดเงินสะสมที่");
    expect(sheetName(title, 3)).toMatch(/^รายงานพิสูจน์ยอดเงินสะสม.* \(3\)$/);
  });

  it("keeps Excel's rule for every report", () => {
    const names = [...REPORTS, ...PROVINCE_REPORTS].flatMap(({ definition }) =>
      [1, 2].map((part) => sheetName(definition.title, part)),
    );
    for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\']{1,31}$/);
    expect(names.every((name) => name.trim() === name)).toBe(true);
  });
});
