import { describe, expect, it } from "vitest";
import type { DamageSummary } from "@/lib/finding/damage-summary";
import { satang } from "@/lib/money/amount";
import { homeLead, laosLead, mapDetail } from "@/lib/wording/damage";
import { damageLead } from "@/lib/wording/screen";

const damaged: DamageSummary = {
  partitions: { intact: 24, inconsistent: 1, partial: 2, lost: 1, empty: 7 },
  documentsMissing: 37,
  amountMissing: satang(41_230_000n),
  amountTable: "journal",
};
const untold = { documentsMissing: null, amountMissing: null, amountTable: null } as const;
const sound: DamageSummary = { ...untold, partitions: { intact: 28, inconsistent: 0, partial: 0, lost: 0, empty: 4 } };

describe("sentences at the head of pages", () => {
  it("say what can be read and what is missing at least, from which register, and nothing that is not known", () => {
    expect(homeLead(damaged)).toBe(
      "อ่านได้ครบ 24 จาก 28 ส่วน · พบความเสียหาย 4 ส่วน · เอกสารหายไปอย่างน้อย 37 ฉบับ · ยอดขาดอย่างน้อย 412,300.00 บาท (สมุดรายวัน)",
    );
    expect(homeLead({ ...damaged, ...untold })).toBe("อ่านได้ครบ 24 จาก 28 ส่วน · พบความเสียหาย 4 ส่วน");
  });

  it("claim no more of sound data than that no sign of damage was found", () => {
    expect(homeLead(sound)).toMatch(/ไม่พบร่องรอยความเสียหาย$/);
    expect(laosLead(8, sound)).toBe("อปท. 8 แห่ง · อ่านได้ครบ 28 จาก 28 ส่วน · ไม่พบร่องรอยความเสียหาย");
  });

  it("count no empty part as one that could be read", () => {
    const nothing = { intact: 0, inconsistent: 0, partial: 0, lost: 0, empty: 35 };
    expect(homeLead({ ...untold, partitions: nothing })).toMatch(/^ยังไม่มีข้อมูล/);
    expect(laosLead(1, damaged)).toMatch(
      / 24 จาก 28 ส่วน · พบความเสียหาย 4 ส่วน · เอกสารหายไปอย่างน้อย 37 ฉบับ · ยอดขาดอย่างน้อย 412,300.00 บาท/,
    );
  });

  it("tell how many rows were set apart only where some were", () => {
    const part = { state: "partial", rowsRead: 120, rowsLoaded: 112, rowsQuarantined: 8 } as const;
    expect(damageLead(part, 3, "")).toMatch(/อ่าน 120 แถว ใช้ในรายงาน 112 แถว แยกไว้ 8 แถว · ตรวจพบ 3 เรื่อง$/);
    expect(damageLead({ ...part, rowsLoaded: 120, rowsQuarantined: 0 }, 0, "")).not.toMatch(/แยกไว้|ตรวจพบ/);
  });
});

describe("a cell of the damage map", () => {
  it("counts missing documents and baht first, else what was found, and says nothing of sound parts", () => {
    const cell = { findings: 5, documentsMissing: 37, amountMissing: satang(123_450n) };
    expect(mapDetail({ ...cell, state: "partial" })).toEqual(["หายอย่างน้อย 37 ฉบับ", "ขาดอย่างน้อย 1,234.50 บาท"]);
    expect(mapDetail({ state: "lost", findings: 1, documentsMissing: null, amountMissing: null })).toEqual(["1 เรื่อง"]);
    expect(mapDetail({ state: "intact", findings: 0, documentsMissing: null, amountMissing: null })).toEqual([]);
  });
});
