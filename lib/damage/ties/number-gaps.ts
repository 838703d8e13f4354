/**
 * T10: numbers that are missing between, before or behind the documents of a series, with the month that lacks them; numbers that stand
 * twice, or where they do not belong. Which month: by others that name the document, by whose books fall short, by known damage.
 */
import type { Finding } from "@/lib/finding/finding";
import { inDocumentRanges, isInDocumentRange, isOfOneSeries } from "@/lib/ledger/document-number";
import { type Amount, satang } from "@/lib/money/amount";
import type { IsoDate } from "@/lib/period/date";
import type { Month } from "@/lib/period/month";
import { type BookIndex, groupBy, sumOf } from "../book-index";
import type { EntryEvidence, LaoEvidence, ReceiptEvidence, Series } from "../evidence";
import { type NumberGap, readSeries, SERIES, type SeriesNumbers, tableOf } from "../series";
import { shortMonths } from "../short-months";
import { tieFinding } from "../tie-finding";
import type { Witnesses } from "../witnesses";

/** A gap of more numbers than this is told as a whole. */
const ONE_BY_ONE_MAX = 5_000;

/** Of ranges over two series in a month, as many are looked through. */
const MIXED_MOST = 100;

/** Its number is known, though the row could not be used. A foreign row is missing where it belongs, and its number may be another LAO's. */
const QUARANTINES: readonly Finding["code"][] = ["row/encoding", "row/shape", "row/value", "row/duplicate"];

/** Whether a number is that of a row which was kept apart; `months` are those in which its document can have been. */
type Quarantine = (no: string, months: readonly Month[]) => boolean;

function openQuarantine(findings: readonly Finding[]): Quarantine {
  const isKnown = inDocumentRanges(findings);
  // which numbers lie between documents of two series only the month tells
  const mixed = new Map<Month, Finding[]>();
  for (const finding of findings) {
    const { month, docFrom, docTo } = finding;
    if (month === null || docFrom === null || isOfOneSeries(docFrom, docTo)) continue;
    const ofMonth = mixed.get(month) ?? [];
    mixed.set(month, ofMonth);
    // the ranges of a month overlap: a few of them hold what all of them hold
    if (ofMonth.length < MIXED_MOST) ofMonth.push(finding);
  }
  return (no, months) =>
    isKnown(no) ||
    months.some((month) =>
      (mixed.get(month) ?? []).some(({ docFrom, docTo }) => isInDocumentRange(no, docFrom, docTo)),
    );
}

interface Run {
  from: number;
  to: number;
  /** One month, or those between which it cannot be told. */
  months: readonly Month[];
  /** The one month is only the likeliest. */
  isLikely: boolean;
}

export function findNumberGaps(evidence: LaoEvidence, index: BookIndex, witnesses: Witnesses): Finding[] {
  const findings: Finding[] = [];
  for (const series of SERIES) {
    const numbers = readSeries(series, evidence, index);
    if (!numbers) continue;
    const table = tableOf(series);
    const place = { code: "tie/number-gap", lao: evidence.lao, table } as const;
    const isQuarantined = openQuarantine(witnesses.about(table).filter(({ code }) => QUARANTINES.includes(code)));
    const runs = numbers.gaps.map((gap) => ({
      gap,
      runs: runsOf(gap, numbers, evidence, index, witnesses, isQuarantined),
    }));
    const runsIn = new Map<Month, number>();
    for (const run of runs.flatMap((each) => each.runs))
      for (const month of run.months) runsIn.set(month, (runsIn.get(month) ?? 0) + 1);
    for (const { gap, runs: parts } of runs)
      for (const run of parts)
        for (const month of run.months)
          findings.push(
            tieFinding(
              { ...place, month, doc: numbers.format(run.from), docTo: numbers.format(run.to) },
              {
                confidence: run.months.length === 1 && !run.isLikely ? "arithmetic" : "suspected",
                dateFrom: gap.before?.date ?? null,
                dateTo: gap.after?.date ?? null,
                count: run.to - run.from + 1,
                amount:
                  run.months.length === 1 ? amountOf(run, numbers, evidence, index, runsIn.get(month) === 1) : null,
              },
            ),
          );
    for (const { no, month, date } of numbers.strays)
      findings.push(tieFinding({ ...place, month, doc: no }, { dateFrom: date, dateTo: date, found: no, count: 1 }));
  }
  return [...findings, ...findRepeated(evidence)];
}

/** A month in which rows of the table are known to be missing, by bytes or by silence. */
function isLacking(table: string, month: Month, witnesses: Witnesses): boolean {
  if (witnesses.isDamaged(table, month)) return true;
  return (
    witnesses.isAbsent(table, month) &&
    witnesses.about(null).some((finding) => finding.code === "tie/silent-partition" && finding.month === month)
  );
}

