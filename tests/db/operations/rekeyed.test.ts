/** Re-keyed books from the upload to the decision, on a real database: what is counted, who may, and what outlives a new upload. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, type Database, openDatabase } from "@/db/client";
import { openOwner } from "@/db/owner";
import { withScope } from "@/db/scoped";
import { type Actor, operatorActor } from "@/lib/access/actor";
import { mintScope } from "@/lib/access/scope";
import { toBahtText } from "@/lib/money/amount";
import type { LaoCode, LaoId } from "@/lib/office/office";
import { decideRekeyed } from "@/lib/operations/decide-rekeyed";
import { deleteRekeyed } from "@/lib/operations/delete-rekeyed";
import { listLaos } from "@/lib/operations/list-laos";
import { loadArchive } from "@/lib/operations/load-archive";
import { mapRekeyed } from "@/lib/operations/map-rekeyed";
import { previewRekeyed } from "@/lib/operations/preview-rekeyed";
import { uploadRekeyed } from "@/lib/operations/upload-rekeyed";
import { type RekeyedView, viewRekeyed } from "@/lib/operations/view-rekeyed";
import { dayOfMoment } from "@/lib/period/date";
import { amountOf, type BookDocument } from "@/lib/rekeyed/book-document";
import { type CheckState, shareSettled } from "@/lib/rekeyed/progress";
import { isSettled, type Outcome } from "@/lib/rekeyed/worksheet";
import { bookDocuments } from "@/lib/sample/book-documents";
import { runHalfYear } from "@/lib/sample/half-year";
import { makeSample } from "@/lib/sample/make-sample";
import { planOffices } from "@/lib/sample/offices";
import { settleOptions } from "@/lib/sample/options";
import { sayShare } from "@/lib/wording/follow-up";
import { readProvinceReport, readReport } from "../../support/read-report";
import { createTestDatabase, type TestDatabase } from "../../support/test-database";
import { ACCOUNTANT, addPerson, NOW, signedIn } from "./people";

const folder = mkdtempSync(path.join(tmpdir(), "rekeyed-"));
const settings = { out: path.join(folder, "bag"), laos: 2, seed: 5, journalLines: 1_600 };
const [office, neighbour] = planOffices(settleOptions(settings));
if (!office || !neighbour) throw new Error("no offices were planned");
const LAO = office.code;
const receipts = bookDocuments(runHalfYear(office, settings.seed)).filter(({ book }) => book === "receipts");

let test: TestDatabase;
let database: Database;
let accountant: Actor;
const auditor: Actor = {
  userId: null,
  email: "auditor@example.go.th",
  name: "ผู้ตรวจ",
  role: "auditor",
  grant: { kind: "province", provinceCode: office.provinceCode },
};

beforeAll(async () => {
  test = await createTestDatabase();
  database = openDatabase(test.appUrl);
  await makeSample({ ...settings, damage: "none" });
  await loadArchive({
    bag: settings.out,
    ownerUrl: test.ownerUrl,
    actor: operatorActor("tester"),
    replace: false,
    now: NOW,
  });
  await addPerson(database, { ...ACCOUNTANT, grant: { kind: "lao", lao: LAO as LaoCode } });
  accountant = (await signedIn(database, ACCOUNTANT.email)).actor;
});

afterAll(async () => {
  await closeDatabase(database);
  await test.drop();
  rmSync(folder, { recursive: true });
});

const HEADS = ["เลขที่ใบเสร็จ", "วันที่", "รหัสรายรับ", "จำนวนเงิน", "ผู้ชำระเงิน"];

function csv(documents: readonly BookDocument[], heads: readonly string[] = HEADS): Buffer {
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const rows = documents.map((document) =>
    [
      document.number ?? "",
      document.date,
      document.lines[0]?.account ?? "",
      toBahtText(amountOf(document)),
      document.text,
    ].map(quote),
  );
  return Buffer.from([heads.map(quote), ...rows].map((row) => `${row.join(",")}\r\n`).join(""));
}

const as = (actor: Actor) => ({ actor, now: NOW, database });
const upload = (content: Buffer, isReplacing = true, actor = accountant) =>
  uploadRekeyed(as(actor), { lao: LAO, fileName: "ใบเสร็จ.csv", content, isReplacing });
const view = (more: Partial<Parameters<typeof viewRekeyed>[1]> = {}, actor = accountant): Promise<RekeyedView> =>
  viewRekeyed(as(actor), { lao: LAO, page: 1, pageSize: 500, ...more });

/** Items by outcome, all pages. */
async function counts(): Promise<Record<Outcome, number>> {
  const { progress } = await view();
  const sum = {
    missing: 0,
    surplus: 0,
    differs: 0,
    doubled: 0,
    candidates: 0,
    undecidable: 0,
    "not-keyed": 0,
    matched: 0,
  };
  for (const month of progress)
    for (const [outcome, count] of Object.entries(month.counts)) sum[outcome as Outcome] += count;
  return sum;
}

