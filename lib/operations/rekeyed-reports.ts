/**
 * Reports on what an LAO keyed again: the worksheet, both sides' totals, the statement to be signed, and the list for keying in. Shown and exported like every report, but neither
 * listed nor bundled with them: they rest on files of the LAO's own, and are reached from their page. Their rows come from the same matching as that page's.
 */
import { rekeyedUploads } from "@/db/queries/rekeyed/rekeyed-books";
import type { ScopedDb } from "@/db/scoped";
import type { Scope } from "@/lib/access/scope";
import { type Amount, satang, sumAmounts } from "@/lib/money/amount";
import { formatMoment } from "@/lib/period/date";
import { formatMonth, monthsBetween } from "@/lib/period/month";
import { formatPeriod } from "@/lib/period/report-period";
import { amountOf, type BookDocument } from "@/lib/rekeyed/book-document";
import { type AccountTotal, totalByAccount } from "@/lib/rekeyed/match/account-totals";
import { isSettled, OUTCOMES, type Outcome, progressOf, type WorksheetItem } from "@/lib/rekeyed/worksheet";
import { rekeyedEntryList } from "@/lib/reports/definitions/rekeyed-entry-list";
import { rekeyedStatement } from "@/lib/reports/definitions/rekeyed-statement";
import { rekeyedTotals } from "@/lib/reports/definitions/rekeyed-totals";
import { rekeyedWorksheet } from "@/lib/reports/definitions/rekeyed-worksheet";
import type { ReportHead, ReportQueryParams, ReportRows, SourceRow, SourceTotal } from "@/lib/reports/report-rows";
import { findingSentence } from "@/lib/wording/findings";
import {
  bookName,
  cellName,
  decisionName,
  gapSentence,
  outcomeWord,
  reasonOf,
  sayCell,
  WORDED_OTHERWISE,
  REKEYED_REPORTS_WORDS as WORDS,
} from "@/lib/wording/rekeyed";
import { matchRekeyed } from "./match-rekeyed";
import type { RegisteredReport } from "./registered-report";
import { queryEntryList } from "./rekeyed-entry-list";
import { inMemory } from "./rows-in-memory";

export const REKEYED_REPORTS: readonly RegisteredReport[] = [
  { definition: rekeyedStatement, query: queryStatement },
  { definition: rekeyedWorksheet, query: queryWorksheet },
  { definition: rekeyedTotals, query: queryTotals },
  { definition: rekeyedEntryList, query: queryEntryList },
];

async function queryWorksheet(db: ScopedDb, scope: Scope, { head }: ReportQueryParams): Promise<ReportRows> {
  const { items } = await matchRekeyed(db, scope, head);
  const sum = (of: (item: WorksheetItem) => Amount) => sumAmounts(items.map(of));
  return {
    ...(await above(db, scope, head, items)),
    totals: [
      {
        label: WORDS.allItems,
        cells: {
          amount: sum(({ archive }) => sumOf(archive)),
          rekeyed_amount: sum(({ rekeyed }) => sumOf(rekeyed)),
          difference: sum(({ difference }) => difference),
        },
      },
    ],
    proof: [],
    ...inMemory(items, worksheetRow),
  };
}

function worksheetRow(item: WorksheetItem): SourceRow {
  const { archive, rekeyed, decision } = item;
  const numbers = (documents: readonly BookDocument[]) =>
    documents.length === 0 ? null : documents.map(({ number }) => number ?? WORDS.noNumber).join(", ");
  return {
    kind: "entry",
    cells: {
      outcome: outcomeWord(item.outcome),
      book: bookName(item.book),
      number: numbers(archive),
      date: archive[0]?.date ?? null,
      amount: archive.length === 0 ? null : sumOf(archive),
      rekeyed_number: numbers(rekeyed),
      rekeyed_date: rekeyed[0]?.date ?? null,
      rekeyed_amount: rekeyed.length === 0 ? null : sumOf(rekeyed),
      difference: item.difference,
      reason: reasonsOf(item).join(" · "),
      decision: decision && decisionName(decision.kind),
      note: decision && decision.note !== "" ? decision.note : null,
      decided: decision && `${decision.by} ${formatMoment(decision.at)}`,
    },
    ...(item.book === "journal" && archive.length === 1 && archive[0]?.number
      ? { link: { reportId: "journal-document", params: { entry: archive[0].number } } }
      : {}),
  };
}

function reasonsOf({ outcome, rung, differences, isWordedOtherwise, finding, fitsGap }: WorksheetItem): string[] {
  return [
    reasonOf(outcome, rung),
    ...differences.map(({ column, archive, rekeyed }) =>
      WORDS.cell(cellName(column), sayCell(column, archive), sayCell(column, rekeyed)),
    ),
    isWordedOtherwise ? WORDED_OTHERWISE : "",
    ...(finding ? [findingSentence(finding), gapSentence(fitsGap)] : []),
  ].filter((reason) => reason !== "");
}

