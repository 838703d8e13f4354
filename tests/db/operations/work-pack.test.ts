/** Work packs on the small books of a sound LAO and of a damaged one: what stands in them, who may make them, and what is said of damage. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, type Database, openDatabase } from "@/db/client";
import { openOwner } from "@/db/owner";
import type { Actor } from "@/lib/access/actor";
import { toBahtText } from "@/lib/money/amount";
import { makeWorkPack } from "@/lib/operations/make-work-pack";
import { renderWorkPack } from "@/lib/render/excel/render-work-pack";
import { PACK_CONDITIONS } from "@/lib/wording/work-pack";
import type { WorkPack } from "@/lib/workpack/work-pack";
import { ACTORS, NOW } from "../../support/read-report";
import { BANK, CASH, damagePartition, seedBooks } from "../../support/seed-books";
import { SCHOOL, seedBudget } from "../../support/seed-budget";
import { createTestDatabase, type TestDatabase } from "../../support/test-database";
import { collectBytes, readWorkbook } from "../../support/workbook-reading";

const SOUND = "06350302";
const DAMAGED = "05350401";

let test: TestDatabase;
let database: Database;

beforeAll(async () => {
  test = await createTestDatabase();
  await seedBooks(test.ownerUrl);
  await seedBudget(test.ownerUrl);
  await damagePartition(test.ownerUrl, {
    laoId: 3500002,
    month: 202407,
    state: "partial",
    findings: [{ code: "row/shape", table_name: "balances", row_from: 1, row_to: 1 }],
    takeAway: [{ table: "balances", where: "row_no = 1" }],
  });
  database = openDatabase(test.appUrl);
});

afterAll(async () => {
  await closeDatabase(database);
  await test.drop();
});

const pack = (lao: string, more: { unit?: string; actor?: Actor } = {}): Promise<WorkPack> =>
  makeWorkPack({ actor: more.actor ?? ACTORS.department, now: NOW, database }, { lao, unit: more.unit });

const said = ({ accounts }: WorkPack, code: string) => {
  const account = accounts.rows.find((row) => row.code === code);
  const text = (amount: bigint | null | undefined) => (amount == null ? "-" : toBahtText(amount as never));
  return (
    account && [text(account.debit.amount), text(account.credit.amount), account.debit.mark ?? "", account.condition]
  );
};

describe("a work pack", () => {
  it("has the balances of the newest month, the budget, and nothing to say of sound books", async () => {
    const made = await pack(SOUND);
    expect(made).toMatchObject({ id: "WP-06350302-20261122T030000Z", unit: null, accounts: { gaps: [], notes: [] } });
    expect(made.accounts.asOf).toBe("2024-07-06");
    expect(said(made, BANK)).toMatchInlineSnapshot(`
      [
        "997579.25",
        "0.00",
        "",
        "",
      ]
    `);
    expect(made.budget.rows.length).toBeGreaterThan(0);
    expect(made.budget.rows.every(({ plan, condition }) => plan !== "" && condition === "")).toBe(true);
  });

  it("marks what rests on damage, says the gap beside it, and puts nothing to zero", async () => {
    const made = await pack(DAMAGED);
    expect(made.accounts.gaps).toHaveLength(1);
    expect(said(made, BANK)).toMatchInlineSnapshot(`
      [
        "997579.25",
        "0.00",
        "partial",
        "เดบิท, เครดิต: เสียหายบางส่วน หมายเหตุ 1 · งบทดลองประจำเดือน ก.ค. 2567 แถวที่ 1 จำนวนช่องผิดหรือเครื่องหมายคั่นเสีย",
      ]
    `);
    expect(said(made, CASH)).toMatchInlineSnapshot(`
      [
        "85.25",
        "0.00",
        "",
        "ยอดยกมา 85.25 บาท = ยอดคงเหลือในงบทดลอง มิ.ย. 2567 · รายการระหว่างงวด = ผลรวมของสมุดรายวัน ก.ค. 2567 · ยอดคงเหลือ 85.25 บาท = ยอดยกมาบวกรายการระหว่างงวด",
      ]
    `);
    const workbook = await readWorkbook(await collectBytes(renderWorkPack(made)));
    const texts = workbook.getWorksheet("ปกแฟ้มงาน")?.getSheetValues().flat().map(String).join("\n");
    expect(texts).toContain("งบทดลองประจำเดือน ก.ค. 2567 แถวที่ 1");
    expect(texts).toContain("ข้อมูลสมมุติ (synthetic)");
  });

  it("of a unit has its accounts and codes without the LAO's figures", async () => {
    const made = await pack(SOUND, { unit: SCHOOL });
    expect(made.unit).toEqual({ code: SCHOOL, name: "โรงเรียนสมมุติวิทยา" });
    expect(made.id).toBe("WP-06350302-U-01-20261122T030000Z");
    expect(made.accounts.rows.length).toBeGreaterThan(0);
    const rows = [
      ...made.accounts.rows.map((row) => ({ ...row, figures: [row.debit, row.credit] })),
      ...made.budget.rows,
    ];
    for (const { figures, condition } of rows) {
      expect(Object.values(figures).every(({ amount }) => amount === null)).toBe(true);
      expect(condition).toBe(PACK_CONDITIONS.ofUnit);
    }
    await expect(pack(SOUND, { unit: "ไม่มี" })).rejects.toMatchObject({ code: "input/invalid" });
  });

  it("is made of one's own LAO only, and never by an administrator without books", async () => {
    await expect(pack(DAMAGED, { actor: ACTORS.accountant })).rejects.toMatchObject({ code: "access/forbidden" });
    await expect(pack("06360101", { actor: ACTORS.auditor })).rejects.toMatchObject({ code: "access/forbidden" });
    await expect(pack(SOUND, { actor: ACTORS.administrator })).rejects.toMatchObject({ code: "access/forbidden" });
    expect((await pack(SOUND, { actor: ACTORS.accountant })).place.code).toBe(SOUND);
  });

  it("is in the audit log with its id", async () => {
    const owner = openOwner(test.ownerUrl);
    const rows =
      await owner`select facts from portal.audit_log where type = 'make-work-pack' and facts->>'lao' = ${SOUND} limit 1`;
    await owner.end();
    expect(rows[0]?.facts).toMatchObject({ lao: SOUND, unit: "", pack: "WP-06350302-20261122T030000Z" });
  });
});
