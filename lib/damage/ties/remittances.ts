/**
 * T4: the receipts of a remittance against the entry of the cash book that takes them up. Who is at fault: a row whose reference stands
 * alone against its siblings; the journal where the entry does not balance in itself or the trial balance misses as much; else the receipts.
 */
import type { Finding } from "@/lib/finding/finding";
import { type Amount, satang } from "@/lib/money/amount";
import type { Month } from "@/lib/period/month";
import { type BookIndex, groupBy, monthKey, sumOf } from "../book-index";
import type { EntryEvidence, LaoEvidence, ReceiptEvidence } from "../evidence";
import { firstWithin } from "../first-within";
import { shortMonths } from "../short-months";
import { figures, tieFinding } from "../tie-finding";
import type { Witnesses } from "../witnesses";
import { readReferences } from "./receipt-references";

export function findRemittanceMisfits(evidence: LaoEvidence, index: BookIndex, witnesses: Witnesses): Finding[] {
  const { lao } = evidence;
  const findings: Finding[] = [];
  const receipts = evidence.receipts.filter(({ cancelled }) => !cancelled);
  const { remittanceOf, strays } = readReferences(receipts, index, witnesses);
  for (const { receipt, column, value, expected } of strays)
    findings.push(
      tieFinding(
        { code: "tie/dangling", lao, table: "receipts", month: receipt.month, row: receipt, doc: receipt.receiptNo },
        { column, found: value, expected, dateFrom: receipt.date, dateTo: receipt.date },
      ),
    );
  const byRemittance = groupBy(receipts, remittanceOf);
  const taken = new Set<EntryEvidence>();
  const lostEntry = firstWithin(
    witnesses.about("journal").filter(({ docFrom }) => docFrom?.startsWith("RV-") === true),
  );
  const cancelled = groupBy(evidence.receipts, ({ remittanceNo, cancelled }) => (cancelled ? remittanceNo : null));
  const [register, empty] = [registerMisfits(evidence), emptyMonths(evidence)];
  const context: Context = { evidence, index, witnesses, cancelled, lostEntry, register, empty };
  for (const [remittance, rows] of byRemittance) {
    const entries = entriesOf(remittance, rows, index);
    for (const entry of entries) taken.add(entry);
    const [entry] = entries;
    const received = sumOf(rows, ({ amount }) => amount);
    if (!entry) {
      for (const finding of withoutEntry(rows, received, context)) findings.push(finding);
      continue;
    }
    if (entry.sourceNo !== remittance)
      findings.push(
        tieFinding(
          { code: "tie/dangling", lao, table: "journal", month: entry.month, doc: entry.entryNo },
          {
            rowFrom: entry.rowFrom,
            rowTo: entry.rowTo,
            column: "source_no",
            expected: remittance,
            found: entry.sourceNo,
            dateFrom: entry.date,
            dateTo: entry.date,
          },
        ),
      );
    const debited = sumOf(entries, ({ cashDebit }) => cashDebit);
    if (debited === received) continue;
    const misfit = { remittance, rows, entry, expected: debited, found: received };
    findings.push(...explain(misfit, context));
  }
  for (const [remittance, entries] of index.receiptEntries) {
    const free = entries.filter((entry) => !taken.has(entry));
    if (free.length > 0 && !byRemittance.has(remittance)) findings.push(...withoutReceipts(remittance, free, context));
  }
  return findings;
}

interface Context {
  readonly evidence: LaoEvidence;
  readonly index: BookIndex;
  readonly witnesses: Witnesses;
  /** Cancelled receipts by remittance. */
  readonly cancelled: ReadonlyMap<string, readonly ReceiptEvidence[]>;
  /** What is known of a loss in which the entry of the cash book lies. */
  readonly lostEntry: (no: string) => Finding | undefined;
  readonly register: RegisterMisfits;
  readonly empty: ReadonlySet<Month>;
}