describe("re-keyed receipts", () => {
  it("match the archive one and all when they were keyed rightly", async () => {
    const answer = await upload(csv(receipts));
    expect(answer).toMatchObject({ book: "receipts" });
    expect(answer.documents).toHaveLength(receipts.length);
    expect(await counts()).toEqual({
      missing: 0,
      surplus: 0,
      differs: 0,
      doubled: 0,
      candidates: 0,
      undecidable: 0,
      "not-keyed": 0,
      matched: receipts.length,
    });
  });

  it("show a missing, a differing and a surplus one, and a decision outlives a new upload that leaves its item alone", async () => {
    const [first, second, third, ...rest] = receipts;
    if (!first || !second || !third) throw new Error("the sample has too few receipts");
    const wrong = {
      ...second,
      lines: second.lines.map((line) => ({ ...line, amount: (line.amount + 100n) as never })),
    };
    const added = {
      ...third,
      number: "R-999999/67",
      lines: [{ account: third.lines[0]?.account ?? "", amount: 12_345_678n as never }],
    };
    await upload(csv([wrong, third, added, ...rest]));
    const { items, uploads } = await view();
    expect(uploads.map(({ state }) => state)).toEqual(["current", "replaced"]);
    const by = (outcome: Outcome) => items.filter((item) => item.outcome === outcome);
    expect(by("missing").map(({ archive }) => archive[0]?.number)).toEqual([first.number]);
    expect(by("surplus").map(({ rekeyed }) => rekeyed[0]?.number)).toEqual(["R-999999/67"]);
    const [differing] = by("differs");
    expect(differing?.differences.map(({ column }) => column)).toEqual(["amount"]);
    if (!differing) return;

    await decideRekeyed(as(accountant), {
      lao: LAO,
      items: [differing.key],
      decision: "explained",
      note: "แก้ตามใบเสร็จ",
    });
    await upload(csv([wrong, third, ...rest]));
    const [kept] = (await view({ outcome: "differs" })).items;
    expect(kept?.decision).toMatchObject({ kind: "explained", note: "แก้ตามใบเสร็จ", by: ACCOUNTANT.name });

    await decideRekeyed(as(accountant), { lao: LAO, items: [differing.key], decision: "open", note: "" });
    expect((await view({ outcome: "differs" })).items[0]?.decision).toBeNull();
  });

  it("make a statement, a worksheet and totals that say the same to the satang, with what was decided", async () => {
    const differing = (await view()).items.find(({ outcome }) => outcome === "differs");
    const note = "แก้ตามใบเสร็จ";
    await decideRekeyed(as(accountant), { lao: LAO, items: [differing?.key ?? ""], decision: "explained", note });
    const { items, progress } = await view();
    const read = (id: string, actor = accountant) => readReport(database, id, {}, { actor, lao: LAO });
    const [statement, worksheet, totals] = [
      await read("rekeyed-statement"),
      await read("rekeyed-worksheet"),
      await read("rekeyed-totals", auditor),
    ];
    expect(statement.rows.map(({ cells }) => [cells.matched, cells.missing, cells.surplus, cells.differs])).toEqual(
      progress.map(({ counts: { matched, missing, surplus, differs } }) => [matched, missing, surplus, differs]),
    );
    const open = items.filter(({ outcome, decision }) => outcome !== "matched" && decision === null);
    expect(open.length).toBeGreaterThan(0);
    expect(statement.document.fields[0]?.value).toContain(`ยังต้องดู ${open.length} รายการ`);
    expect(statement.document.fields.some(({ value }) => /SHA-256 [0-9a-f]{64}$/.test(value))).toBe(true);
    expect(worksheet.document.rowCount).toBe(items.length);
    const explained = worksheet.rows.find(({ cells }) => cells.decision === "มีคำอธิบาย");
    expect(explained?.cells).toMatchObject({ outcome: "ต่าง", difference: 100n, note });
    expect(explained?.cells.reason).toContain("จำนวนเงิน: เดิม");

    const [sum] = totals.document.totals;
    expect(sum?.cells.difference).toBe(worksheet.document.totals[0]?.cells.difference);
    const lost = receipts[0] ? -amountOf(receipts[0]) : 0n;
    expect(sum?.cells).toMatchObject({ missing: lost, differs: 100n, difference: lost + 100n });
    expect(totals.document.proof).toEqual([expect.objectContaining({ holds: true })]);
    const changed = totals.rows.filter(({ cells }) => cells.difference !== 0n);
    expect(changed.length).toBeGreaterThan(0);
    for (const { cells } of changed)
      expect(
        ["not_keyed", "missing", "surplus", "differs", "others"].reduce((all, id) => all + (cells[id] as bigint), 0n),
      ).toBe(cells.difference);
  });

  it("are told to whoever oversees, as the last change left them: share, open difference, last activity", async () => {
    const listed = async (sort?: "unchecked" | "difference" | "activity") =>
      (await listLaos(as(auditor), { sort })).laos.map(({ code, hasRekeyed, rekeyed, lastActivity }) => ({
        code,
        hasRekeyed,
        rekeyed,
        lastActivity,
      }));
    const own = async () => (await listed()).find(({ code }) => code === LAO);
    const { items } = await view();
    const settled = items.filter(isSettled).length;
    expect(await own()).toEqual({
      code: LAO,
      hasRekeyed: true,
      rekeyed: {
        items: items.length,
        settled,
        // The missing receipt; the differing one was explained.
        openDifference: receipts[0] ? amountOf(receipts[0]) : null,
      },
      lastActivity: NOW,
    });
    for (const sort of ["difference", "activity"] as const) expect((await listed(sort))[0]?.code).toBe(LAO);
    expect((await listed("unchecked")).at(-1)?.code).toBe(LAO);
    expect((await listed()).find(({ code }) => code === neighbour.code)).toMatchObject({
      hasRekeyed: false,
      rekeyed: null,
      lastActivity: null,
    });
    const inState = async (checked: CheckState) => {
      const { laoCount, laos } = await listLaos(as(auditor), { checked });
      expect(laoCount).toBe(laos.length);
      return laos.map(({ code }) => code);
    };
    expect([await inState("not-sent"), await inState("open"), await inState("done")]).toEqual([
      [neighbour.code],
      [LAO],
      [],
    ]);

    const missing = items.find(({ outcome }) => outcome === "missing");
    const decide = (decision: "accepted" | "open") =>
      decideRekeyed(as(accountant), { lao: LAO, items: [missing?.key ?? ""], decision, note: "" });
    await decide("accepted");
    expect((await own())?.rekeyed).toEqual({ items: items.length, settled: settled + 1, openDifference: 0n });
    const progress = await readProvinceReport(
      database,
      "lao-progress",
      {},
      { actor: auditor, province: office.provinceCode },
    );
    expect(progress.rows.find(({ cells }) => cells.lao_code === LAO)?.cells).toMatchObject({
      share: sayShare(shareSettled({ items: items.length, settled: settled + 1 }), true),
      difference: 0n,
      last_activity: dayOfMoment(NOW),
    });
    expect(progress.rows.find(({ cells }) => cells.lao_code === neighbour.code)?.cells).toMatchObject({
      share: "ยังไม่ส่งข้อมูล",
      difference: null,
      last_activity: null,
    });
    await decide("open");
  });

  it("are not said to be nothing where they were not held against the archive yet; their accountant's look holds them", async () => {
    const owner = openOwner(test.ownerUrl);
    const [kept] = await owner`select * from portal.rekeyed_progress`;
    await owner`truncate portal.rekeyed_progress`;
    const own = async () => (await listLaos(as(auditor), {})).laos.find(({ code }) => code === LAO);
    const progressOfProvince = async () => {
      const { rows } = await readProvinceReport(
        database,
        "lao-progress",
        {},
        { actor: auditor, province: office.provinceCode },
      );
      return rows.find(({ cells }) => cells.lao_code === LAO)?.cells.share;
    };
    expect(await own()).toMatchObject({ rekeyed: null, hasRekeyed: true });
    expect(await progressOfProvince()).toBe("ส่งแล้ว ยังไม่ได้เทียบกับชุดนี้");
    await view({}, auditor);
    expect(await own()).toMatchObject({ rekeyed: null });
    await view();
    const [made] = await owner`select * from portal.rekeyed_progress`;
    expect(made).toEqual(kept);
    // as if the last file had been sent against another archive
    await owner`update portal.rekeyed_progress set changed_at = changed_at - interval '1 day', settled = 0`;
    expect(await own()).toMatchObject({ rekeyed: null, hasRekeyed: true });
    await view();
    const [renewed] = await owner`select * from portal.rekeyed_progress`;
    expect(renewed).toEqual(kept);
    await owner.end();
  });

  it("cannot be said to be further than they are by anybody but their own LAO", async () => {
    const claim = (from: number, to: number, lao: number) =>
      withScope(database, mintScope(auditor, { from: from as LaoId, to: to as LaoId }), (db) =>
        db.execute(sql`insert into portal.rekeyed_progress values (now(), 0, ${lao}, 1, 1, 1)
          on conflict (lao_id, snapshot_no) do update set settled = 1`),
      );
    const owner = openOwner(test.ownerUrl);
    const [ids] = await owner<{ own: number; other: number }[]>`
      select (select lao_id from portal.laos where lao_code = ${LAO}) as own, (select lao_id from portal.laos where lao_code = ${neighbour.code}) as other`;
    await owner.end();
    if (!ids) throw new Error("no LAOs");
    const [low, high] = [Math.min(ids.own, ids.other), Math.max(ids.own, ids.other)];
    await expect(claim(low, high, ids.own)).rejects.toThrow();
    await expect(claim(ids.other, ids.other, ids.own)).rejects.toThrow();
  });

  it("are no report for a neighbour", async () => {
    const stranger: Actor = { ...accountant, grant: { kind: "lao", lao: neighbour.code as LaoCode } };
    await expect(readReport(database, "rekeyed-worksheet", {}, { actor: stranger, lao: LAO })).rejects.toThrow();
    const own = await readReport(database, "rekeyed-worksheet", {}, { actor: stranger, lao: neighbour.code });
    expect(own.rows).toEqual([]);
  });

  it("are found by number, words and amount, in Thai digits too", async () => {
    const [receipt] = receipts.slice(5);
    const digits = (receipt?.number ?? "").replace(/\d/g, (digit) => "๐๑๒๓๔๕๖๗๘๙"[Number(digit)] ?? "");
    expect((await view({ q: digits })).items.map(({ archive }) => archive[0]?.number)).toContain(receipt?.number);
    const amount = receipt ? toBahtText(amountOf(receipt)) : "";
    expect((await view({ q: amount })).items.map(({ archive }) => archive[0]?.number)).toContain(receipt?.number);
  });

  it("of months that were not keyed yet are told apart from what is missing in those that were", async () => {
    const [month] = receipts.map(({ date }) => date.slice(0, 7));
    const ofMonth = receipts.filter(({ date }) => date.startsWith(month ?? ""));
    await upload(csv(ofMonth.slice(1)));
    expect(await counts()).toMatchObject({
      missing: 1,
      matched: ofMonth.length - 1,
      "not-keyed": receipts.length - ofMonth.length,
    });
  });

  it("wait for their columns to be told when their heads are unknown, and are read alike the next time", async () => {
    const strange = ["ก", "ข", "ค", "ง", "จ"];
    const waiting = await upload(csv(receipts, strange));
    expect(waiting.book).toBeNull();
    const preview = await previewRekeyed(as(accountant), { lao: LAO, uploadNo: waiting.uploadNo });
    expect(preview.sheets[0]?.rows[0]?.cells.get(0)?.text).toBe("ก");
    const mapping = { number: 0, date: 1, account: 2, amount: 3, text: 4 };
    const told = {
      lao: LAO,
      uploadNo: waiting.uploadNo,
      sheet: "",
      book: "receipts",
      headRow: 1,
      isReplacing: true,
    } as const;
    await expect(mapRekeyed(as(accountant), { ...told, mapping: { number: 0 } })).rejects.toThrow(
      /โปรดเลือกช่องของ «วันที่»/,
    );
    expect((await mapRekeyed(as(accountant), { ...told, mapping })).documents).toBe(receipts.length);
    expect((await counts()).matched).toBe(receipts.length);
    // told otherwise afterwards, the same file gives other documents
    await mapRekeyed(as(accountant), { ...told, mapping: { ...mapping, account: 4 } });
    expect((await counts()).matched).toBe(0);
    await mapRekeyed(as(accountant), { ...told, mapping });
    expect((await upload(csv(receipts, strange))).book).toBe("receipts");
    expect((await counts()).matched).toBe(receipts.length);
  });

  it("leave the count when their file is deleted: its content is gone, its checksum stays", async () => {
    const { uploadNo, sha256 } = await upload(csv(receipts));
    await deleteRekeyed(as(accountant), { lao: LAO, uploadNo });
    const { uploads, itemCount } = await view();
    expect(itemCount).toBe(0);
    expect(uploads[0]).toMatchObject({ state: "deleted", sha256 });
    const owner = openOwner(test.ownerUrl);
    const [row] =
      await owner`select content, (select count(*)::integer from portal.rekeyed_documents where upload_no = u.upload_no) as documents
      from portal.rekeyed_uploads u where upload_no = ${String(uploadNo)}`;
    await owner.end();
    expect(row).toEqual({ content: null, documents: 0 });
    await expect(deleteRekeyed(as(accountant), { lao: LAO, uploadNo })).rejects.toThrow(/ลบไปแล้ว/);
  });

  it("are written by their own LAO alone: an auditor looks on, a neighbour sees nothing, the database refuses both", async () => {
    await upload(csv(receipts));
    expect((await view({}, auditor)).itemCount).toBe(receipts.length);
    await expect(upload(csv(receipts), true, auditor)).rejects.toThrow(/เจ้าหน้าที่ของ อปท\. นั้นเอง/);
    const stranger: Actor = { ...accountant, grant: { kind: "lao", lao: neighbour.code as LaoCode } };
    await expect(view({}, stranger)).rejects.toThrow(/ในขอบเขตที่ท่านมีสิทธิดู/);
    const app = openOwner(test.appUrl);
    const attempt = app.begin(async (tx) => {
      // the scope of an auditor: the whole province
      await tx`select set_config('app.lao_from', min(lao_id)::text, true), set_config('app.lao_to', max(lao_id)::text, true),
        set_config('app.user_id', '1', true) from (select generate_series(9900000, 9999999) as lao_id) l`;
      await tx`insert into portal.rekeyed_decisions (decided_at, lao_id, user_id, decided_by, item, decision, note)
        values (now(), 9900001, 1, 'x', 'y', 'accepted', '')`;
    });
    await expect(attempt).rejects.toThrow(/row-level security/);
    await app.end();
  });

  it("leave an audit row for each file, view and decision", async () => {
    const owner = openOwner(test.ownerUrl);
    const rows = await owner<{ type: string }[]>`select distinct type from portal.audit_log where type like '%rekeyed'`;
    await owner.end();
    expect(rows.map(({ type }) => type).sort()).toEqual([
      "decide-rekeyed",
      "delete-rekeyed",
      "upload-rekeyed",
      "view-rekeyed",
    ]);
  });
});
