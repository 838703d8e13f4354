import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { closeDatabase, type Database, openDatabase } from "@/db/client";
import { type OwnerSql, openOwner } from "@/db/owner";
import { AUDIT_PAGE_SIZE } from "@/lib/audit/audit-log";
import { type ListAuditLogInput, listAuditLog } from "@/lib/operations/list-audit-log";
import { createTestDatabase, type TestDatabase } from "../../support/test-database";
import { asOperator } from "./people";

let test: TestDatabase;
let database: Database;
let owner: OwnerSql;

beforeAll(async () => {
  test = await createTestDatabase();
  database = openDatabase(test.appUrl);
  owner = openOwner(test.ownerUrl);
});
afterAll(async () => {
  await closeDatabase(database);
  await owner.end();
  await test.drop();
});
beforeEach(async () => {
  await owner`truncate portal.audit_log`;
});

const write = (at: string, email: string, type: string, facts: Record<string, string>) =>
  owner`insert into portal.audit_log (at, email, type, facts) values (${at}, ${email}, ${type}, ${owner.json(facts)})`;
const read = async (filter: ListAuditLogInput) => (await listAuditLog(asOperator(database), filter)).entries;

describe("listAuditLog", () => {
  it("takes days as they are in Thailand, both ends inclusive", async () => {
    await write("2026-11-21T16:59:59.999Z", "before@x.th", "sign-out", {});
    await write("2026-11-21T17:00:00Z", "first@x.th", "sign-out", {});
    await write("2026-11-22T16:59:59.999Z", "last@x.th", "sign-out", {});
    await write("2026-11-22T17:00:00Z", "after@x.th", "sign-out", {});
    const entries = await read({ from: "2026-11-22", to: "2026-11-22" });
    expect(entries.map((entry) => entry.email)).toEqual(["last@x.th", "first@x.th"]);
    expect(entries.map((entry) => entry.at.toISOString())).toEqual([
      "2026-11-22T16:59:59.999Z",
      "2026-11-21T17:00:00.000Z",
    ]);
  });

  it("filters by user, kind and LAO, alone and together", async () => {
    await write("2026-11-22T01:00:00Z", "a@x.th", "view-damage", { lao: "06350302", snapshot: "s" });
    await write("2026-11-22T02:00:00Z", "a@x.th", "sign-out", {});
    await write("2026-11-22T03:00:00Z", "b@x.th", "view-damage", { lao: "06350301", snapshot: "s" });
    const hours = async (filter: ListAuditLogInput) => (await read(filter)).map((entry) => entry.at.getUTCHours());
    // Each look at the log is an entry too, of the operator's.
    expect(await hours({ email: " A@x.th " })).toEqual([2, 1]);
    expect(await hours({ type: "view-damage" })).toEqual([3, 1]);
    expect(await hours({ lao: "06350301" })).toEqual([3]);
    expect(await hours({ lao: "06350302", email: "b@x.th" })).toEqual([]);
  });

  it("leafs through everything once, though entries share a moment and new ones come in between", async () => {
    const count = AUDIT_PAGE_SIZE * 2 + 7;
    await owner`insert into portal.audit_log (at, email, type, facts)
      select timestamptz '2026-11-22 00:00:00.123456Z' + (n / 20) * interval '1 microsecond', n || '@x.th', 'sign-out', '{}' from generate_series(1, ${count}) n`;
    const seen: string[] = [];
    let before: string | undefined;
    do {
      const page = await listAuditLog(asOperator(database), { type: "sign-out", before });
      seen.push(...page.entries.map((entry) => entry.email));
      before = page.nextBefore ?? undefined;
      await write("2026-11-23T00:00:00Z", "new@x.th", "sign-out", {});
    } while (before);
    expect(seen).toEqual(Array.from({ length: count }, (_, index) => `${count - index}@x.th`));
  });

  it("records who looked, and for what", async () => {
    await read({ lao: "06350302", from: "2026-11-01" });
    const [row] = await owner`select email, user_id, type, facts from portal.audit_log`;
    expect(row).toEqual({
      email: "tester@command-line",
      user_id: null,
      type: "view-audit-log",
      facts: { filter: { lao: "06350302", from: "2026-11-01" } },
    });
  });

  it.each([{ from: "2026-02-30" }, { type: "everything" }, { lao: "' or true --" }, { before: "yesterday" }])(
    "refuses what it cannot read: %j",
    async (filter) => {
      await expect(read(filter)).rejects.toMatchObject({ code: "input/invalid" });
    },
  );

  it("finds a page by index, however long the log is", async () => {
    await owner`insert into portal.audit_log (at, email, type, facts)
      select timestamptz '2026-01-01Z' + n * interval '1 minute', (n % 500) || '@x.th', 'view-damage', jsonb_build_object('lao', lpad((n % 1000)::text, 8, '0'))
      from generate_series(1, 60000) n`;
    await owner`analyze portal.audit_log`;
    const app = openOwner(test.appUrl);
    try {
      for (const condition of [
        "true",
        "email = '7@x.th'",
        "lao = '00000007'",
        "type = 'view-damage'",
        "at < '2026-01-03Z'",
      ]) {
        const plan = await app.begin(async (tx) => {
          await tx`select set_config('app.is_administrator', '1', true)`;
          return tx.unsafe(
            `explain select * from portal.audit_log where ${condition} and (at, audit_no) < ('2026-02-01Z', 40000) order by at desc, audit_no desc limit 51`,
          );
        });
        const text = plan.map((line) => line["QUERY PLAN"]).join("\n");
        expect(text, condition).not.toMatch(/Seq Scan/);
        expect(text, condition).toMatch(/Index Scan/);
      }
    } finally {
      await app.end();
    }
  });
});
