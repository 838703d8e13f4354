/**
 * No query gives a row outside the scope that it was handed, whoever asks and whatever LAO is asked for: what lies outside looks exactly
 * like what does not exist. Every file of db/queries has its line here, or its reason why scopes of LAOs do not concern it.
 */
import { readdirSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, type Database, openDatabase } from "@/db/client";
import { openOwner } from "@/db/owner";
import { accountNames } from "@/db/queries/account-names";
import { cashDays } from "@/db/queries/cash-days";
import { commentThreads } from "@/db/queries/comments";
import { compareLao } from "@/db/queries/comparison/compare-lao";
import { compareProvince } from "@/db/queries/comparison/compare-province";
import { comparedParts } from "@/db/queries/comparison/compared-parts";
import { countDifferences, rowDifferences } from "@/db/queries/comparison/row-differences";
import { damageSummary } from "@/db/queries/damage-summary";
import { findings } from "@/db/queries/findings";
import { grantedLaos } from "@/db/queries/granted-laos";
import { findLao } from "@/db/queries/lao";
import { laoDamage } from "@/db/queries/lao-damage";
import { laoNames } from "@/db/queries/lao-names";
import { laoPlaces } from "@/db/queries/lao-places";
import { laoSnapshots } from "@/db/queries/lao-snapshots";
import { laos } from "@/db/queries/laos";
import { numberGaps } from "@/db/queries/number-gaps";
import { parameterChoices } from "@/db/queries/parameter-choices";
import { damagedPartitions, partitionEvidence } from "@/db/queries/partition-findings";
import { partitions } from "@/db/queries/partitions";
import { planSpending } from "@/db/queries/plan-spending";
import { provinceDamage } from "@/db/queries/province-damage";
import { provinceLaos } from "@/db/queries/province-laos";
import { quarantinedRows } from "@/db/queries/quarantined-rows";
import { archiveDocuments } from "@/db/queries/rekeyed/archive-documents";
import {
  rekeyedDecisions,
  rekeyedDocuments,
  rekeyedUploads,
  rekeyedVersion,
  uploadContent,
} from "@/db/queries/rekeyed/rekeyed-books";
import { linkedDocuments } from "@/db/queries/reports/linked-documents";
import { whyNoDocument } from "@/db/queries/reports/why-no-document";
import { searchDocuments } from "@/db/queries/search-documents";
import { storedDigests } from "@/db/queries/stored-digests";
import { unreadableParts } from "@/db/queries/unreadable-parts";
import { type ScopedDb, withScope } from "@/db/scoped";
import type { Actor } from "@/lib/access/actor";
import { mintScope, type Scope } from "@/lib/access/scope";
import { comparedTable } from "@/lib/comparison/compared-table";
import type { LaoCode, LaoId } from "@/lib/office/office";
import { NATION } from "@/lib/office/place";
import { LAO_COMPARISONS, PROVINCE_COMPARISONS } from "@/lib/operations/comparison-registry";
import { PROVINCE_REPORTS } from "@/lib/operations/province-report-registry";
import { REPORTS } from "@/lib/operations/report-registry";
import type { Month } from "@/lib/period/month";
import { CHOICE_SOURCES } from "@/lib/reports/choice-source";
import { parseReportInput } from "@/lib/reports/report-input";
import type { ProvinceHead, ReportHead } from "@/lib/reports/report-rows";
import { ACTORS } from "../../support/read-report";
import {
  BANK,
  damagePartition,
  ENTRIES,
  LAOS,
  MONTHS,
  SNAPSHOT_ID,
  SNAPSHOT_NO,
  seedBooks,
} from "../../support/seed-books";
import { seedBudget } from "../../support/seed-budget";
import { seedDocuments } from "../../support/seed-documents";
import { createTestDatabase, type TestDatabase } from "../../support/test-database";

interface Office {
  readonly id: number;
  readonly code: string;
}

