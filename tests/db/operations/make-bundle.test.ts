/** All reports in one ZIP, from a real database: whole, checked, the same after a stop, and only for whoever may read the books. */
import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { closeDatabase, type Database, openDatabase } from "@/db/client";
import { type OwnerSql, openOwner } from "@/db/owner";
import type { Actor } from "@/lib/access/actor";
import { type FileCode, newFileCode, parseFileCode } from "@/lib/issued/file-code";
import { exportReport } from "@/lib/operations/export-report";
import { type BundleRequest, makeBundle } from "@/lib/operations/make-bundle";
import { REPORTS } from "@/lib/operations/report-registry";
import { renderCsv } from "@/lib/render/csv/render-csv";
import { ACTORS, NOW } from "../../support/read-report";
import { readZip, type ZipContents } from "../../support/read-zip";
import { damagePartition, seedBooks } from "../../support/seed-books";
import { createTestDatabase, type TestDatabase } from "../../support/test-database";
import { collectBytes } from "../../support/workbook-reading";

const MARCH: BundleRequest = { laos: ["06350302"], month: "2567-03", formats: ["csv"] };

let made: TestDatabase;
let database: Database;
let owner: OwnerSql;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "bundle-"));
  made = await createTestDatabase();
  await seedBooks(made.ownerUrl);
  await damagePartition(made.ownerUrl, {
    laoId: 3500001,
    month: 202403,
    state: "partial",
    findings: [{ code: "row/value", table_name: "journal", row_from: 9, row_to: 9 }],
  });
  database = openDatabase(made.appUrl);
  owner = openOwner(made.ownerUrl);
});
beforeEach(() => owner`truncate portal.audit_log`);
afterAll(async () => {
  await owner.end();
  await closeDatabase(database);
  await made.drop();
  await rm(folder, { recursive: true });
});

async function bundle(
  name: string,
  request: BundleRequest,
  { actor = ACTORS.accountant as Actor, now = NOW, stopAt = Number.POSITIVE_INFINITY, newCode = newFileCode } = {},
) {
  const file = path.join(folder, name);
  return makeBundle(request, {
    file,
    context: async () => ({ actor, now, database }),
    newCode,
    onProgress: (done) => {
      if (done === stopAt) throw new Error("stopped");
    },
  });
}

/** Codes one after the other, the same each time: files differ by nothing else. */
function countedCodes(): () => FileCode {
  const codes = (function* () {
    for (let count = 1; ; count++)
      for (const sign of "0123456789ABCDEFGHJKMNPQRSTVWXYZ") {
        const code = parseFileCode(`${String(count).padStart(19, "0")}${sign}`);
        if (code) yield code;
      }
  })();
  return () => codes.next().value as FileCode;
}

const contentsOf = async (name: string): Promise<ZipContents[]> => readZip(await readFile(path.join(folder, name)));

