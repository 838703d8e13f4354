/**
 * บัญชีแยกประเภท of one account. Grain: the opening, then one row a journal line in order of day, document, line, with the balance after it
 * (debit-positive); of one unit, its lines alone, for the archive has no balances of units. Excluded: lines of other accounts. Counts and sums of whole months come from `journal_months`, and a page reads
 * at most one month of index before it, so that a page deep inside a long ledger costs what its first page costs.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { AppError } from "@/lib/errors/app-error";
import { accountDigits, formatAccountCode } from "@/lib/ledger/account-code";
import { type Amount, satang, ZERO } from "@/lib/money/amount";
import { lastDay, type Month, monthFromNumber } from "@/lib/period/month";
import type { ProofLine, ReportRow, RowWindow } from "@/lib/reports/document";
import type { ReportHead, ReportQueryParams, ReportRows, SourceRow, SourceTotal } from "@/lib/reports/report-rows";
import {
  missingLinesSentence,
  missingNetSentence,
  provedOpeningSentence,
  withProvedRows,
} from "@/lib/wording/reconstruction";
import {
  NO_BALANCES_OF_UNITS,
  NOT_IN_CHART,
  NOTE,
  OPENING,
  proveClosing,
  TOTAL,
  TOTAL_OF_FOUND,
  TOTAL_OF_REPORT,
  unknownOpening,
} from "@/lib/wording/reports";
import type { ScopedDb } from "../../scoped";
import { type MissingLines, missingLines } from "../reconstructions/missing-lines";
import { provedBalances } from "../reconstructions/proved-balances";
import { findInLines } from "./find-in-lines";
import { type JournalLine, type LineSelection, locate, partsOf, placeAmongLines, readLines } from "./journal-lines";
import { type FoundLine, findInLedger } from "./ledger-find";
import { type AccountMonths, accountMonths, sumOfFirst } from "./ledger-months";
import { ofUnit } from "./of-unit";

export async function queryLedger(db: ScopedDb, scope: Scope, params: ReportQueryParams): Promise<ReportRows> {
  const { head, input } = params;
  const account = input.account;
  if (account === null) throw new AppError("input/invalid", "โปรดระบุรหัสบัญชี");
  const parts = partsOf(input.period);
  const selection = { db, head, scope, where: sql`j.account_code = ${account}::bigint` };
  const read = await accountMonths(selection, account, parts, input.period.from);
  const opening = await provedOpening(selection, account, read);
  const months = opening ? { ...read, opening: opening.amount } : read;
  if (!months.isKnown) {
    throw new AppError("not-found", `ไม่พบบัญชี ${formatAccountCode(account)} ในผังบัญชีของชุดข้อมูลนี้ — โปรดเลือกบัญชีจากรายการ`);
  }
  if (input.chosen.unit !== undefined) return unitLedger(selection, params, months, input.chosen.unit);
  const missing = await missingLines(selection, account, months.parts);
  const totals = {
    debit: sum([...months.parts.map((part) => part.debit), ...missing.months.map((month) => month.missing.debit)]),
    credit: sum([...months.parts.map((part) => part.credit), ...missing.months.map((month) => month.missing.credit)]),
  };
  const proved: Pick<SourceTotal, "proved"> =
    missing.isDamaged && missing.isDetermined ? { proved: missing.months.length > 0 ? "completed" : "complete" } : {};
  const shared = {
    fields: fieldsOf(account, months),
    proof: proofOf(head, months, totals).map(missing.months.length > 0 ? withProvedRows : (line) => line),
    reach: reachOf(account, months, ["journal", "balances"]),
  };
  if (input.find) {
    const found = await findInLedger(selection, findInLines(input.find, "one account"), input.period);
    return {
      ...shared,
      rowCount: found.rowCount,
      totals: [
        { label: TOTAL_OF_FOUND, cells: found.sums },
        { label: TOTAL_OF_REPORT, cells: totals, ...proved },
      ],
      rows: (window) => foundRows(found.rows(window), months.opening),
      place: async (places) => places.map(() => 0),
    };
  }
  const lineCount = months.parts.reduce((count, part) => count + part.lines, 0);
  return {
    ...shared,
    rowCount: lineCount + 1,
    totals: [{ label: TOTAL, cells: totals, ...proved }],
    provedRows: missing.months.map((month) => ({
      place: { at: "end-of-month", month: month.month },
      row: missingRow(month, months, missing),
    })),
    rows: (window) => ledgerRows(selection, { ...months, missing, openingProof: opening?.text }, window),
    // The opening stands before all lines and all markers.
    place: async (places) => (await placeAmongLines(selection, months.parts, places)).map((before) => before + 1),
  };
}

function fieldsOf(account: bigint, { name, normalSide }: AccountMonths): ReportRows["fields"] {
  return [
    { label: "ชื่อบัญชี", value: name ?? NOT_IN_CHART },
    { label: "รหัสบัญชี", value: formatAccountCode(account) },
    ...(normalSide ? [{ label: "ด้านปกติ", value: normalSide === "D" ? "เดบิต" : "เครดิต" }] : []),
  ];
}

function reachOf(account: bigint, { parts }: AccountMonths, tables: readonly string[]): ReportRows["reach"] {
  return {
    months: parts.map((part) => part.month),
    tables,
    relatedTables: [],
    account: formatAccountCode(account),
    documents: null,
    records: null,
  };
}

/** Lines of the account that name the unit. What the month lacks cannot be told apart by unit, so nothing is proved here. */
async function unitLedger(
  selection: LineSelection,
  { input }: ReportQueryParams,
  months: AccountMonths,
  unit: string,
): Promise<ReportRows> {
  const { find, period } = input;
  const account = input.account ?? 0n;
  const ofThisUnit = ofUnit(unit, sql`j.unit_code`);
  const whole = await findInLedger(selection, ofThisUnit, period);
  const found = find
    ? await findInLedger(selection, sql`${ofThisUnit} and ${findInLines(find, "one account")}`, period)
    : whole;
  return {
    fields: [...fieldsOf(account, months), { label: NOTE, value: NO_BALANCES_OF_UNITS }],
    proof: [],
    reach: reachOf(account, months, ["journal"]),
    rowCount: found.rowCount,
    totals: find
      ? [
          { label: TOTAL_OF_FOUND, cells: found.sums },
          { label: TOTAL_OF_REPORT, cells: whole.sums },
        ]
      : [{ label: TOTAL, cells: whole.sums }],
    rows: (window) => foundRows(found.rows(window), null),
    place: async (places) => places.map(() => 0),
  };
}