type Query = (db: ScopedDb, scope: Scope, office: Office) => Promise<unknown>;

const MARCH = "2024-03" as Month;

/** With a snapshot that holds nothing: every row in scope differs. */
const PAIR = { leftNo: SNAPSHOT_NO, rightNo: SNAPSHOT_NO + 1 };

const ABOUT_ONE_LAO: Readonly<Record<string, Query>> = {
  "account-names.ts": (db, scope, lao) => accountNames(db, scope, place(lao)),
  "lao.ts": async (db, scope, lao) =>
    (await findLao(db, scope, { snapshotId: SNAPSHOT_ID, laoCode: lao.code as LaoCode }))?.lao,
  "damage-summary.ts": async (db, scope, lao) => [...(await damageSummary(db, scope, place(lao)))],
  "lao-names.ts": async (db, scope, lao) => [...(await laoNames(db, scope, [lao.code as LaoCode]))],
  "lao-damage.ts": (db, scope, lao) => laoDamage(db, scope, place(lao)),
  "lao-snapshots.ts": (db, scope, lao) => laoSnapshots(db, scope, place(lao)),
  "partition-findings.ts": async (db, scope, lao) => {
    const query = { ...place(lao), laoCode: lao.code as LaoCode, modules: ["accounting" as const], months: [MARCH] };
    return [await damagedPartitions(db, scope, query), await partitionEvidence(db, scope, query)];
  },
  "parameter-choices.ts": (db, scope, lao) =>
    Promise.all(CHOICE_SOURCES.map((source) => parameterChoices(db, scope, place(lao), source))),
  "quarantined-rows.ts": (db, scope, lao) =>
    quarantinedRows(db, scope, { ...place(lao), module: "accounting", month: MARCH, limit: 10 }),
  "partitions.ts": async (db, scope, lao) =>
    (await partitions(db, scope, { snapshotNo: SNAPSHOT_NO, laoCode: lao.code as LaoCode })).partitions,
  "findings.ts": async (db, scope, lao) =>
    (await findings(db, scope, { snapshotNo: SNAPSHOT_NO, laoCode: lao.code as LaoCode, limit: 10 })).findings,
  "cash-days.ts": (db, scope, lao) => cashDays(db, scope, place(lao)),
  "plan-spending.ts": (db, scope, lao) => planSpending(db, scope, place(lao)),
  "number-gaps.ts": (db, scope, lao) => numberGaps(db, scope, place(lao)),
  "search-documents.ts": (db, scope, lao) =>
    searchDocuments(db, scope, {
      snapshotNo: SNAPSHOT_NO,
      laos: { from: lao.id as LaoId, to: lao.id as LaoId },
      terms: [],
      isLoose: false,
      kinds: [],
      days: null,
      offset: 0,
      limit: 10,
    }),
  "stored-digests.ts": (db, scope, lao) =>
    storedDigests(db, scope, {
      snapshotNo: SNAPSHOT_NO,
      laos: { from: lao.id as LaoId, to: lao.id as LaoId },
      table: comparedTable("journal"),
      months: [MARCH],
    }),
  "unreadable-parts.ts": (db, scope, lao) =>
    unreadableParts(db, scope, {
      snapshotNo: SNAPSHOT_NO,
      laos: { from: lao.id as LaoId, to: lao.id as LaoId },
      modules: ["accounting"],
      months: null,
    }),
  "comments.ts": (db, scope, { id }) => commentThreads(db, scope, id as LaoId),
  "comparison/compared-parts.ts": (db, scope, { id }) =>
    comparedParts(db, scope, { ...PAIR, laos: { from: id as LaoId, to: id as LaoId } }),
  "comparison/row-differences.ts": async (db, scope, { id }) => {
    const query = { ...PAIR, laoId: id as LaoId, table: comparedTable("journal"), months: [MARCH] };
    return [await countDifferences(db, scope, query), await rowDifferences(db, scope, query)];
  },
  "comparison/compare-lao.ts": (db, scope, { id }) => compareLao(db, scope, { ...PAIR, laoId: id as LaoId }),
  "comparison/compare-province.ts": (db, scope, { id }) =>
    compareProvince(db, scope, { ...PAIR, laos: { from: id as LaoId, to: id as LaoId } }),
  "rekeyed/archive-documents.ts": (db, scope, lao) => archiveDocuments(db, scope, place(lao)),
  "rekeyed/rekeyed-books.ts": async (db, scope, { id }) => {
    const laoId = id as LaoId;
    const uploads = await rekeyedUploads(db, scope, laoId);
    return [
      uploads,
      await rekeyedDocuments(db, scope, laoId),
      [...(await rekeyedDecisions(db, scope, laoId))],
      await rekeyedVersion(db, scope, laoId),
      // whose upload it is, is asked of the database, not believed
      await Promise.all([1n, 2n, 3n].map((uploadNo) => uploadContent(db, scope, { laoId, uploadNo }))),
    ];
  },
  "reports/linked-documents.ts": async (db, scope, lao) => [
    await linkedDocuments(db, scope, { head: headOf(lao), book: "RV", sourceNo: "N-00003/67" }),
    await linkedDocuments(db, scope, { head: headOf(lao), book: "PV", sourceNo: "00001/67" }),
  ],
  "reports/why-no-document.ts": (db, scope, lao) =>
    whyNoDocument(db, scope, { head: headOf(lao), number: "RV-00009/67", module: "accounting", table: "journal" }),
  ...Object.fromEntries(REPORTS.map(({ definition }) => [`reports/${definition.id}.ts`, reportQuery(definition.id)])),
};

