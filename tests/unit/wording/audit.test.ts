import { describe, expect, it } from "vitest";
import { sayAuditEvent } from "@/lib/wording/audit";

const NAMES = { laoName: "เทศบาลตำบลศรีแก้ว อ.เลิงนกทา จ.ยโสธร", reportTitle: "งบทดลอง" };

describe("an audit event in a sentence", () => {
  it("names report, office, parameters and archive", () => {
    const event = {
      type: "export-report",
      reportId: "trial-balance",
      snapshot: "recovered-2567",
      lao: "06350302",
      format: "pdf",
      params: { month: "2024-03", groups: "1", q: "" },
    } as const;
    expect(sayAuditEvent(event, NAMES)).toBe(
      "ดาวน์โหลดงบทดลอง เป็น PDF ของเทศบาลตำบลศรีแก้ว อ.เลิงนกทา จ.ยโสธร (06350302) (เดือน มี.ค. 67, แสดงบัญชีคุม) จากชุดข้อมูล recovered-2567",
    );
  });

  it("names LAO, month and formats of a bundle", () => {
    const event = { type: "export-bundle", snapshot: "s", lao: "06350302", formats: "pdf,xlsx", files: 40 };
    expect(sayAuditEvent({ ...event, month: "2024-03" }, NAMES)).toBe(
      "จัดทำชุดรายงาน เดือน มี.ค. 67 เป็น PDF,XLSX ของเทศบาลตำบลศรีแก้ว อ.เลิงนกทา จ.ยโสธร (06350302) จากชุดข้อมูล s",
    );
    expect(sayAuditEvent({ ...event, month: "all" }, NAMES)).toContain("ทุกเดือน เป็น PDF,XLSX");
  });

  it("falls back on codes where no archive knows the names any more", () => {
    const event = { type: "view-report", reportId: "old-report", snapshot: "s", lao: "06350302", params: {} } as const;
    expect(sayAuditEvent(event, { laoName: null, reportTitle: null })).toBe(
      "เปิดดู old-report ของ อปท. 06350302 จากชุดข้อมูล s",
    );
  });

  it("says who got which rights", () => {
    const event = {
      type: "change-user",
      change: "add",
      email: "a@b.th",
      role: "auditor",
      grant: "province:35",
    } as const;
    expect(sayAuditEvent(event, NAMES)).toBe("เพิ่มผู้ใช้ a@b.th เป็นผู้ตรวจสอบระดับจังหวัด (รหัสจังหวัด 35)");
  });

  it("hides no event of a newer portal", () => {
    expect(sayAuditEvent({ type: "match-upload" }, NAMES)).toBe("match-upload");
  });
});
