/** The list of damaged LAOs as a report: narrowed and ordered as on its page, of a province and of the nation, which is read in batches. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, type Database, openDatabase } from "@/db/client";
import { openOwner } from "@/db/owner";
import type { Actor } from "@/lib/access/actor";
import { AppError } from "@/lib/errors/app-error";
import { exportReport } from "@/lib/operations/export-report";
import { listLaos } from "@/lib/operations/list-laos";
import { renderCsv } from "@/lib/render/csv/render-csv";
import { ACTORS, NOW, readProvinceReport } from "../../../support/read-report";
import { damagePartition, seedBooks } from "../../../support/seed-books";
import { createTestDatabase, type TestDatabase } from "../../../support/test-database";

let made: TestDatabase;
let database: Database;

/** More than two batches. */
const OTHERS = 2100;

beforeAll(async () => {
  made = await createTestDatabase();
  await seedBooks(made.ownerUrl);
  await damagePartition(made.ownerUrl, {
    laoId: 3500002,
    month: 202404,
    state: "partial",
    findings: [
      {
        code: "tie/number-gap",
        table_name: "journal",
        doc_from: "PV-00003/67",
        doc_to: "PV-00003/67",
        count: 1,
        amount: 412_300n,
      },
    ],
    takeAway: [],
  });
  const owner = openOwner(made.ownerUrl);
  const [{ snapshot_no }] = (await owner`select snapshot_no from portal.snapshots`) as unknown as [
    { snapshot_no: number },
  ];
  await owner`
    insert into portal.snapshot_laos (snapshot_no, lao_id, lao_code, type, name, district, province_code, province)
    select ${snapshot_no}, 4000000 + n, (41000000 + n)::text, 'อบต.', 'ที่ ' || n, 'เมือง', '41', 'อีกจังหวัด' from generate_series(1, ${OTHERS}) n`;
  await owner`
    insert into portal.lao_damage (snapshot_no, lao_id, module, intact, inconsistent, partial, lost, empty, worst, states, amount, amount_table)
    select ${snapshot_no}, 4000000 + n, 'all', 6, 0, 1, 0, 0, 3, array[1,1,1,3,1,1,1]::smallint[], n * 100, 'receipts' from generate_series(1, ${OTHERS}) n`;
  await owner.end();
  database = openDatabase(made.appUrl);
});

afterAll(async () => {
  await closeDatabase(database);
  await made.drop();
});

const department = { actor: ACTORS.department };

describe("of a province", () => {
  it("shows what the page shows, whatever is chosen", async () => {
    const context = { actor: ACTORS.auditor, now: NOW, database };
    for (const [params, input] of [
      [{}, {}],
      [{ order: "amount" }, { sort: "amount" }],
      [
        { damaged: "2024-04", module: "accounting" },
        { month: "2024-04", module: "accounting" },
      ],
      [{ state: "lost" }, { state: "lost" }],
      [
        { type: "ทต.", q: "06350302" },
        { type: "ทต.", q: "06350302" },
      ],
    ] as const) {
      const report = await readProvinceReport(database, "damage-ranking", params);
      const list = await listLaos(context, { province: "35", ...input });
      expect(report.rows.map(({ cells }) => [cells.lao_code, cells.amount, cells.documents])).toEqual(
        list.laos.map((lao) => [lao.code, lao.amountMissing, lao.documentsMissing]),
      );
    }
  });

  it("has a word a month for the state, and what is missing at least", async () => {
    const page = await readProvinceReport(database, "damage-ranking", { order: "amount" });
    expect(page.rows[0]?.cells).toMatchObject({
      "state_2024-03": "ครบ",
      "state_2024-04": "บางส่วน",
      documents: 1,
      amount: 412_300n,
      register: "สมุดรายวัน",
    });
    expect(page.document.columns.map(({ id }) => id)).not.toContain("province");
    expect(page.document.totals).toMatchObject([{ label: "รวม", cells: { amount: 412_300n } }]);
  });
});

describe("of the nation", () => {
  it("holds every LAO once, in the order that was asked for", async () => {
    let csv = "";
    await exportReport(
      { ...department, now: NOW, database },
      {
        province: "all",
        reportId: "damage-ranking",
        params: { order: "amount" },
        format: "csv",
        sink: async (document) => {
          for await (const bytes of renderCsv(document)) csv += Buffer.from(bytes).toString("utf8");
        },
      },
    );
    const codes = csv.split("\r\n").flatMap((line) => /(?<=,)"?(\d{8})"?(?=,)/.exec(line)?.[1] ?? []);
    expect(codes[0]).toBe("05350401");
    expect(codes.slice(1, OTHERS + 1)).toEqual(
      Array.from({ length: OTHERS }, (_, index) => String(41_000_000 + OTHERS - index)),
    );
    expect(new Set(codes).size).toBe(codes.length);
  });

  it("names the province of each, and gives any page", async () => {
    const page = await readProvinceReport(
      database,
      "damage-ranking",
      { order: "code" },
      { ...department, province: "all" },
    );
    expect(page.document.place).toEqual({ provinceCode: "all", province: "ทั้งประเทศ" });
    expect(page.rows.at(-1)?.cells).toMatchObject({ province: "อีกจังหวัด" });
    expect(page.document.rowCount).toBeGreaterThan(OTHERS);
  });

  it("is not for who oversees a part of it, nor are reports that add up books", async () => {
    const codeOf = (report: string, actor: Actor) =>
      readProvinceReport(database, report, { month: "2024-03" }, { actor, province: "all" }).then(
        () => "read",
        (error: unknown) => (error instanceof AppError ? error.code : "bug"),
      );
    expect(await codeOf("damage-ranking", ACTORS.auditor)).toBe("access/forbidden");
    expect(await codeOf("damage-ranking", ACTORS.accountant)).toBe("access/forbidden");
    expect(await codeOf("province-trial-balance", ACTORS.department)).toBe("not-found");
    expect(await codeOf("lao-progress", ACTORS.auditor)).toBe("access/forbidden");
  });

  it("has the follow-up of re-keyed books beside it, with the province of each", async () => {
    const page = await readProvinceReport(database, "lao-progress", {}, { ...department, province: "all" });
    expect(page.document.rowCount).toBeGreaterThan(OTHERS);
    expect(page.document.fields[0]?.label).toBe("อปท. ทั่วประเทศ");
    expect(page.rows.at(-1)?.cells).toMatchObject({ district: expect.stringContaining("จังหวัด"), share: "ยังไม่ส่งข้อมูล" });
  });
});