/** The entries that name the remittance; else the one that its receipts name, whose own reference must then be wrong. */
function entriesOf(remittance: string, rows: readonly ReceiptEvidence[], index: BookIndex): readonly EntryEvidence[] {
  const named = index.receiptEntries.get(remittance);
  const numbers = new Set(rows.map(({ entryNo }) => entryNo));
  if (named && named.length > 1) {
    // of several that name it, those that its receipts name too: the others' own references are wrong
    const mutual = named.filter(({ entryNo }) => numbers.has(entryNo));
    return mutual.length > 0 ? mutual : named;
  }
  if (named) return named;
  const [only] = numbers;
  if (numbers.size !== 1 || !only) return [];
  return (index.entriesByNo.get(only) ?? []).filter(({ book }) => book === "RV");
}

interface Misfit {
  readonly remittance: string;
  readonly rows: readonly ReceiptEvidence[];
  readonly entry: EntryEvidence;
  readonly expected: Amount;
  readonly found: Amount;
}

function explain(misfit: Misfit, context: Context): Finding[] {
  const { evidence, witnesses } = context;
  const { rows, entry, expected, found } = misfit;
  const missing = satang(expected - found);
  const journalFails = entry.debit !== entry.credit || entry.lines !== entry.lineNoMax;
  const isCountedRight = isRegisterRight(rows, context);
  if (journalFails && (isCountedRight || entry.debit - entry.credit === missing)) return [];
  if (isCountedRight && !witnesses.isDamaged("receipts", entry.month)) {
    const place = { code: "tie/cross-module", lao: evidence.lao, table: "journal", month: entry.month } as const;
    return [
      tieFinding(
        { ...place, doc: entry.entryNo },
        {
          rowFrom: entry.rowFrom,
          rowTo: entry.rowTo,
          dateFrom: entry.date,
          dateTo: entry.date,
          ...figures(found, expected),
        },
      ),
    ];
  }
  return [receiptsAtFault(misfit, missing, context)];
}

interface RegisterMisfits {
  /** How far the register of a month differs from all receipts there; only months of which the register has lines. */
  readonly totals: ReadonlyMap<Month, bigint>;
  /** `month code` of what the register has more or less than the receipts. */
  readonly codes: ReadonlyMap<string, bigint>;
}

function registerMisfits(evidence: LaoEvidence): RegisterMisfits {
  const counted = countedReceipts(evidence);
  const totals = new Map<Month, bigint>();
  const codes = new Map<string, bigint>();
  for (const { month, revenueCode, received } of evidence.register) {
    const key = monthKey(month, revenueCode);
    const misfit = received - (counted.get(key) ?? 0n);
    totals.set(month, (totals.get(month) ?? 0n) + misfit);
    if (misfit !== 0n) codes.set(key, misfit);
  }
  return { totals, codes };
}

/** The register of the months and codes concerned agrees with all receipts there. */
function isRegisterRight(rows: readonly ReceiptEvidence[], { index, register }: Context): boolean {
  let total = 0n;
  for (const month of new Set(rows.map((row) => row.month))) {
    const ofMonth = register.totals.get(month);
    if (ofMonth === undefined) return false;
    total += ofMonth;
  }
  return total === 0n && rows.every(({ month, revenueCode }) => index.register.has(monthKey(month, revenueCode)));
}

const counts = new WeakMap<LaoEvidence, ReadonlyMap<string, bigint>>();

/** Uncancelled receipts by `month code`. */
export function countedReceipts(evidence: LaoEvidence): ReadonlyMap<string, bigint> {
  const known = counts.get(evidence);
  if (known) return known;
  const sums = new Map<string, bigint>();
  for (const { month, revenueCode, amount, cancelled } of evidence.receipts) {
    const key = monthKey(month, revenueCode);
    if (!cancelled) sums.set(key, (sums.get(key) ?? 0n) + amount);
  }
  counts.set(evidence, sums);
  return sums;
}