/** Called by the queries above, never by anybody else. */
const PART_OF_REPORTS = [
  "reconstructions/account-movements.ts",
  "reconstructions/covers-month.ts",
  "reconstructions/missing-entries.ts",
  "reconstructions/missing-lines.ts",
  "reconstructions/missing-payments.ts",
  "reconstructions/missing-receipts.ts",
  "reconstructions/proved-balances.ts",
  "reconstructions/proved-boxes.ts",
  "reconstructions/table-gaps.ts",
  "reconstructions/unconfirmed-accounts.ts",
  "reports/book.ts",
  "reports/document-list.ts",
  "reports/budget-groups.ts",
  "reports/cash-boxes.ts",
  "reports/cash-flows.ts",
  "reports/cash-movements.ts",
  "reports/budget-lines.ts",
  "reports/of-unit.ts",
  "reports/span-of.ts",
  "reports/grouped-rows.ts",
  "reports/ordered-rows.ts",
  "reports/find-in-lines.ts",
  "reports/journal-lines.ts",
  "reports/ledger-find.ts",
  "reports/ledger-months.ts",
  "reports/like-pattern.ts",
  "reports/prove-register.ts",
  "reports/remittance-entries.ts",
  "reports/requisition-budget.ts",
  "reports/requisition-payment.ts",
  "reports/table-unread.ts",
  "reports/trial-balance-of-unit.ts",
  "reports/whole-months.ts",
  "reports/listed-rows.ts",
  "reports/period-accounts.ts",
  "reports/statement-lines.ts",
  "reports/waiting-cheques.ts",
];

/** Two snapshots through the queries of `comparison/` above; who may, tests/db/comparison asks. */
const COMPARISONS = [...LAO_COMPARISONS, ...PROVINCE_COMPARISONS].map(
  ({ definition }) => `reports/${definition.id}.ts`,
);

/** Lists over the scope itself: tested below. */
const OVER_THE_SCOPE = [
  "laos.ts",
  "lao-places.ts",
  "loaded-provinces.ts",
  "province-damage.ts",
  "province-laos.ts",
  // Joined to the lists and the report below.
  "rekeyed/rekeyed-progress.ts",
  ...PROVINCE_REPORTS.map(({ definition }) => `reports/${definition.id}.ts`),
];

