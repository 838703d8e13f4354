/**
 * บัญชีแยกประเภท of one account. Grain: the opening, then one row a journal line in order of day, document, line, with the balance after it
 * (debit-positive). Excluded: lines of other accounts. Counts and sums of whole months come from `journal_months`, and a page reads
 * at most one month of index before it, so that a page deep inside a long ledger costs what its first page costs.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { AppError } from "@/lib/errors/app-error";
import { accountDigits, formatAccountCode } from "@/lib/ledger/account-code";
import { type Amount, satang, ZERO } from "@/lib/money/amount";
import { lastDay, type Month, monthFromNumber } from "@/lib/period/month";
import type { ProofLine, RowWindow } from "@/lib/reports/document";
import type { ReportHead, ReportQueryParams, ReportRows, SourceRow } from "@/lib/reports/report-rows";
import {
  NOT_IN_CHART,
  OPENING,
  proveClosing,
  TOTAL,
  TOTAL_OF_FOUND,
  TOTAL_OF_REPORT,
  unknownOpening,
} from "@/lib/wording/reports";
import type { ScopedDb } from "../../scoped";
import { findInLines } from "./find-in-lines";
import { type JournalLine, locate, partsOf, placeAmongLines, readLines } from "./journal-lines";
import { type FoundLine, findInLedger } from "./ledger-find";
import { type AccountMonths, accountMonths, sumOfFirst } from "./ledger-months";

export async function queryLedger(db: ScopedDb, scope: Scope, params: ReportQueryParams): Promise<ReportRows> {
  const { head, input } = params;
  const account = input.account;
  if (account === null) throw new AppError("input/invalid", "โปรดระบุรหัสบัญชี");
  const parts = partsOf(input.period);
  const selection = { db, head, scope, where: sql`j.account_code = ${account}::bigint` };
  const months = await accountMonths(selection, account, parts, input.period.from);
  if (!months.isKnown) {
    throw new AppError("not-found", `ไม่พบบัญชี ${formatAccountCode(account)} ในผังบัญชีของชุดข้อมูลนี้ — โปรดเลือกบัญชีจากรายการ`);
  }
  const totals = {
    debit: sum(months.parts.map((part) => part.debit)),
    credit: sum(months.parts.map((part) => part.credit)),
  };
  const shared = {
    fields: [
      { label: "ชื่อบัญชี", value: months.name ?? NOT_IN_CHART },
      { label: "รหัสบัญชี", value: formatAccountCode(account) },
      ...(months.normalSide ? [{ label: "ด้านปกติ", value: months.normalSide === "D" ? "เดบิต" : "เครดิต" }] : []),
    ],
    proof: proofOf(head, months, totals),
    reach: {
      months: parts.map((part) => part.month),
      tables: ["journal", "balances"],
      relatedTables: [],
      account: formatAccountCode(account),
      documents: null,
      records: null,
    },
  };
  if (input.find) {
    const found = await findInLedger(selection, findInLines(input.find, "one account"), input.period);
    return {
      ...shared,
      rowCount: found.rowCount,
      totals: [
        { label: TOTAL_OF_FOUND, cells: found.sums },
        { label: TOTAL_OF_REPORT, cells: totals },
      ],
      rows: (window) => foundRows(found.rows(window), months.opening),
      place: async (places) => places.map(() => 0),
    };
  }
  const lineCount = months.parts.reduce((count, part) => count + part.lines, 0);
  return {
    ...shared,
    rowCount: lineCount + 1,
    totals: [{ label: TOTAL, cells: totals }],
    rows: (window) => ledgerRows(selection, months, window),
    // The opening stands before all lines and all markers.
    place: async (places) => (await placeAmongLines(selection, months.parts, places)).map((before) => before + 1),
  };
}

async function* ledgerRows(
  selection: Parameters<typeof readLines>[0],
  months: AccountMonths,
  window: RowWindow | undefined,
): AsyncGenerator<SourceRow> {
  const offset = window?.offset ?? 0;
  const limit = window?.limit ?? Number.POSITIVE_INFINITY;
  const first = months.parts[0];
  if (limit <= 0 || !first) return;
  if (offset === 0) yield openingRow(first.month, first.from, months.opening);
  const skip = Math.max(offset - 1, 0);
  let balance =
    months.opening === null ? null : satang(months.opening + (await sumBefore(selection, months.parts, skip)));
  for await (const line of readLines(selection, months.parts, {
    offset: skip,
    limit: offset === 0 ? limit - 1 : limit,
  })) {
    if (balance !== null) balance = satang(balance + line.debit - line.credit);
    yield lineRow(line, balance);
  }
}

/** Debit less credit of the first `count` lines. */
async function sumBefore(
  selection: Parameters<typeof readLines>[0],
  parts: AccountMonths["parts"],
  count: number,
): Promise<bigint> {
  const start = locate(parts, count);
  const whole = parts.slice(0, start.index).reduce((total, part) => total + part.debit - part.credit, 0n);
  const part = parts[start.index];
  return part && start.inMonth > 0 ? whole + (await sumOfFirst(selection, part, start.inMonth)) : whole;
}

async function* foundRows(lines: AsyncIterable<FoundLine>, opening: Amount | null): AsyncGenerator<SourceRow> {
  for await (const line of lines) yield lineRow(line, opening === null ? null : satang(opening + BigInt(line.running)));
}

function openingRow(month: Month, from: string, opening: Amount | null): SourceRow {
  const origin = { month, rowNo: null, doc: null, account: null };
  if (opening === null) return { kind: "missing", cells: {}, text: unknownOpening(month), origin };
  return { kind: "opening", cells: { date: from, description: OPENING, balance: opening }, origin };
}

function lineRow(line: JournalLine, balance: Amount | null): SourceRow {
  return {
    kind: "entry",
    cells: {
      date: line.entry_date,
      description: line.description,
      entry_no: line.entry_no,
      debit: line.debit === 0n ? null : satang(line.debit),
      credit: line.credit === 0n ? null : satang(line.credit),
      balance,
    },
    link: { reportId: "journal-document", params: { entry: line.entry_no } },
    origin: {
      month: monthFromNumber(line.month),
      rowNo: line.row_no,
      doc: line.entry_no,
      account: accountDigits(line.account_code),
    },
  };
}

/** Only where the period ends with a month that the old system closed, and both figures were read. */
function proofOf(head: ReportHead, months: AccountMonths, totals: { debit: Amount; credit: Amount }): ProofLine[] {
  const last = months.parts.at(-1);
  if (!last || months.opening === null || months.closing === null) return [];
  const isAtClose = last.to === lastDay(last.month) || last.to >= head.span.to;
  return isAtClose
    ? [proveClosing(last.month, satang(months.opening + totals.debit - totals.credit), months.closing)]
    : [];
}

function sum(amounts: readonly bigint[]): Amount {
  return amounts.length === 0 ? ZERO : satang(amounts.reduce((total, amount) => total + amount, 0n));
}
