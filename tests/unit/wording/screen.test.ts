import { describe, expect, it } from "vitest";
import { satang } from "@/lib/money/amount";
import { damageLead, homeLead, laosLead, mapDetail } from "@/lib/wording/screen";

describe("sentences at the head of pages", () => {
  it("say what can be read and what is missing, and nothing that is not known", () => {
    expect(homeLead({ partsIntact: 24, parts: 28, documentsMissing: 37, amountMissing: satang(41_230_000n) })).toBe(
      "อ่านได้ครบ 24 จาก 28 ส่วน · พบความเสียหาย 4 ส่วน · เอกสารหายไปอย่างน้อย 37 ฉบับ · ยอดของเอกสารที่หายเท่าที่พิสูจน์ได้ 412,300.00 บาท",
    );
    expect(homeLead({ partsIntact: 24, parts: 28, documentsMissing: null, amountMissing: null })).toBe(
      "อ่านได้ครบ 24 จาก 28 ส่วน · พบความเสียหาย 4 ส่วน",
    );
  });

  it("claim no more of sound data than that no sign of damage was found", () => {
    expect(homeLead({ partsIntact: 28, parts: 28, documentsMissing: null, amountMissing: null })).toMatch(
      /ไม่พบร่องรอยความเสียหาย$/,
    );
    expect(laosLead(8, { intact: 8, inconsistent: 0, partial: 0, lost: 0, empty: 4 })).toBe(
      "อปท. 8 แห่ง · อ่านได้ครบ 8 จาก 8 ส่วน · ไม่พบร่องรอยความเสียหาย",
    );
  });

  it("count no empty part as one that could be read", () => {
    expect(homeLead({ partsIntact: 0, parts: 0, documentsMissing: null, amountMissing: null })).toMatch(/^ยังไม่มีข้อมูล/);
    expect(laosLead(1, { intact: 3, inconsistent: 1, partial: 1, lost: 1, empty: 29 })).toMatch(
      / 3 จาก 6 ส่วน · พบความเสียหาย 3 ส่วน$/,
    );
  });

  it("tell how many rows were set apart only where some were", () => {
    const part = { state: "partial", rowsRead: 120, rowsLoaded: 112, rowsQuarantined: 8 } as const;
    expect(damageLead(part, 3)).toMatch(/อ่าน 120 แถว ใช้ในรายงาน 112 แถว แยกไว้ 8 แถว · ตรวจพบ 3 เรื่อง$/);
    expect(damageLead({ ...part, rowsLoaded: 120, rowsQuarantined: 0 }, 0)).not.toMatch(/แยกไว้|ตรวจพบ/);
  });
});

describe("a cell of the damage map", () => {
  it("counts missing documents first, else what was found, and says nothing of sound parts", () => {
    expect(mapDetail({ state: "partial", findings: 5, documentsMissing: 37 })).toBe("หาย 37 ฉบับ");
    expect(mapDetail({ state: "lost", findings: 1, documentsMissing: null })).toBe("1 เรื่อง");
    expect(mapDetail({ state: "intact", findings: 0, documentsMissing: null })).toBe("");
  });
});
