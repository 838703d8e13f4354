/** Downloads from a real database through the real worker: what the route calls, without the browser. */
import { rmSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { build } from "esbuild";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type OwnerSql, openOwner } from "@/db/owner";
import type { Actor } from "@/lib/access/actor";
import { type ExportPool, makeExportPool } from "@/lib/export/export-pool";
import { FORMAT_IDS } from "@/lib/render/format-ids";
import { ACTORS } from "../../support/read-report";
import { BANK, seedBooks } from "../../support/seed-books";
import { createTestDatabase, type TestDatabase } from "../../support/test-database";
import { collectBytes, readWorkbook } from "../../support/workbook-reading";

const root = path.resolve(import.meta.dirname, "../../..");
const folder = path.join(root, "dist", `test-${process.pid}`);
const workerFile = path.join(folder, "export-worker.mjs");
const LEDGER = { reportId: "ledger", params: { from: "2024-01-06", to: "2024-07-06", account: BANK } } as const;

let made: TestDatabase;
let owner: OwnerSql;
let pool: ExportPool;

beforeAll(async () => {
  await build({
    absWorkingDir: root,
    entryPoints: ["bin/export-worker.ts"],
    outfile: workerFile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    logLevel: "error",
  });
  made = await createTestDatabase();
  await seedBooks(made.ownerUrl);
  owner = openOwner(made.ownerUrl);
  pool = makeExportPool({
    workerFile,
    workerData: { databaseUrl: made.appUrl },
    threads: 1,
    queueMax: 8,
    perUserMax: 8,
    timeLimitMs: 60_000,
  });
});
beforeEach(async () => {
  await owner`truncate portal.audit_log`;
});
afterAll(async () => {
  await pool.close();
  await owner.end();
  await made.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function download(actor: Actor, format: string, lao = "06350302") {
  const { head, body } = await pool.start({ actor, lao, format, ...LEDGER }, new AbortController().signal);
  return { head, bytes: await collectBytes(body) };
}

async function auditLog(): Promise<string[]> {
  const rows = await owner<{ line: string }[]>`
    select concat_ws(' ', email, type, facts->>'format', facts->>'lao') as line from portal.audit_log order by audit_no`;
  return rows.map((row) => row.line);
}

describe("downloads", () => {
  it("come in every format, named in Thai, each recorded", async () => {
    const begins: Record<string, string> = { pdf: "%PDF-", xlsx: "PK", csv: "\uFEFFประเภทแถว", json: "{" };
    for (const format of FORMAT_IDS) {
      const { head, bytes } = await download(ACTORS.accountant, format);
      expect(bytes.toString("utf8").startsWith(begins[format] ?? "?")).toBe(true);
      expect(head.fileName).toBe(`บัญชีแยกประเภท_อบต.ทดสอบหนึ่ง_2567-01-06_2567-07-06_${BANK}.${format}`);
    }
    expect(await auditLog()).toEqual(
      FORMAT_IDS.map((format) => `${ACTORS.accountant.email} export-report ${format} 06350302`),
    );
  });

  it("agree with each other on rows and totals, to the satang", async () => {
    const json = JSON.parse((await download(ACTORS.accountant, "json")).bytes.toString("utf8"));
    const csv = parse((await download(ACTORS.accountant, "csv")).bytes, { bom: true }) as string[][];
    const workbook = await readWorkbook((await download(ACTORS.accountant, "xlsx")).bytes);
    const sheet = workbook.worksheets[1];
    const labels: string[] = json.columns.map((column: { label: string }) => column.label);
    const ids: string[] = json.columns.map((column: { id: string }) => column.id);
    const at = ids.indexOf("debit");
    const headRow = sheet?.getColumn(1).values.indexOf(labels[0] ?? "?") ?? 0;
    expect(csv[0]?.slice(1, -1)).toEqual(labels);
    json.rows.forEach((row: Record<string, string | null>, index: number) => {
      const cell = sheet?.getCell(headRow + 1 + index, at + 1).value ?? null;
      expect(csv[index + 1]?.[at + 1]).toBe(row.debit ?? "");
      expect(cell).toBe(row.debit === null ? null : Number(row.debit));
    });
    const total = json.totals[0];
    expect(csv.find((cells) => cells[0] === "รวม")?.[at + 1]).toBe(total.debit);
    expect(sheet?.getCell(headRow + 1 + json.rows.length, at + 1).value).toBe(Number(total.debit));
    expect(json.rows.length).toBeGreaterThan(3);
  });

  it("of another LAO are refused before a byte is sent, and leave no record of an export", async () => {
    for (const format of FORMAT_IDS)
      await expect(download(ACTORS.accountant, format, "06360101")).rejects.toMatchObject({ code: "access/forbidden" });
    expect(await auditLog()).toEqual([]);
  });

  it("of no known format or report are refused with what there is", async () => {
    // An own format of another report is none here.
    await expect(download(ACTORS.accountant, "xlsx-elaas")).rejects.toMatchObject({ code: "input/invalid" });
    await expect(download(ACTORS.accountant, "docx")).rejects.toMatchObject({
      code: "input/invalid",
      message: expect.stringContaining("xlsx") as string,
    });
    const unknown = pool.start(
      { actor: ACTORS.accountant, lao: "06350302", format: "pdf", reportId: "nothing", params: {} },
      new AbortController().signal,
    );
    await expect(unknown).rejects.toMatchObject({ code: "not-found" });
  });
});