/** Not about books: people, sessions and archives' heads, each tested where it belongs. */
const NOT_ABOUT_BOOKS = [
  "audit-log.ts",
  "bundles.ts",
  "chart-names.ts",
  "comparison/other-snapshot.ts",
  "granted-laos.ts",
  "issued-file.ts",
  "laos-between.ts",
  "moment.ts",
  "reports/chart-headings.ts",
  "my-reports.ts",
  "served-snapshot.ts",
  "snapshots.ts",
  "user-offices.ts",
  "user-session.ts",
  "user-sign-in.ts",
  "users.ts",
];

function place(lao: Office) {
  return { snapshotNo: SNAPSHOT_NO, laoId: lao.id as LaoId };
}

/** As if the check of the LAO had been left out. */
function headOf(lao: Office): ReportHead {
  return {
    ...place(lao),
    span: { from: "2024-01-06", to: "2024-07-06" },
    snapshot: { asOf: "2024-07-06", loadedAt: "2026-11-22T02:00:00Z" },
    lao: { code: lao.code },
  } as unknown as ReportHead;
}

function reportQuery(id: string): Query {
  return async (db, scope, lao) => {
    const { definition, query } = REPORTS.find((report) => report.definition.id === id) ??
      REPORTS[0] ?? { definition: undefined, query: undefined };
    if (!definition || !query) throw new Error("no report");
    const head = headOf(lao);
    const period =
      definition.period === "range"
        ? { from: "2024-02-01", to: "2024-04-30" }
        : definition.period === "document"
          ? {}
          : { month: MARCH };
    const told: unknown[] = [];
    for (const more of [
      {},
      { q: "รับ" },
      { unit: "own" },
      definition.period === "month-or-date" ? { month: "", date: "2024-03-20" } : {},
    ]) {
      const input = parseReportInput(
        definition,
        { account: BANK, entry: "RV-00003/67", remittance: "N-00003/67", requisition: "00001/67", ...period, ...more },
        head.span,
      );
      try {
        const { rows, place: placeOf, ...rest } = await query(db, scope, { head, input });
        const list: unknown[] = [];
        for await (const row of rows()) list.push(row);
        told.push(rest, list, await placeOf([{ at: "row", month: MARCH, rowNo: 2 }]));
      } catch (error) {
        told.push((error as Error).message);
      }
    }
    return told;
  };
}

function textOf(value: unknown): string {
  return (
    JSON.stringify(value, (_key, inner: unknown) => (typeof inner === "bigint" ? String(inner) : inner)) ?? "nothing"
  );
}

let made: TestDatabase;
let database: Database;

