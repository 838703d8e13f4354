/** The certificate of an LAO's data says of every part what the home page says, adds nothing up twice, and prints the same in PDF and Excel. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, type Database, openDatabase } from "@/db/client";
import { openOwner } from "@/db/owner";
import { exportReport } from "@/lib/operations/export-report";
import { runReport } from "@/lib/operations/run-report";
import { viewLaoHome } from "@/lib/operations/view-lao-home";
import { renderExcel } from "@/lib/render/excel/render-excel";
import type { ReportDocument } from "@/lib/reports/document";
import { pageTexts, renderBytes, squeeze } from "../../support/pdf-files";
import { ACTORS, NOW } from "../../support/read-report";
import { damagePartition, LAOS, SNAPSHOT_ID, seedBooks } from "../../support/seed-books";
import { createTestDatabase, type TestDatabase } from "../../support/test-database";
import { collectBytes, readWorkbook } from "../../support/workbook-reading";

const [one] = LAOS;
const CERTIFICATE = { reportId: "damage-certificate", lao: one.code, params: {} } as const;

let made: TestDatabase;
let database: Database;
const context = () => ({ actor: ACTORS.accountant, now: NOW, database });

beforeAll(async () => {
  made = await createTestDatabase();
  await seedBooks(made.ownerUrl);
  database = openDatabase(made.appUrl);
  const gap = { code: "tie/number-gap", confidence: "arithmetic", count: 2, amount: 1_234_50n } as const;
  await damagePartition(made.ownerUrl, {
    laoId: one.id,
    month: 202403,
    state: "partial",
    findings: [{ ...gap, table_name: "journal", doc_from: "RV-00008/67", doc_to: "RV-00009/67" }],
  });
  await damagePartition(made.ownerUrl, {
    laoId: one.id,
    month: 202403,
    module: "revenue",
    state: "partial",
    findings: [{ ...gap, table_name: "receipts", doc_from: "R-000008/67", doc_to: "R-000009/67" }],
  });
  await damagePartition(made.ownerUrl, {
    laoId: one.id,
    month: 202404,
    state: "lost",
    findings: [{ code: "file/missing", table_name: "journal" }],
  });
});

afterAll(async () => {
  await closeDatabase(database);
  await made.drop();
});

async function withCertificate<T>(read: (document: ReportDocument) => Promise<T>): Promise<T> {
  let result: { readonly value: T } | undefined;
  await exportReport(context(), {
    ...CERTIFICATE,
    format: "pdf",
    sink: async (document) => {
      result = { value: await read(document) };
    },
  });
  if (!result) throw new Error("nothing was read");
  return result.value;
}

describe("the certificate of an LAO's data", () => {
  it("has a row for every part with the figures of the home page, and neither marks nor marker rows among them", async () => {
    const { rows } = await runReport(context(), { ...CERTIFICATE, window: { offset: 0, limit: 1000 } });
    const home = await viewLaoHome(context(), { lao: one.code });
    const parts = rows.filter((row) => row.kind === "entry");
    expect(parts).toHaveLength(home.partitions.length);
    expect(rows.filter((row) => row.kind === "missing" || row.marks)).toEqual([]);
    const march = parts.find((row) => row.cells.module === "บัญชี" && row.cells.month === "มีนาคม 2567");
    const shown = home.partitions.find((part) => part.module === "accounting" && part.month === "2024-03");
    expect(march?.cells).toMatchObject({
      state: "เสียหายบางส่วน",
      rows_read: shown?.rowsRead,
      documents: 2,
      amount: shown?.amountMissing,
      register: "สมุดรายวัน",
    });
  });

  it("adds no amounts of different modules: no total, and one sentence that names its register", async () => {
    const { document } = await runReport(context(), CERTIFICATE);
    expect(document.totals).toEqual([]);
    expect(document.fields[0]?.value).toBe(
      "อ่านได้ครบ 5 จาก 8 ส่วน · พบความเสียหาย 3 ส่วน · เอกสารหายไปอย่างน้อย 4 ฉบับ · ยอดขาดอย่างน้อย 1,234.50 บาท (สมุดรายวัน)",
    );
    expect(document.proof).toEqual([{ text: expect.stringContaining("แถวที่อ่านได้ 70 = ใช้ในรายงาน 70"), holds: true }]);
  });

  it("tells the findings of every module, and the archive's id and digest, in PDF and in Excel", async () => {
    const owner = openOwner(made.ownerUrl);
    const digest = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    await owner`update portal.snapshots set digest = ${digest}`;
    await owner.end();
    const pdf = squeeze(pageTexts(await withCertificate(renderBytes), "default").join(" "));
    const workbook = await readWorkbook(await withCertificate((document) => collectBytes(renderExcel(document))));
    const cells: string[] = [];
    for (const sheet of workbook.worksheets) sheet.eachRow((row) => row.eachCell((cell) => void cells.push(cell.text)));
    const excel = squeeze(cells.join(" "));
    expect(pdf).toContain("หัวหน้าหน่วยงานคลัง");
    for (const text of [
      "หนังสือรับรองสภาพข้อมูล",
      "ข้อมูลสมมุติ",
      SNAPSHOT_ID,
      digest,
      "RV-00008/67",
      "R-000008/67",
      "ไม่ได้รับรองว่าตัวเลขทุกตัวตรงกับเอกสารต้นฉบับ",
    ])
      for (const [format, said] of Object.entries({ pdf, excel }))
        expect(said.includes(squeeze(text)), `${format}: ${text}`).toBe(true);
  });

  it("is recorded when it is taken along", async () => {
    const owner = openOwner(made.ownerUrl);
    await owner`delete from portal.audit_log`;
    await withCertificate(async () => undefined);
    expect(await owner`select type, facts ->> 'reportId' as report from portal.audit_log`).toEqual([
      { type: "export-report", report: "damage-certificate" },
    ]);
    await owner.end();
  });
});