function receiptsAtFault(
  { remittance, rows, entry, expected, found }: Misfit,
  missing: Amount,
  { evidence, witnesses, register, cancelled: cancelledOf }: Context,
): Finding {
  const cancelled = (cancelledOf.get(remittance) ?? []).filter(({ amount }) => amount === missing);
  const changed = rows.filter(({ month, revenueCode }) => register.codes.get(monthKey(month, revenueCode)) === missing);
  const candidates = cancelled.length > 0 ? cancelled : changed;
  const months = [...new Set(rows.map((row) => row.month))];
  const short = months.filter((month) => witnesses.isDamaged("receipts", month));
  const [only] = candidates;
  const isOne = candidates.length === 1 && only !== undefined && !witnesses.isDamaged("receipts", only.month);
  const month = isOne ? only.month : (short[0] ?? only?.month ?? months[0] ?? entry.month);
  return tieFinding(
    {
      code: "tie/cross-module",
      lao: evidence.lao,
      table: "receipts",
      month,
      doc: isOne ? only.receiptNo : remittance,
      ...(isOne ? { row: only, docTo: only.receiptNo } : {}),
    },
    {
      ...(isOne ? {} : extentOf(candidates.filter((row) => row.month === month))),
      dateFrom: isOne ? only.date : null,
      dateTo: isOne ? only.date : null,
      ...figures(expected, found),
    },
  );
}

/** The rows among which the wrong one is. */
function extentOf(rows: readonly ReceiptEvidence[]): Pick<Finding, "rowFrom" | "rowTo"> {
  return { rowFrom: rows[0]?.rowNo ?? null, rowTo: rows.at(-1)?.rowNo ?? null };
}

/** Receipts whose entry of the cash book is not there. */
function withoutEntry(
  rows: readonly ReceiptEvidence[],
  received: Amount,
  { evidence, witnesses, lostEntry }: Context,
): Finding[] {
  const { lao } = evidence;
  const [first] = rows;
  const entryNo = first?.entryNo ?? null;
  if (!first) return [];
  if (entryNo === null)
    // nothing leads to the cash book at all: the receipts are cancelled, or lost their references
    return rows.map((row) =>
      tieFinding(
        { code: "tie/dangling", lao, table: "receipts", month: row.month, row, doc: row.receiptNo },
        { column: "entry_no", found: null, expected: null },
      ),
    );
  const gap = lostEntry(entryNo);
  const month = gap?.month ?? first.month;
  const isKnown = gap !== undefined || witnesses.isDamaged("journal", month) || witnesses.isAbsent("journal", month);
  const place = {
    code: isKnown ? "tie/cross-module" : "tie/dangling",
    lao,
    table: isKnown ? "journal" : "receipts",
  } as const;
  return [
    tieFinding(
      isKnown ? { ...place, month, doc: entryNo } : { ...place, month: first.month, row: first, doc: first.receiptNo },
      isKnown
        ? { ...figures(received, satang(0n)), dateFrom: first.date, dateTo: rows.at(-1)?.date ?? first.date }
        : { column: "entry_no", found: entryNo, expected: null, docTo: rows.at(-1)?.receiptNo ?? first.receiptNo },
    ),
  ];
}

/** An entry of the cash book whose receipts are not there. */
function withoutReceipts(
  remittance: string,
  entries: readonly EntryEvidence[],
  { evidence, witnesses, empty }: Context,
): Finding[] {
  const [entry] = entries;
  const debited = sumOf(entries, ({ cashDebit }) => cashDebit);
  if (!entry || debited === 0n) return [];
  const { months } = evidence;
  const monthBefore = months[months.indexOf(entry.month) - 1];
  const candidates: Month[] = monthBefore ? [entry.month, monthBefore] : [entry.month];
  const lacking = (month: Month) =>
    witnesses.isDamaged("receipts", month) || shortMonths(evidence, "receipts").has(month);
  const month = candidates.find(lacking) ?? (empty.has(entry.month) ? candidates.at(-1) : entry.month);
  return [
    tieFinding(
      { code: "tie/cross-module", lao: evidence.lao, table: "receipts", month: month ?? entry.month, doc: remittance },
      { dateFrom: entry.date, dateTo: entry.date, ...figures(debited, satang(0n)) },
    ),
  ];
}

/** Months in which nothing was received, as the register too says. */
function emptyMonths({ register, receipts }: LaoEvidence): ReadonlySet<Month> {
  const empty = new Set(register.map(({ month }) => month));
  for (const { month, received } of register) if (received !== 0n) empty.delete(month);
  for (const { month } of receipts) empty.delete(month);
  return empty;
}