function runsOf(
  gap: NumberGap,
  numbers: SeriesNumbers,
  evidence: LaoEvidence,
  index: BookIndex,
  witnesses: Witnesses,
  isQuarantined: Quarantine,
): Run[] {
  const { months } = evidence;
  const first = gap.before?.month ?? gap.after?.month ?? months[0];
  const last = gap.after?.month ?? months.at(-1);
  if (!first || !last) return [];
  const lowest = gap.before ? first : (months[0] ?? first);
  const range = months.filter(
    (month) => month >= (lowest < last ? lowest : last) && month <= (lowest < last ? last : lowest),
  );
  const choices = new Map<string, Choice>();
  const chooseFrom = (between: readonly Month[]): Choice => {
    const key = between.join();
    const choice = choices.get(key) ?? choose(between, gap, numbers, evidence, witnesses);
    choices.set(key, choice);
    return choice;
  };
  if (gap.to - gap.from >= ONE_BY_ONE_MAX) return [{ from: gap.from, to: gap.to, ...chooseFrom(range) }];
  const missing: { running: number; month: Month | undefined }[] = [];
  for (let running = gap.from; running <= gap.to; running += 1) {
    const no = numbers.format(running);
    const named = monthByName(gap.series, no, evidence, index);
    if (isQuarantined(no, named ? [named] : range)) continue;
    missing.push({ running, month: named && range.includes(named) ? named : undefined });
  }
  /** The month of the next missing document whose month is known. */
  const nextMonths: (Month | undefined)[] = [];
  missing.reduceRight((next: Month | undefined, { month }, at) => {
    nextMonths[at] = next;
    return month ?? next;
  }, undefined);
  const runs: Run[] = [];
  let from = range[0];
  missing.forEach(({ running, month }, at) => {
    const to = nextMonths[at] ?? range.at(-1);
    const between = range.filter((one) => (!from || one >= from) && (!to || one <= to));
    const chosen = month ? sure([month]) : chooseFrom(between.length > 0 ? between : range);
    const before = runs.at(-1);
    const goesOn = before?.to === running - 1 && before.isLikely === chosen.isLikely;
    if (goesOn && before.months.join() === chosen.months.join()) before.to = running;
    else runs.push({ from: running, to: running, ...chosen });
    from = month ?? from;
  });
  return runs;
}

/** The month of a missing document, where others name it and must stand in the same month. */
function monthByName(series: Series, no: string, { months }: LaoEvidence, index: BookIndex): Month | undefined {
  if (series === "RV") return monthOfRemittance(index.receiptsByEntry.get(no) ?? [], months, index);
  if (series === "PV") return index.requisitionsByEntry.get(no)?.find(({ cancelled }) => !cancelled)?.month;
  if (series === "treasury") return index.paymentEntries.get(no)?.[0]?.month ?? index.cheques.get(no)?.[0]?.month;
  return undefined;
}

/** Receipts of a month's last day may be remitted in the next (ARCHIVE.md); all others are in their own. */
function monthOfRemittance(
  remitted: readonly ReceiptEvidence[],
  months: readonly Month[],
  { lastReceiptDays }: BookIndex,
): Month | undefined {
  const last = remitted.reduce((latest: ReceiptEvidence | undefined, receipt) => {
    return latest && latest.date >= receipt.date ? latest : receipt;
  }, undefined);
  if (!last) return undefined;
  const isLastDay = last.date === lastReceiptDays.get(last.month) && last.month !== months.at(-1);
  return isLastDay ? undefined : last.month;
}

type Choice = Pick<Run, "months" | "isLikely">;

const sure = (months: readonly Month[]): Choice => ({ months, isLikely: false });

/** Narrows months down to one where witnesses allow; all of them otherwise. Months in the midst of a gap count only if something lacks there. */
function choose(
  range: readonly Month[],
  gap: NumberGap,
  { strays, series }: Pick<SeriesNumbers, "strays" | "series">,
  evidence: LaoEvidence,
  witnesses: Witnesses,
): Choice {
  const table = tableOf(series);
  if (range.length <= 1) return sure(range);
  // documents of that month bear numbers of no series: theirs are the missing ones
  const astray = strays.map(({ month }) => month).filter((month) => range.includes(month));
  if (astray.length === gap.to - gap.from + 1 && new Set(astray).size === 1) return sure(astray.slice(0, 1));
  const short = range.filter((month) => shortMonths(evidence, table).has(month));
  if (short.length === 1) return sure(short);
  if (short.length === 0) {
    // the counterpart of the others misses no document of theirs; of cancelled ones only the journal keeps what a counterpart shows
    const open = range.filter((month) => !isMatched(table, month, evidence, witnesses));
    if (open.length === 1) return { months: open, isLikely: table !== "journal" };
  }
  const lacking = (short.length > 0 ? short : range).filter((month) => isLacking(table, month, witnesses));
  if (lacking.length === 1) return sure(lacking);
  const ends = [gap.before?.month, gap.after?.month].filter((month) => month !== undefined);
  // behind the last and before the first document the nearest month is the likeliest
  if (ends.length === 1 && lacking.length === 0) return sure(ends);
  return sure(lacking.length > 0 ? lacking.slice(0, 2) : ends);
}

