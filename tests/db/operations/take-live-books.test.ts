/** An archive of the system in use taken as what was keyed again: compared with the recovered one, never with itself, by the LAO's own accountant alone. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, type Database, openDatabase } from "@/db/client";
import { openOwner } from "@/db/owner";
import { type Actor, operatorActor } from "@/lib/access/actor";
import { AppError } from "@/lib/errors/app-error";
import type { LaoCode } from "@/lib/office/office";
import { listLaos } from "@/lib/operations/list-laos";
import { loadArchive } from "@/lib/operations/load-archive";
import { takeLiveBooks } from "@/lib/operations/take-live-books";
import { uploadRekeyed } from "@/lib/operations/upload-rekeyed";
import { viewRekeyed } from "@/lib/operations/view-rekeyed";
import { type BagParts, journalRow, LAO, makeBag, OTHER_LAO } from "../../support/make-bag";
import { makeZip, zipEntriesOf } from "../../support/make-zip";
import { readReport } from "../../support/read-report";
import { createTestDatabase, type TestDatabase } from "../../support/test-database";
import { ACCOUNTANT, addPerson, NOW, signedIn } from "./people";

const PROVINCE = "35";
const JOURNAL = `${LAO}/accounting/2024-01/journal`;
const document = (no: number, amount: string) => [
  journalRow(no, 1, { debit: amount }),
  journalRow(no, 2, { credit: amount }),
];

const zipOf = (parts: BagParts): Buffer => readFileSync(makeZip(zipEntriesOf(makeBag(parts))));

let test: TestDatabase;
let database: Database;
let accountant: Actor;
let auditor: Actor;

beforeAll(async () => {
  test = await createTestDatabase();
  database = openDatabase(test.appUrl);
  const load = (bag: string) =>
    loadArchive({ bag, ownerUrl: test.ownerUrl, actor: operatorActor("tester"), replace: false, now: NOW });
  await load(
    makeBag({
      snapshot: { id: "recovered" },
      files: { [JOURNAL]: [...document(1, "100.00"), ...document(2, "250.00"), ...document(3, "75.50")] },
    }),
  );
  await load(
    makeBag({
      snapshot: { id: "live", kind: "live", asOf: "2024-09-30" },
      files: { [JOURNAL]: [...document(1, "100.00"), ...document(2, "205.00")] },
    }),
  );
  await addPerson(database, { ...ACCOUNTANT, grant: { kind: "lao", lao: LAO as LaoCode } });
  accountant = (await signedIn(database, ACCOUNTANT.email)).actor;
  auditor = { ...accountant, role: "auditor", grant: { kind: "province", provinceCode: PROVINCE } };
});
afterAll(async () => {
  await closeDatabase(database);
  await test.drop();
});

const as = (actor: Actor) => ({ actor, now: NOW, database });
const view = (snapshot?: string) => viewRekeyed(as(accountant), { lao: LAO, snapshot, page: 1, pageSize: 100 });

describe("an archive of the system in use", () => {
  it("is offered, but is not what re-keyed books are held against, though it is the newest", async () => {
    const { snapshot, liveSnapshots } = await view();
    expect(snapshot.id).toBe("recovered");
    expect(liveSnapshots.map(({ id }) => id)).toEqual(["live"]);
    await expect(view("live")).rejects.toThrow();
  });

  it("becomes uploads with their checksums, whose documents are matched as those of a file", async () => {
    expect(await takeLiveBooks(as(accountant), { lao: LAO, live: "live" })).toEqual({
      archiveId: "live",
      documents: 2,
    });
    const { uploads, items } = await view();
    expect(uploads).toMatchObject([
      { book: "journal", state: "current", documentCount: 2, fileName: "ชุดข้อมูล live (live)" },
    ]);
    const owner = openOwner(test.ownerUrl);
    const [row] = await owner<{ content: Buffer }[]>`select content from portal.rekeyed_uploads`;
    await owner.end();
    expect(
      createHash("sha256")
        .update(row?.content ?? "")
        .digest("hex"),
    ).toBe(uploads[0]?.sha256);
    expect(items.map(({ outcome, archive }) => [outcome, archive[0]?.number])).toEqual([
      ["missing", "RV-00003/67"],
      ["differs", "RV-00002/67"],
      ["matched", "RV-00001/67"],
    ]);
    expect(items.find(({ outcome }) => outcome === "differs")?.difference).toBe(-4_500n);
  });

  it("is said to be sent, and not held against the archive in use, to whoever oversees", async () => {
    const own = async (snapshot: string) => {
      const { laos } = await listLaos(as(auditor), { snapshot });
      return laos.find(({ code }) => code === LAO);
    };
    expect(await own("live")).toMatchObject({ hasRekeyed: true, rekeyed: null });
    expect(await own("recovered")).toMatchObject({ hasRekeyed: true, rekeyed: { items: 3, settled: 1 } });
  });

  it("taken again takes the place of what was taken before", async () => {
    await takeLiveBooks(as(accountant), { lao: LAO, live: "live" });
    expect((await view()).uploads.map(({ state }) => state)).toEqual(["current", "replaced"]);
  });

  it("is not held against itself by the reports either", async () => {
    const read = (params: Record<string, string>) =>
      readReport(database, "rekeyed-worksheet", params, { actor: accountant, lao: LAO });
    await expect(read({})).rejects.toThrow(/เทียบกับตัวเองจะตรงกันเสมอ/);
  });

  it("may be sent as the ZIP of a bag, damaged or not, and is read as every archive is", async () => {
    const bag = (kind: string, february: Buffer | string) =>
      zipOf({
        snapshot: { id: "sent", kind, asOf: "2024-09-30" },
        files: {
          [JOURNAL]: [...document(1, "100.00"), ...document(2, "250.00"), ...document(3, "75.50")],
          [`${LAO}/accounting/2024-02/journal`]: february,
        },
      });
    const send = (content: Buffer) =>
      uploadRekeyed(as(accountant), { lao: LAO, fileName: "live.zip", content, isReplacing: true });
    await expect(send(bag("recovered", ""))).rejects.toThrow(/ไม่ใช่ชุดข้อมูลของระบบปัจจุบัน/);
    const content = bag("live", Buffer.from("not what gzip writes"));
    expect(await send(content)).toMatchObject({ book: "journal", documents: expect.any(Array) });
    const { uploads, items } = await view();
    expect(items.map(({ outcome }) => outcome)).toEqual(["matched", "matched", "matched"]);
    const done = await listLaos(as(auditor), { snapshot: "recovered", checked: "done" });
    expect(done.laos.map(({ code }) => code)).toEqual([LAO]);
    const [sent] = uploads;
    expect(sent).toMatchObject({ state: "current", fileName: "live.zip", documentCount: 3 });
    expect(sent?.sha256).toBe(createHash("sha256").update(content).digest("hex"));
    expect(sent?.assumptions.map(({ address }) => address)).toContain("2024-02");
  });

  it("is refused in a sentence when the ZIP is a bag that cannot be believed", async () => {
    const whole = zipOf({ snapshot: { id: "x", kind: "live" }, files: {} });
    const broken = whole.subarray(0, whole.length - 40);
    const refused = uploadRekeyed(as(accountant), { lao: LAO, fileName: "x.zip", content: broken, isReplacing: true });
    await expect(refused).rejects.toBeInstanceOf(AppError);
  });

  it("must be one, must hold something of the LAO, and is taken by its accountant alone", async () => {
    await expect(takeLiveBooks(as(accountant), { lao: LAO, live: "recovered" })).rejects.toThrow(
      /ไม่ใช่ชุดข้อมูลของระบบปัจจุบัน/,
    );
    const neighbour: Actor = { ...accountant, grant: { kind: "lao", lao: OTHER_LAO as LaoCode } };
    await expect(takeLiveBooks(as(neighbour), { lao: OTHER_LAO, live: "live" })).rejects.toThrow(/ไม่มีเอกสาร/);
    await expect(takeLiveBooks(as(neighbour), { lao: LAO, live: "live" })).rejects.toMatchObject({
      code: "access/forbidden",
    });
    await expect(takeLiveBooks(as(auditor), { lao: LAO, live: "live" })).rejects.toThrow();
  });
});