beforeAll(async () => {
  made = await createTestDatabase();
  await seedBooks(made.ownerUrl, (laoId) => ENTRIES.map((entry) => ({ ...entry, text: `${entry.text} ของ ${laoId}` })));
  await seedDocuments(made.ownerUrl);
  await seedBudget(made.ownerUrl);
  const owner = openOwner(made.ownerUrl);
  for (const { id } of LAOS) {
    const row = { lao_id: id, month: 202403, snapshot_no: SNAPSHOT_NO, row_no: 1 };
    await damagePartition(made.ownerUrl, {
      laoId: id,
      month: 202403,
      state: "partial",
      findings: [
        { code: "row/value", table_name: "journal", row_from: 90, found: `ของ ${id}` },
        { code: "tie/number-gap", table_name: "journal", doc_from: "RV-00090/67", doc_to: "RV-00091/67" },
      ],
    });
    await owner`insert into portal.quarantined_rows ${owner({ ...row, module: "accounting", table_name: "journal", code: "row/value", file: "f", raw: `ของ ${id}` })}`;
    await owner`insert into portal.cash ${owner({ ...row, account_code: "1101030102001", day: "2024-03-05", bank_account_no: `ของ ${id}`, opening: 0, received: 100 + id, paid: 0, closing: 100 + id })}`;
    await owner`insert into portal.documents (amount, lao_id, month, day, snapshot_no, kind, number, words)
      values (100, ${id}, 202403, '2024-03-05', ${SNAPSHOT_NO}, 'journal-entry', 'RV-00003/67', ${`ของ ${id}`})`;
    await owner`insert into portal.entry_digests (digest, lao_id, month, lines, snapshot_no, entry_no)
      values (1, ${id}, 202403, 2, ${SNAPSHOT_NO}, 'RV-00003/67')`;
    await owner`with upload as (
        insert into portal.rekeyed_uploads (uploaded_at, lao_id, user_id, byte_count, rows_read, document_count, head_row, book, state, sha256,
          uploaded_by, file_name, sheet, heads, mapping, problems, assumptions, left_out_rows, content)
        values (now(), ${id}, 1, 1, 1, 1, 1, 'journal', 'current', 'x', 'x', ${`ของ ${id}`}, '', '', '{}', '[]', '[]', '[]', 'x') returning upload_no)
      insert into portal.rekeyed_documents (upload_no, lao_id, row_no, day, book, number, lines, cells, words)
      select upload_no, ${id}, 1, '2024-03-05', 'journal', 'JV-00001/67', '[]', '{}', ${`ของ ${id}`} from upload`;
    await owner`insert into portal.comments (at, lao_id, user_id, kind, is_of_lao, author, body)
      values (now(), ${id}, 1, 'opened', false, 'x', ${`ของ ${id}`})`;
    await owner`insert into portal.rekeyed_decisions (decided_at, lao_id, user_id, decided_by, item, decision, note)
      values (now(), ${id}, 1, 'x', 'y', 'accepted', ${`ของ ${id}`})`;
  }
  await owner.end();
  database = openDatabase(made.appUrl);
});

afterAll(async () => {
  await closeDatabase(database);
  await made.drop();
});

const READS: Readonly<Record<keyof typeof ACTORS, readonly number[]>> = {
  accountant: [3500001],
  auditor: [3500001, 3500002],
  department: [3500001, 3500002, 3600001],
  administrator: [],
};

const NOBODY: Office = { id: 3599999, code: "00000000" };

async function ask(actor: Actor, query: Query, office: Office): Promise<string> {
  const scope = mintScope(actor, await grantedLaos(database, actor));
  return textOf(await withScope(database, scope, (db) => query(db, scope, office)));
}

describe.each(Object.keys(ABOUT_ONE_LAO))("%s", (file) => {
  it.each(Object.keys(READS) as (keyof typeof ACTORS)[])(
    "gives an %s the books in scope, and of others nothing at all",
    async (role) => {
      const query = ABOUT_ONE_LAO[file];
      if (!query) throw new Error(file);
      const nothing = (await ask(ACTORS[role], query, NOBODY)).replaceAll(NOBODY.code, "code");
      for (const office of LAOS) {
        const told = (await ask(ACTORS[role], query, office)).replaceAll(office.code, "code");
        if (READS[role].includes(office.id)) expect(told).not.toBe(nothing);
        else expect(told).toBe(nothing);
      }
    },
  );
});

it.each(Object.keys(READS) as (keyof typeof ACTORS)[])("laos.ts lists to an %s the LAOs in scope", async (role) => {
  const scope = mintScope(ACTORS[role], await grantedLaos(database, ACTORS[role]));
  const page = await withScope(database, scope, (db) =>
    laos(db, scope, { snapshotNo: SNAPSHOT_NO, module: "all", sort: "code", offset: 0, limit: 10 }),
  );
  const wanted = LAOS.filter((lao) => READS[role].includes(lao.id)).map((lao) => lao.code as string);
  expect(page.laos.map((lao) => lao.code as string).sort()).toEqual(wanted.sort());
  expect(page.laoCount).toBe(wanted.length);
  expect(page.total.partitions.partial).toBe(wanted.length);
  expect(page.total.partitions.intact).toBe(wanted.length * (MONTHS.length - 1));
});