const COUNTERPARTS: Readonly<Record<string, string>> = {
  journal: "balances",
  receipts: "revenue_register",
  requisitions: "budget_lines",
};

/** The counterpart of that month was read whole: if the table does not fall short of it, it lacks nothing that counts. */
function isMatched(table: string, month: Month, { rowCounts, months }: LaoEvidence, witnesses: Witnesses): boolean {
  const counterpart = COUNTERPARTS[table];
  const isWhole = (at: Month | undefined) =>
    at !== undefined &&
    counterpart !== undefined &&
    (rowCounts.get(`${counterpart} ${at}`) ?? 0) > 0 &&
    !witnesses.isDamaged(counterpart, at);
  // the budget tells by how much it rose
  return isWhole(month) && (table !== "requisitions" || isWhole(months[months.indexOf(month) - 1]));
}

function amountOf(
  { from, to, months: [month] }: Run,
  numbers: SeriesNumbers,
  evidence: LaoEvidence,
  index: BookIndex,
  isOnly: boolean,
): Amount | null {
  if (to - from >= ONE_BY_ONE_MAX || !month) return null;
  if (numbers.series === "receipt") {
    const missing = shortMonths(evidence, "receipts").get(month);
    return isOnly && missing !== undefined ? missing : null;
  }
  let sum = 0n;
  for (let running = from; running <= to; running += 1) {
    const no = numbers.format(running);
    const amount = amountByName(numbers.series, no, index);
    if (amount === undefined) return null;
    sum += amount;
  }
  return satang(sum);
}

/** What others say that a missing document came to. */
function amountByName(series: Series, no: string, index: BookIndex): Amount | undefined {
  if (series === "RV") {
    const receipts = index.receiptsByEntry.get(no);
    return receipts && sumOf(receipts, ({ amount }) => amount);
  }
  if (series === "PV") return index.requisitionsByEntry.get(no)?.find(({ cancelled }) => !cancelled)?.gross;
  if (series === "treasury") {
    const entries = index.paymentEntries.get(no);
    return entries && sumOf(entries, ({ expenseDebit }) => expenseDebit);
  }
  return undefined;
}

interface Standing {
  readonly no: string;
  readonly month: Month;
  readonly date: IsoDate;
  readonly rowNo: number;
}

/** The same number in two months. Within a month the rows themselves showed it (row/duplicate). */
function findRepeated({ lao, entries, receipts, requisitions }: LaoEvidence): Finding[] {
  const isBalanced = ({ debit, credit }: EntryEvidence) => debit === credit;
  const tables: readonly (readonly [table: string, documents: readonly Standing[]])[] = [
    [
      "journal",
      entries.filter(isBalanced).map(({ entryNo: no, month, date, rowFrom: rowNo }) => ({ no, month, date, rowNo })),
    ],
    ["receipts", receipts.map(({ receiptNo: no, month, date, rowNo }) => ({ no, month, date, rowNo }))],
    [
      "requisitions",
      requisitions.map(({ treasuryNo: no, month, paidDate: date, rowNo }) => ({ no, month, date, rowNo })),
    ],
  ];
  return tables.flatMap(([table, documents]) => {
    if (new Set(documents.map(({ no }) => no)).size === documents.length) return [];
    const byNo = groupBy(documents, ({ no }) => no);
    return [...byNo.values()]
      .filter((same) => new Set(same.map(({ month }) => month)).size > 1)
      .flatMap((same) => {
        const inLine = same.filter((row) => isInLine(row, byNo));
        // the one that its neighbours in number stand beside is right
        const isTold = inLine.length === 1;
        return (isTold ? same.filter((row) => row !== inLine[0]) : same).map((row) =>
          tieFinding(
            { code: "tie/number-gap", lao, table, month: row.month, row, doc: row.no },
            {
              confidence: isTold ? "arithmetic" : "suspected",
              dateFrom: row.date,
              dateTo: row.date,
              found: row.no,
              count: same.length,
            },
          ),
        );
      });
  });
}

function isInLine({ no, month }: Standing, byNo: ReadonlyMap<string, readonly Standing[]>): boolean {
  const digits = /\d+/.exec(no)?.[0] ?? "";
  const beside = (by: number) =>
    byNo.get(no.replace(digits, String(Number(digits) + by).padStart(digits.length, "0"))) ?? [];
  return [...beside(-1), ...beside(1)].some((row) => row.month === month);
}