describe("all reports of a month", () => {
  it("stand in one ZIP with an index and the checksum of every file", async () => {
    await bundle("month.zip", MARCH);
    const files = await contentsOf("month.zip");
    const [sums, index] = [files.pop(), files.at(-1)];
    const text = index?.bytes.toString("utf8") ?? "";
    expect([index?.name, sums?.name]).toEqual(["สารบัญ.html", "SHA256SUMS.txt"]);
    for (const { definition } of REPORTS.filter((report) => report.definition.required.length === 0)) {
      expect(files.some((file) => file.name.includes(definition.title.replaceAll("/", "-")))).toBe(true);
      expect(text).toContain(definition.title);
    }
    expect(text).toContain("ไม่รวมเอกสารรายฉบับ (ใบผ่านรายการบัญชี");
    expect(text).toContain("เสียหายบางส่วน");
    const links = [...text.matchAll(/href="([^"]+)"/g)].map((match) => decodeURIComponent(match[1] ?? ""));
    expect(links).toEqual(files.slice(0, -1).map((file) => file.name));
    expect(sums?.bytes.toString("utf8")).toBe(
      files.map((file) => `${createHash("sha256").update(file.bytes).digest("hex")}  ${file.name}\n`).join(""),
    );
  });

  it("are the files that the single exports give, and are recorded once", async () => {
    await bundle("same.zip", MARCH);
    const events = await owner<
      { type: string; facts: Record<string, unknown> }[]
    >`select type, facts from portal.audit_log`;
    expect(events.map((event) => event.type)).toEqual(["export-bundle"]);
    expect(events[0]?.facts).toMatchObject({ lao: "06350302", month: "2024-03", formats: "csv" });
    let alone = Buffer.alloc(0);
    await exportReport(
      { actor: ACTORS.accountant, now: NOW, database },
      {
        lao: "06350302",
        reportId: "trial-balance",
        params: { month: "2024-03" },
        format: "csv",
        sink: async (document) => {
          alone = Buffer.from(await collectBytes(renderCsv(document)));
        },
      },
    );
    const inside = (await contentsOf("same.zip")).find((file) => file.name.endsWith("งบทดลอง.csv"));
    expect(inside?.bytes.equals(alone)).toBe(true);
    expect([...alone.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });
});

describe("a bundle that was stopped", () => {
  it("leaves nothing under its name, and goes on to the very same bytes", async () => {
    await bundle("whole.zip", { ...MARCH, formats: ["pdf", "csv"] }, { newCode: countedCodes() });
    const expected = await readFile(path.join(folder, "whole.zip"));
    await owner`truncate portal.issued_files`;
    const newCode = countedCodes();
    for (const stopAt of [1, 4, 9]) {
      await expect(bundle("again.zip", { ...MARCH, formats: ["pdf", "csv"] }, { stopAt, newCode })).rejects.toThrow(
        "stopped",
      );
      expect((await readdir(folder)).filter((name) => name.startsWith("again.zip")).sort()).toEqual([
        "again.zip.progress",
        "again.zip.unfinished",
      ]);
    }
    await bundle(
      "again.zip",
      { ...MARCH, formats: ["pdf", "csv"] },
      { now: new Date("2026-12-24T00:00:00Z"), newCode },
    );
    expect((await readFile(path.join(folder, "again.zip"))).equals(expected)).toBe(true);
  });
});

describe("all reports of LAOs", () => {
  it("have every month of month reports, and books of the whole period in one file", async () => {
    await bundle("lao.zip", { ...MARCH, month: undefined });
    const names = (await contentsOf("lao.zip")).map((file) => file.name);
    expect(names.filter((name) => name.includes("/01 งบทดลอง/"))).toHaveLength(7);
    expect(names.filter((name) => name.includes(" สมุดเงินสดรับ/"))).toEqual([
      expect.stringMatching(/สมุดเงินสดรับ\/ทั้งงวด\.csv$/),
    ]);
    expect(names.filter((name) => name.includes(" บัญชีแยกประเภท/"))).toHaveLength(6);
    expect(new Set(names).size).toBe(names.length);
  });

  it("are given to auditors for several LAOs of their province, each recorded", async () => {
    await bundle("two.zip", { ...MARCH, laos: ["06350302", "05350401"] }, { actor: ACTORS.auditor });
    const names = (await contentsOf("two.zip")).map((file) => file.name.split("/")[0]);
    expect([...new Set(names)]).toEqual([
      expect.stringMatching(/^06350302 /),
      expect.stringMatching(/^05350401 /),
      "สารบัญ.html",
      "SHA256SUMS.txt",
    ]);
    const events = await owner`select 1 from portal.audit_log where type = 'export-bundle'`;
    expect(events).toHaveLength(2);
  });

  it("are refused outside the scope, to administrators, beyond the bounds, and leave no file", async () => {
    const refused: [BundleRequest, Actor, string][] = [
      [{ ...MARCH, laos: ["05350401"] }, ACTORS.accountant, "access/forbidden"],
      [{ ...MARCH, laos: ["06350302", "06360101"] }, ACTORS.auditor, "access/forbidden"],
      [MARCH, ACTORS.administrator, "access/forbidden"],
      [{ ...MARCH, month: "2560-01" }, ACTORS.accountant, "input/invalid"],
      [{ ...MARCH, laos: [] }, ACTORS.department, "input/invalid"],
      [{ ...MARCH, laos: Array.from({ length: 21 }, () => "06350302") }, ACTORS.department, "too-large"],
    ];
    for (const [request, actor, code] of refused)
      await expect(bundle("refused.zip", request, { actor })).rejects.toMatchObject({ code });
    expect((await readdir(folder)).filter((name) => name.startsWith("refused"))).toEqual([]);
  });
});