it.each(Object.keys(READS) as (keyof typeof ACTORS)[])(
  "lao-places.ts names to an %s the places in scope",
  async (role) => {
    const scope = mintScope(ACTORS[role], await grantedLaos(database, ACTORS[role]));
    const read = LAOS.filter((lao) => READS[role].includes(lao.id));
    const ask = (provinceCode?: string) =>
      withScope(database, scope, (db) => laoPlaces(db, scope, { snapshotNo: SNAPSHOT_NO, provinceCode }));
    expect((await ask()).map(({ value }) => value).sort()).toEqual(
      [...new Set(read.map((lao) => lao.provinceCode))].sort(),
    );
    for (const code of ["35", "36"])
      expect((await ask(code)).map(({ value }) => value).sort()).toEqual(
        [...new Set(read.filter((lao) => lao.provinceCode === code).map((lao) => lao.district))].sort(),
      );
  },
);

/** As if the check of the province had been left out: all LAOs of the seed stand in the head. */
const WHOLE_HEAD = {
  snapshotNo: SNAPSHOT_NO,
  span: { from: "2024-01-06", to: "2024-07-06" },
  province: NATION,
  laos: LAOS.map((lao) => ({ ...lao, type: "ทต." })),
} as unknown as ProvinceHead;

describe.each(Object.keys(READS) as (keyof typeof ACTORS)[])("over the LAOs of a province, an %s", (role) => {
  const within = async <T>(work: (db: ScopedDb, scope: Scope) => Promise<T>): Promise<T> => {
    const scope = mintScope(ACTORS[role], await grantedLaos(database, ACTORS[role]));
    return withScope(database, scope, (db) => work(db, scope));
  };
  const read = LAOS.filter((lao) => READS[role].includes(lao.id));
  const codes = read.map((lao) => lao.code as string).sort();

  it("is named the LAOs in scope, and their damage alone", async () => {
    const all = { from: 0 as LaoId, to: 9_999_999 as LaoId };
    const named = await within((db, scope) => provinceLaos(db, scope, { snapshotNo: SNAPSHOT_NO, laos: all }));
    expect(named.map(({ code }) => code as string).sort()).toEqual(codes);
    const query = { ...WHOLE_HEAD, modules: ["accounting" as const], months: [MARCH] };
    const damage = await within((db, scope) => provinceDamage(db, scope, query));
    expect(damage.map(({ lao }) => lao as string).sort()).toEqual(codes);
    const told = damage.flatMap((partition) => partition.findings.flatMap(({ found: text }) => text ?? []));
    expect(told.sort()).toEqual(read.map(({ id }) => `ของ ${id}`).sort());
  });

  it("gets sums and rows of the LAOs in scope alone", async () => {
    for (const { definition, query } of PROVINCE_REPORTS) {
      const input = parseReportInput(definition, { month: MARCH }, WHOLE_HEAD.span);
      const rows = await within(async (db, scope) => {
        const list: Readonly<Record<string, unknown>>[] = [];
        for await (const row of (await query(db, scope, { head: WHOLE_HEAD, input })).rows()) list.push(row.cells);
        return list;
      });
      if (["lao-progress", "damage-ranking"].includes(definition.id))
        expect(rows.map((row) => String(row.lao_code)).sort()).toEqual(codes);
      else expect(Math.max(0, ...rows.map((row) => Number(row.laos)))).toBe(read.length);
    }
  });
});

it("every query file has its line here", () => {
  const folder = path.resolve(import.meta.dirname, "../../../db/queries");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  const known = [
    ...Object.keys(ABOUT_ONE_LAO),
    ...PART_OF_REPORTS,
    ...COMPARISONS,
    ...OVER_THE_SCOPE,
    ...NOT_ABOUT_BOOKS,
  ];
  expect(files.map((file) => file.replaceAll(path.sep, "/")).filter((file) => !known.includes(file))).toEqual([]);
});