/** The months of an account with what is proved of them. */
interface ProvedMonths extends AccountMonths {
  readonly missing: MissingLines;
  readonly openingProof: string | undefined;
}

async function* ledgerRows(
  selection: Parameters<typeof readLines>[0],
  months: ProvedMonths,
  window: RowWindow | undefined,
): AsyncGenerator<SourceRow> {
  const offset = window?.offset ?? 0;
  const limit = window?.limit ?? Number.POSITIVE_INFINITY;
  const first = months.parts[0];
  if (limit <= 0 || !first) return;
  if (offset === 0) yield openingRow(first.month, first.from, months.opening, months.openingProof);
  const skip = Math.max(offset - 1, 0);
  let balance =
    months.opening === null ? null : satang(months.opening + (await sumBefore(selection, months.parts, skip)));
  // Lines that are missing stand at the end of their month, before those of the next.
  const ahead = [...months.missing.months];
  for await (const line of readLines(selection, months.parts, {
    offset: skip,
    limit: offset === 0 ? limit - 1 : limit,
  })) {
    for (let gap = ahead[0]; gap && gap.month < monthFromNumber(line.month); gap = ahead[0]) {
      if (balance !== null) balance = satang(balance + netOf(gap));
      ahead.shift();
    }
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

function netOf({ missing }: MissingLines["months"][number]): bigint {
  return missing.debit - missing.credit;
}

/** What the month lacks, with the balance that the lines which were read and those that are missing come to. */
function missingRow(
  gap: MissingLines["months"][number],
  { opening, parts }: AccountMonths,
  { months }: MissingLines,
): ReportRow {
  const upTo = <Part extends { readonly month: Month }>(list: readonly Part[]) =>
    list.filter((part) => part.month <= gap.month);
  const moved =
    upTo(parts).reduce((total, part) => total + part.debit - part.credit, 0n) +
    upTo(months).reduce((total, month) => total + netOf(month), 0n);
  const { missing, read, by } = gap;
  return {
    kind: "reconstructed",
    cells: {
      debit: missing.debit === 0n ? null : missing.debit,
      credit: missing.credit === 0n ? null : missing.credit,
      balance: opening === null ? null : satang(opening + moved),
    },
    text: "closed" in by ? missingLinesSentence(gap.month, by.closed, read) : missingNetSentence(gap.month, by, read),
    link: { reportId: "trial-balance", params: { month: gap.month } },
  };
}

/** The opening of an account whose row in the first month's trial balance was not read; undefined where it was, or is not proved. */
async function provedOpening(
  { db, scope, head }: Parameters<typeof readLines>[0],
  account: bigint,
  { opening, parts }: AccountMonths,
): Promise<{ readonly amount: Amount; readonly text: string } | undefined> {
  const [first] = parts;
  // Only from the month's first day on: what moved before another day is not proved.
  if (opening !== null || !first || (!first.from.endsWith("-01") && first.from !== head.span.from)) return undefined;
  const proved = await provedBalances(db, scope, { head, month: first.month });
  const found = proved?.accounts.find(({ code }) => code === account);
  if (!proved || !found) return undefined;
  return { amount: found.proved.opening, text: provedOpeningSentence(found.proved, found.sources, proved.months) };
}

function openingRow(month: Month, from: string, opening: Amount | null, proof: string | undefined): SourceRow {
  const origin = { month, rowNo: null, doc: null, account: null };
  if (opening === null) return { kind: "missing", cells: {}, text: unknownOpening(month), origin };
  const cells = { date: from, description: OPENING, balance: opening };
  return proof === undefined ? { kind: "opening", cells, origin } : { kind: "reconstructed", cells, text: proof };
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