/** Columns of the totals, and the outcomes whose items they sum. */
const EXPLAINED: Readonly<Record<string, readonly Outcome[]>> = {
  not_keyed: ["not-keyed"],
  missing: ["missing"],
  surplus: ["surplus"],
  differs: ["differs", "matched"],
  others: ["doubled", "candidates", "undecidable"],
};

async function queryTotals(db: ScopedDb, scope: Scope, { head }: ReportQueryParams): Promise<ReportRows> {
  const { items, totals } = await matchRekeyed(db, scope, head);
  const explained = Object.entries(EXPLAINED).map(([column, outcomes]) => {
    const chosen = items.filter(({ outcome }) => outcomes.includes(outcome));
    const sums = totalByAccount(
      chosen.flatMap(({ archive }) => archive),
      chosen.flatMap(({ rekeyed }) => rekeyed),
    );
    return [column, new Map(sums.map((one) => [placeOf(one), one.difference]))] as const;
  });
  const rows = totals.map((one): SourceRow & { readonly isExplained: boolean } => {
    const parts = explained.map(([column, sums]) => [column, sums.get(placeOf(one)) ?? satang(0n)] as const);
    return {
      kind: "entry",
      cells: {
        book: bookName(one.book),
        month: formatMonth(one.month),
        account: one.account,
        archive: one.archive,
        rekeyed: one.rekeyed,
        difference: one.difference,
        ...Object.fromEntries(parts),
      },
      isExplained: sumAmounts(parts.map(([, amount]) => amount)) === one.difference,
    };
  });
  const columns = ["difference", ...Object.keys(EXPLAINED)];
  const unexplained = rows.filter(({ isExplained }) => !isExplained).length;
  return {
    ...(await above(db, scope, head, items)),
    totals: [
      {
        label: WORDS.allAccounts,
        cells: Object.fromEntries(columns.map((id) => [id, sumAmounts(rows.map(({ cells }) => cells[id] as Amount))])),
      },
    ],
    proof: [{ text: WORDS.explained(rows.length, unexplained), holds: unexplained === 0 }],
    ...inMemory(rows, ({ isExplained: _, ...row }) => row),
  };
}

function placeOf({ book, month, account }: AccountTotal): string {
  return `${book} ${month} ${account}`;
}

async function queryStatement(db: ScopedDb, scope: Scope, { head }: ReportQueryParams): Promise<ReportRows> {
  const { items } = await matchRekeyed(db, scope, head);
  const uploads = (await rekeyedUploads(db, scope, head.laoId)).filter(({ state }) => state === "current");
  const progress = progressOf(items);
  const facts = await above(db, scope, head, items);
  const difference: SourceTotal = {
    label: WORDS.allBooks,
    cells: { difference: sumAmounts(progress.map((one) => one.difference)) },
  };
  return {
    ...facts,
    fields: [
      ...facts.fields,
      ...uploads.map(({ fileName, book, uploadedBy, uploadedAt, sha256 }) => ({
        label: WORDS.file(bookName(book)),
        value: WORDS.fileFacts(fileName, uploadedBy, formatMoment(uploadedAt), sha256),
      })),
    ],
    totals: [difference],
    proof: [],
    ...inMemory(progress, ({ book, month, counts, settled, items: all, difference: sum }) => ({
      kind: "entry",
      cells: {
        book: bookName(book),
        month: formatMonth(month),
        ...Object.fromEntries(OUTCOMES.map((outcome) => [outcome, counts[outcome]])),
        settled,
        open: all - settled - counts["not-keyed"],
        difference: sum,
      },
    })),
  };
}

/** What stands above each of them: the period, how far the check has come, and what the books rest on. */
async function above(db: ScopedDb, scope: Scope, head: ReportHead, items: readonly WorksheetItem[]) {
  const uploads = await rekeyedUploads(db, scope, head.laoId);
  const notKeyed = items.filter(({ outcome }) => outcome === "not-keyed").length;
  const settled = items.filter(isSettled).length;
  return {
    period: formatPeriod({ kind: "range", ...head.span }),
    fields: [
      { label: WORDS.state, value: WORDS.progress(items.length - notKeyed - settled, settled, notKeyed) },
      { label: WORDS.files, value: WORDS.fileCount(uploads.filter(({ state }) => state === "current").length) },
    ],
    reach: {
      months: monthsBetween(head.span.from, head.span.to),
      tables: ["journal", "receipts", "requisitions"],
      relatedTables: [],
      account: null,
      documents: null,
      records: null,
    },
  };
}

function sumOf(documents: readonly BookDocument[]): Amount {
  return sumAmounts(documents.map(amountOf));
}
