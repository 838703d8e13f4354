/** The operations behind report pages and downloads: who may, what is recorded, and what a person out of bounds is told. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { closeDatabase, type Database, openDatabase } from "@/db/client";
import { type OwnerSql, openOwner } from "@/db/owner";
import type { Actor } from "@/lib/access/actor";
import { AppError } from "@/lib/errors/app-error";
import type { OperationContext } from "@/lib/operations/define-operation";
import { exportReport } from "@/lib/operations/export-report";
import { findChoices } from "@/lib/operations/find-choices";
import { listLaos } from "@/lib/operations/list-laos";
import { runReport } from "@/lib/operations/run-report";
import { viewLaoHome } from "@/lib/operations/view-lao-home";
import { viewPartition } from "@/lib/operations/view-partition";
import { ACTORS, NOW } from "../../support/read-report";
import { BANK, damagePartition, SNAPSHOT_ID, SNAPSHOT_NO, seedBooks } from "../../support/seed-books";
import { createTestDatabase, type TestDatabase } from "../../support/test-database";

let made: TestDatabase;
let database: Database;
let owner: OwnerSql;

beforeAll(async () => {
  made = await createTestDatabase();
  await seedBooks(made.ownerUrl);
  await damagePartition(made.ownerUrl, {
    laoId: 3500001,
    month: 202403,
    state: "partial",
    findings: [
      {
        code: "tie/number-gap",
        table_name: "journal",
        doc_from: "JV-00001/67",
        doc_to: "JV-00001/67",
        count: 1,
        amount: 50000n,
      },
      { code: "row/foreign", table_name: "journal", row_from: 7, row_to: 7, found: "06360101" },
    ],
    takeAway: [{ table: "journal", where: "book = 'JV'" }],
  });
  owner = openOwner(made.ownerUrl);
  const row = {
    lao_id: 3500001,
    month: 202403,
    snapshot_no: SNAPSHOT_NO,
    module: "accounting",
    table_name: "journal",
    file: "f",
  };
  await owner`insert into portal.quarantined_rows ${owner([
    { ...row, row_no: 7, code: "row/foreign", raw: "06360101,ความลับของที่อื่น" },
    { ...row, row_no: 8, code: "row/value", raw: "06350302,อ่านไม่ได้" },
  ])}`;
  database = openDatabase(made.appUrl);
});

beforeEach(async () => {
  await owner`truncate portal.audit_log`;
});

afterAll(async () => {
  await owner.end();
  await closeDatabase(database);
  await made.drop();
});

const as = (actor: Actor): OperationContext => ({ actor, now: NOW, database });
const LEDGER = { lao: "06350302", reportId: "ledger", params: { account: BANK, month: "๒๕๖๗-๐๓" } };

async function troubleOf(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  if (!(error instanceof AppError)) throw new Error("no AppError", { cause: error });
  return error;
}

async function auditLog(): Promise<string[]> {
  const rows = await owner<
    { email: string; type: string; facts: unknown }[]
  >`select email, type, facts from portal.audit_log order by audit_no`;
  return rows.map((row) => `${row.email} ${row.type} ${JSON.stringify(row.facts)}`);
}

describe("a report page", () => {
  it("is recorded with the parameters as they were understood", async () => {
    const page = await runReport(as(ACTORS.accountant), LEDGER);
    expect(page.window).toEqual({ offset: 0, limit: 100 });
    expect(page.document.snapshot.id).toBe(SNAPSHOT_ID);
    expect(await auditLog()).toEqual([expect.stringContaining(`a@example.go.th view-report`) as string]);
    const [row] = await owner<{ facts: unknown }[]>`select facts from portal.audit_log`;
    expect(row?.facts).toEqual({
      reportId: "ledger",
      snapshot: SNAPSHOT_ID,
      lao: "06350302",
      params: { month: "2024-03", account: BANK },
    });
  });

  it("is refused to an accountant of another LAO, to an auditor of another province, and to administrators, and leaves no record", async () => {
    const other = await troubleOf(runReport(as(ACTORS.accountant), { ...LEDGER, lao: "05350401" }));
    expect(other.code).toBe("access/forbidden");
    expect(other.message).toBe("ไม่พบ อปท. รหัส «05350401» ในขอบเขตที่ท่านมีสิทธิดู — โปรดเลือกจากหน้าแรก");
    expect((await troubleOf(runReport(as(ACTORS.auditor), { ...LEDGER, lao: "06360101" }))).code).toBe(
      "access/forbidden",
    );
    expect((await troubleOf(runReport(as(ACTORS.accountant), { ...LEDGER, lao: "99999999" }))).message).toMatch(
      /^ไม่พบ อปท. รหัส «99999999» ในขอบเขต/,
    );
    const administrator = await troubleOf(runReport(as(ACTORS.administrator), LEDGER));
    expect(administrator.message).toMatch(/^บัญชีผู้ดูแลระบบดูรายงานของ อปท. ไม่ได้/);
    expect(await auditLog()).toEqual([]);
  });

  it("is refused with a sentence where LAO, archive or report do not exist", async () => {
    expect((await troubleOf(runReport(as(ACTORS.department), { ...LEDGER, lao: "99999999" }))).code).toBe("not-found");
    expect((await troubleOf(runReport(as(ACTORS.department), { ...LEDGER, snapshot: "none" }))).message).toContain(
      "ในชุดข้อมูล «none»",
    );
    expect((await troubleOf(runReport(as(ACTORS.department), { ...LEDGER, reportId: "none" }))).message).toContain(
      "trial-balance (งบทดลอง)",
    );
    expect(
      (await troubleOf(runReport(as(ACTORS.department), { ...LEDGER, window: { offset: -1, limit: 5 } }))).code,
    ).toBe("input/invalid");
  });
});

describe("an export", () => {
  it("reads its rows inside the transaction and is recorded with its format", async () => {
    let rows = 0;
    const exported = await exportReport(as(ACTORS.auditor), {
      ...LEDGER,
      format: "pdf",
      sink: async (document) => {
        for await (const _row of document.rows()) rows += 1;
        expect(rows).toBe(document.rowCount);
      },
    });
    expect(exported.place).toMatchObject({ code: "06350302" });
    expect(rows).toBeGreaterThan(0);
    expect(await auditLog()).toEqual([
      expect.stringMatching(/^b@example.go.th export-report .*"format":"pdf"/) as string,
    ]);
  });

  it("that its reader cuts off is recorded all the same", async () => {
    const failure = new Error("hung up");
    await expect(
      exportReport(as(ACTORS.accountant), { ...LEDGER, format: "csv", sink: () => Promise.reject(failure) }),
    ).rejects.toBe(failure);
    expect(await auditLog()).toEqual([expect.stringMatching(/export-report .*"format":"csv"/) as string]);
  });
});

describe("an LAO's home", () => {
  it("maps every module and month, and sums the damage up", async () => {
    const home = await viewLaoHome(as(ACTORS.accountant), { lao: "06350302" });
    expect(home.partitions).toHaveLength(35);
    expect(home.damage.get("all")).toMatchObject({
      partitions: { intact: 6, inconsistent: 0, partial: 1, lost: 0 },
      documentsMissing: 1,
      amountMissing: 50000n,
      amountTable: "journal",
    });
    expect(home.snapshots.map((one) => one.id)).toEqual([SNAPSHOT_ID]);
    expect(home.partitions.find((part) => part.module === "accounting" && part.month === "2024-03")).toMatchObject({
      state: "partial",
      findings: 2,
    });
    expect(await auditLog()).toEqual([expect.stringContaining("view-damage") as string]);
  });

  it("shows the findings of a part page by page, each once, with the names of their accounts", async () => {
    await damagePartition(made.ownerUrl, {
      laoId: 3500001,
      month: 202406,
      state: "partial",
      findings: [
        { code: "tie/balance", confidence: "arithmetic", table_name: "journal", account: BANK, amount: 100n },
        ...Array.from({ length: 29 }, (_, at) => ({ code: "row/value", table_name: "journal", row_from: at + 1 })),
      ],
    });
    const view = (page?: number) =>
      viewPartition(as(ACTORS.accountant), { lao: "06350302", module: "accounting", month: "2024-06", page });
    const [first, second, past] = [await view(), await view(2), await view(99)];
    expect([first.findingCount, first.findings.length, second.findings.length]).toEqual([30, 25, 5]);
    expect(new Set([...first.findings, ...second.findings].map(({ code, rowFrom }) => `${code} ${rowFrom}`)).size).toBe(
      30,
    );
    expect([past.page, past.findings]).toEqual([2, second.findings]);
    expect(first.accountNames.get(BANK)).toBe("เงินฝากออมทรัพย์ที่สถาบันการเงิน");
  });

  it("knows the accounts that its books use", async () => {
    const { accounts = [] } = await findChoices(as(ACTORS.accountant), { lao: "06350302", sources: ["accounts"] });
    expect(accounts.map((account) => account.value)).toContain(BANK);
    expect(accounts).toHaveLength(6);
  });
});

describe("the evidence of a partition", () => {
  const MARCH = { lao: "06350302", module: "accounting", month: "2567-03" };

  it("shows findings and unused rows, and tells nobody but administrators of another LAO's rows", async () => {
    const evidence = await viewPartition(as(ACTORS.accountant), MARCH);
    expect(evidence.partition.state).toBe("partial");
    expect(evidence.findings.map((finding) => [finding.code, finding.found])).toEqual([
      ["tie/number-gap", null],
      ["row/foreign", null],
    ]);
    expect(evidence.quarantinedRows.map((row) => row.raw)).toEqual(["06350302,อ่านไม่ได้"]);
    expect(evidence.reports.map((report) => report.link)).toContainEqual({
      reportId: "trial-balance",
      params: { month: "2024-03" },
    });
    const administrator = { ...ACTORS.administrator, grant: { kind: "nation" } } as Actor;
    const all = await viewPartition(as(administrator), MARCH);
    expect(all.quarantinedRows).toHaveLength(2);
    expect(all.findings[1]?.found).toBe("06360101");
  });

  it("is not found where there is no such part", async () => {
    for (const wrong of [{ module: "nonsense" }, { month: "2020-01" }, { month: "x" }]) {
      expect((await troubleOf(viewPartition(as(ACTORS.accountant), { ...MARCH, ...wrong }))).code).toBe("not-found");
    }
  });
});

describe("the list of LAOs", () => {
  it("is for those who oversee several, within their scope", async () => {
    expect((await troubleOf(listLaos(as(ACTORS.accountant), {}))).code).toBe("access/forbidden");
    expect((await troubleOf(listLaos(as(ACTORS.administrator), {}))).code).toBe("access/forbidden");
    expect((await listLaos(as(ACTORS.auditor), {})).laos.map((lao) => lao.name)).toEqual(["ทดสอบสอง", "ทดสอบหนึ่ง"]);
    expect((await listLaos(as(ACTORS.department), {})).laoCount).toBe(3);
  });

  it("filters by province, state and words, with Thai digits, and sorts by damage", async () => {
    const names = async (input: Parameters<typeof listLaos>[1]) =>
      (await listLaos(as(ACTORS.department), input)).laos.map((lao) => lao.name);
    expect(await names({ province: "36" })).toEqual(["ทดสอบสาม"]);
    expect(await names({ state: "partial" })).toEqual(["ทดสอบหนึ่ง"]);
    expect(await names({ q: "๐๕๓๕" })).toEqual(["ทดสอบสอง"]);
    expect(await names({ q: "ป่า" })).toEqual(["ทดสอบสอง"]);
    expect(await names({ q: "อบต.ทดสอบสาม" })).toEqual(["ทดสอบสาม"]);
    expect((await names({ sort: "damage" }))[0]).toBe("ทดสอบหนึ่ง");
    const past = await listLaos(as(ACTORS.department), { page: 9 });
    expect([past.page, past.pageCount, past.laos.length]).toEqual([1, 1, 3]);
  });
});
