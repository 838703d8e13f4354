/** A work pack there and back: made, filled in, sent, read as a journal, listed for keying in. */
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDatabase, type Database, openDatabase } from "@/db/client";
import type { LaoCode } from "@/lib/office/office";
import { exportReport } from "@/lib/operations/export-report";
import { makeWorkPack } from "@/lib/operations/make-work-pack";
import { uploadRekeyed } from "@/lib/operations/upload-rekeyed";
import { viewRekeyed } from "@/lib/operations/view-rekeyed";
import { renderJson } from "@/lib/render/json/render-json";
import type { WorkPack } from "@/lib/workpack/work-pack";
import { bytesOf, filledPack, KEYED, type KeyedLine } from "../../support/made-up-pack";
import { layOut, readReport } from "../../support/read-report";
import { seedBooks } from "../../support/seed-books";
import { seedBudget } from "../../support/seed-budget";
import { createTestDatabase, type TestDatabase } from "../../support/test-database";
import { ACCOUNTANT, addPerson, later, NOW, signedIn } from "./people";

const LAO = "06350302";

let test: TestDatabase;
let database: Database;

beforeAll(async () => {
  test = await createTestDatabase();
  await seedBooks(test.ownerUrl);
  await seedBudget(test.ownerUrl);
  database = openDatabase(test.appUrl);
  await addPerson(database, { ...ACCOUNTANT, grant: { kind: "lao", lao: LAO as LaoCode } });
});

afterAll(async () => {
  await closeDatabase(database);
  await test.drop();
});

const context = async (now = NOW) => ({ ...(await signedIn(database, ACCOUNTANT.email)), now, database });
const make = async (now = NOW): Promise<WorkPack> => makeWorkPack(await context(now), { lao: LAO });

async function send(pack: WorkPack, lines: readonly KeyedLine[]) {
  const content = await bytesOf(await filledPack(pack, lines));
  return uploadRekeyed(await context(), { lao: LAO, fileName: "แฟ้มงาน.xlsx", content, isReplacing: false });
}

const [JOURNAL_LINE, OTHER_LINE] = ["1101010101.001", "4401010104.001"];
const JOURNAL = Buffer.from(
  `วันที่,เลขที่เอกสาร,รหัสบัญชี,เดบิต,เครดิต\r\n2024-02-05,RV-00001/67,${JOURNAL_LINE},500.00,\r\n2024-02-05,RV-00001/67,${OTHER_LINE},,500.00\r\n`,
);

it("goes from the archive through the hands of the accountant to the list for keying in", async () => {
  const pack = await make();
  const { book, documents } = await send(pack, KEYED);
  expect([book, documents.length]).toEqual(["journal", 3]);
  const { uploads, items } = await viewRekeyed(await context(), {
    lao: LAO,
    page: 1,
    pageSize: 50,
    outcome: "surplus",
  });
  expect(uploads).toMatchObject([{ heads: pack.id, state: "current", documentCount: 3, problems: [] }]);
  expect(items).toHaveLength(3);
  let json = "";
  await exportReport(await context(), {
    lao: LAO,
    reportId: "rekeyed-entry-list",
    params: {},
    format: "json",
    sink: async (document) => {
      for await (const bytes of renderJson(document)) json += Buffer.from(bytes).toString("utf8");
    },
  });
  // a workbook has the moment of its making in its bytes
  await expect(json.replace(/[0-9a-f]{64}/g, "…")).toMatchFileSnapshot(
    path.resolve(import.meta.dirname, "../../golden/rekeyed-entry-list/work-pack.json"),
  );
});

it("takes the place of itself when it is sent again, and of neither another pack nor a re-keyed journal", async () => {
  const pack = await make();
  await send(pack, KEYED.slice(0, 2));
  await send(await make(later(60)), KEYED.slice(2, 5));
  const csv = { lao: LAO, fileName: "สมุดรายวัน.csv", content: JOURNAL, isReplacing: true };
  const journal = await uploadRekeyed(await context(), csv);
  await send(pack, [...KEYED.slice(0, 2), { ...KEYED[5], credit: null } as KeyedLine]);
  const { uploads } = await viewRekeyed(await context(), { lao: LAO, page: 1, pageSize: 1 });
  const current = uploads.filter(({ state }) => state === "current");
  expect(current.map(({ fileName }) => fileName)).toEqual(["แฟ้มงาน.xlsx", "สมุดรายวัน.csv", "แฟ้มงาน.xlsx"]);
  expect(current[0]?.problems).toHaveLength(1);
  const { actor } = await signedIn(database, ACCOUNTANT.email);
  const list = async (params: Record<string, string>) => {
    const page = await readReport(database, "rekeyed-entry-list", params, { actor, lao: LAO });
    return [...page.document.fields.map(({ label }) => label), ...layOut(page).map((row) => row.slice(0, 55))];
  };
  expect(await list({})).toMatchInlineSnapshot(`
    [
      "จำนวนใบสำคัญ",
      "แฟ้มลำดับที่ 5",
      "แฟ้มลำดับที่ 4",
      "แฟ้มลำดับที่ 3",
      "ไม่อยู่ในรายการ",
      "entry · [   ] · 2024-02-05 · RV-00001/67 · 1101010101.0",
      "entry · - · 2024-02-05 · RV-00001/67 · 4401010104.001 ·",
      "entry · [   ] · 2024-10-02 · PV-00001/68 · 5104010112.0",
      "entry · - · 2024-10-02 · PV-00001/68 · 1101030102.001 ·",
      "entry · - · 2024-10-02 · PV-00001/68 · 2102040103.001 ·",
      "entry · [   ] · 2024-10-03 · RV-00001/68 · 1101030102.0",
      "entry · - · 2024-10-03 · RV-00001/68 · 4401010104.001 ·",
    ]
  `);
  expect(await list({ upload: String(journal.uploadNo) })).toHaveLength(4);
});
