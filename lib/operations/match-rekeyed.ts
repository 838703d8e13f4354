/**
 * The worksheet of one LAO inside the caller's transaction: part of the operations on re-keyed books and of their reports. What was matched is kept
 * for a while, by what it was matched from: an archive never changes, and an upload gets a new version.
 */
import { findings as queryFindings } from "@/db/queries/findings";
import { archiveDocuments } from "@/db/queries/rekeyed/archive-documents";
import { rekeyedDecisions, rekeyedDocuments, rekeyedVersion } from "@/db/queries/rekeyed/rekeyed-books";
import type { ScopedDb } from "@/db/scoped";
import type { Scope } from "@/lib/access/scope";
import { AppError } from "@/lib/errors/app-error";
import type { BookDocument } from "@/lib/rekeyed/book-document";
import { type AccountTotal, totalByAccount } from "@/lib/rekeyed/match/account-totals";
import { matchBooks } from "@/lib/rekeyed/match/match-books";
import type { MatchResult } from "@/lib/rekeyed/match/match-result";
import { makeWorksheet, type WorksheetItem } from "@/lib/rekeyed/worksheet";
import type { ReportHead } from "@/lib/reports/report-rows";
import { LIVE_BOOKS } from "@/lib/wording/rekeyed";

export interface MatchedBooks {
  readonly items: readonly WorksheetItem[];
  /** Only of books of which something was keyed again. */
  readonly totals: readonly AccountTotal[];
}

interface Kept {
  readonly key: string;
  readonly result: MatchResult;
  readonly totals: readonly AccountTotal[];
}

const KEPT_MOST = 8;
/** Of one LAO; they are bounded by table and month when they are made. */
const FINDINGS_MOST = 10_000;
const kept: Kept[] = [];

export async function matchRekeyed(db: ScopedDb, scope: Scope, head: ReportHead): Promise<MatchedBooks> {
  const { laoId, snapshotNo, snapshot } = head;
  if (snapshot.kind === "live") throw new AppError("input/invalid", LIVE_BOOKS.notAgainstItself);
  const version = await rekeyedVersion(db, scope, laoId);
  // what stood in other LAOs' rows is told to administrators only
  const key = `${snapshotNo} ${laoId} ${scope.isAdministrator} ${version}`;
  const known = kept.find((one) => one.key === key) ?? (await match(db, scope, head, key));
  return { items: makeWorksheet(known.result, await rekeyedDecisions(db, scope, laoId)), totals: known.totals };
}

async function match(db: ScopedDb, scope: Scope, head: ReportHead, key: string): Promise<Kept> {
  const rekeyed = await rekeyedDocuments(db, scope, head.laoId);
  const books = new Set(rekeyed.map(({ book }) => book));
  // Each month of a budget is a whole: one that was not sent is not one that is still to be keyed.
  const budgetMonths = new Set(rekeyed.flatMap(({ book, date }) => (book === "budget" ? [date] : [])));
  const isKeyed = ({ book, date }: BookDocument) => (book === "budget" ? budgetMonths.has(date) : books.has(book));
  const archive = books.size === 0 ? [] : (await archiveDocuments(db, scope, head)).filter(isKeyed);
  const place = { snapshotNo: head.snapshotNo, laoCode: head.lao.code, limit: FINDINGS_MOST };
  const findings = books.size === 0 ? [] : (await queryFindings(db, scope, place)).findings;
  const fresh = { key, result: matchBooks({ archive, rekeyed, findings }), totals: totalByAccount(archive, rekeyed) };
  kept.push(fresh);
  if (kept.length > KEPT_MOST) kept.shift();
  return fresh;
}
