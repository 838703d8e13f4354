/**
 * T10: numbers that are missing between, before or behind the documents of a series, with the month that lacks them; numbers that stand
 * twice, or where they do not belong. Which month: by others that name the document, by whose books fall short, by known damage.
 */
import type { Finding } from "@/lib/finding/finding";
import { inDocumentRanges } from "@/lib/ledger/document-number";
import { type Amount, satang } from "@/lib/money/amount";
import type { IsoDate } from "@/lib/period/date";
import type { Month } from "@/lib/period/month";
import { type BookIndex, groupBy, sumOf } from "../book-index";
import type { EntryEvidence, LaoEvidence, Series } from "../evidence";
import { type NumberGap, readSeries, SERIES, type SeriesNumbers, tableOf } from "../series";
import { shortMonths } from "../short-months";
import { tieFinding } from "../tie-finding";
import type { Witnesses } from "../witnesses";

/** A gap of more numbers than this is told as a whole. */
const ONE_BY_ONE_MAX = 5_000;

/** Its number is known, though the row could not be used. A foreign row is missing where it belongs, and its number may be another LAO's. */
const QUARANTINES: readonly Finding["code"][] = ["row/encoding", "row/shape", "row/value", "row/duplicate"];

interface Run {
  from: number;
  to: number;
  /** One month, or those between which it cannot be told. */
  months: readonly Month[];
}

export function findNumberGaps(evidence: LaoEvidence, index: BookIndex, witnesses: Witnesses): Finding[] {
  const findings: Finding[] = [];
  for (const series of SERIES) {
    const numbers = readSeries(series, evidence, index);
    if (!numbers) continue;
    const table = tableOf(series);
    const place = { code: "tie/number-gap", lao: evidence.lao, table } as const;
    const isQuarantined = inDocumentRanges(witnesses.about(table).filter(({ code }) => QUARANTINES.includes(code)));
    const runs = numbers.gaps.map((gap) => ({
      gap,
      runs: runsOf(gap, numbers, evidence, index, witnesses, isQuarantined),
    }));
    const runsIn = new Map<Month, number>();
    for (const run of runs.flatMap((each) => each.runs))
      for (const month of run.months) runsIn.set(month, (runsIn.get(month) ?? 0) + 1);
    for (const { gap, runs: parts } of runs)
      for (const { from, to, months } of parts)
        for (const month of months)
          findings.push(
            tieFinding(
              { ...place, month, doc: numbers.format(from), docTo: numbers.format(to) },
              {
                confidence: months.length === 1 ? "arithmetic" : "suspected",
                dateFrom: gap.before?.date ?? null,
                dateTo: gap.after?.date ?? null,
                count: to - from + 1,
                amount:
                  months.length === 1
                    ? amountOf({ from, to, months }, numbers, evidence, index, runsIn.get(month) === 1)
                    : null,
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
  isQuarantined: (no: string) => boolean,
): Run[] {
  const { months } = evidence;
  const first = gap.before?.month ?? gap.after?.month ?? months[0];
  const last = gap.after?.month ?? months.at(-1);
  if (!first || !last) return [];
  const lowest = gap.before ? first : (months[0] ?? first);
  const range = months.filter(
    (month) => month >= (lowest < last ? lowest : last) && month <= (lowest < last ? last : lowest),
  );
  if (gap.to - gap.from >= ONE_BY_ONE_MAX)
    return [{ from: gap.from, to: gap.to, months: choose(range, gap, numbers, evidence, witnesses) }];
  const missing: { running: number; month: Month | undefined }[] = [];
  for (let running = gap.from; running <= gap.to; running += 1) {
    const no = numbers.format(running);
    if (isQuarantined(no)) continue;
    const named = monthByName(gap.series, no, index);
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
    const where = month ? [month] : choose(between.length > 0 ? between : range, gap, numbers, evidence, witnesses);
    const before = runs.at(-1);
    if (before && before.to === running - 1 && before.months.join() === where.join()) before.to = running;
    else runs.push({ from: running, to: running, months: where });
    from = month ?? from;
  });
  return runs;
}

/** The month of a missing document, where others name it and must stand in the same month. */
function monthByName(series: Series, no: string, index: BookIndex): Month | undefined {
  if (series === "PV") return index.requisitionsByEntry.get(no)?.find(({ cancelled }) => !cancelled)?.month;
  if (series === "treasury") return index.paymentEntries.get(no)?.[0]?.month ?? index.cheques.get(no)?.[0]?.month;
  return undefined;
}

/** Narrows months down to one where witnesses allow; all of them otherwise. Months in the midst of a gap count only if something lacks there. */
function choose(
  range: readonly Month[],
  gap: NumberGap,
  { strays, series }: Pick<SeriesNumbers, "strays" | "series">,
  evidence: LaoEvidence,
  witnesses: Witnesses,
): readonly Month[] {
  const table = tableOf(series);
  if (range.length <= 1) return range;
  // documents of that month bear numbers of no series: theirs are the missing ones
  const astray = new Set(strays.map(({ month }) => month).filter((month) => range.includes(month)));
  if (strays.length === gap.to - gap.from + 1 && astray.size === 1) return [...astray];
  const short = range.filter((month) => shortMonths(evidence, table).has(month));
  if (short.length === 1) return short;
  const lacking = (short.length > 0 ? short : range).filter((month) => isLacking(table, month, witnesses));
  if (lacking.length === 1) return lacking;
  const ends = [gap.before?.month, gap.after?.month].filter((month) => month !== undefined);
  // behind the last and before the first document the nearest month is the likeliest
  if (ends.length === 1 && lacking.length === 0) return ends;
  return lacking.length > 0 ? lacking.slice(0, 2) : ends;
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
