/**
 * T6 and T7: a payment stands in three tables, the requisition, the payments book and the cheques. The one that disagrees with the two
 * others, or in itself, is at fault.
 */
import type { Finding } from "@/lib/finding/finding";
import { type Amount, satang, ZERO } from "@/lib/money/amount";
import { type BookIndex, groupBy, sumOf } from "../book-index";
import type { ChequeEvidence, EntryEvidence, LaoEvidence, RequisitionEvidence } from "../evidence";
import { firstWithin } from "../first-within";
import { isNearSeries } from "../series";
import { figures, tieFinding } from "../tie-finding";
import type { Witnesses } from "../witnesses";

type Figures = ReturnType<typeof figures>;

export function findPaymentMisfits(evidence: LaoEvidence, index: BookIndex, witnesses: Witnesses): Finding[] {
  const lostRequisitions = witnesses.about("requisitions");
  const context: Context = {
    evidence,
    index,
    witnesses,
    lostEntry: firstWithin(witnesses.about("journal")),
    lostRequisition: firstWithin(lostRequisitions),
    // found as another month's row, it is missing from its own
    missingRequisition: firstWithin(lostRequisitions.filter(({ code }) => code !== "row/foreign")),
  };
  const findings: Finding[] = [];
  const taken = new Set<EntryEvidence>();
  const shortOfCheques: { requisition: RequisitionEvidence; missing: bigint; finding: Finding }[] = [];
  for (const requisition of evidence.requisitions) {
    if (requisition.cancelled) continue;
    const { treasuryNo, net, entryNo } = requisition;
    const bySource = index.paymentEntries.get(treasuryNo) ?? [];
    const byNumber = entryNo === null ? [] : (index.entriesByNo.get(entryNo) ?? []).filter(({ book }) => book === "PV");
    const entries = bySource.length > 0 ? bySource : byNumber;
    for (const entry of entries) taken.add(entry);
    const [entry] = entries;
    const renamed = bySource.length === 0 && entry ? numberByOthers(treasuryNo, entry, context) : undefined;
    const cheques = index.cheques.get(renamed ?? treasuryNo) ?? [];
    if (renamed)
      findings.push({
        ...atRequisition(requisition, evidence, { column: "treasury_no", expected: renamed, found: treasuryNo }),
        code: "tie/dangling",
      });
    else if (entry) findings.push(...atReferences(requisition, entry, bySource, byNumber, context));
    else findings.push(...withoutEntry(requisition, cheques.length > 0, context));
    const wrong = wrongFigures(requisition, entries, cheques);
    if (wrong) {
      const { by, ...more } = wrong;
      if (by === "requisition") findings.push(atRequisition(requisition, evidence, more));
      else if (entry && entry.debit === entry.credit && entry.lines === entry.lineNoMax)
        findings.push(atEntry(entry, evidence, more));
    }
    const paid = sumOf(cheques, ({ amount }) => amount);
    const isNetWrong = wrong?.by === "requisition" && entry?.cashCredit === paid;
    if (paid === net || isNetWrong || isWithoutCheques(requisition, context)) continue;
    const finding = atCheques(requisition, cheques, paid, evidence);
    shortOfCheques.push({ requisition, missing: net - paid, finding });
  }
  for (const finding of withoutRequisition(taken, context)) findings.push(finding);
  const stray = [...strayCheques(context), ...misdirected(shortOfCheques, context)];
  for (const { finding } of stray) findings.push(finding);
  const inMonth = new Set(stray.map(({ cheque }) => `${cheque.amount} ${cheque.month}`));
  const underNumber = new Set(stray.map(({ cheque }) => `${cheque.amount} ${cheque.treasuryNo}`));
  for (const { requisition, missing, finding } of shortOfCheques) {
    // a cheque that names another document is told there, not a second time here or where it does not belong
    const isTold =
      missing > 0n
        ? inMonth.has(`${missing} ${requisition.month}`)
        : underNumber.has(`${-missing} ${requisition.treasuryNo}`);
    if (!isTold) findings.push(finding);
  }
  return findings;
}

/** The number under which journal and cheques know a requisition whose own number leads nowhere; without cheques, if its own belongs to no series. */
function numberByOthers(
  treasuryNo: string,
  { sourceNo }: EntryEvidence,
  { index, witnesses }: Context,
): string | undefined {
  if (sourceNo === null || index.requisitions.has(sourceNo) || index.cheques.has(treasuryNo)) return undefined;
  return index.cheques.has(sourceNo) || witnesses.isAstray(treasuryNo) ? sourceNo : undefined;
}

interface Short {
  readonly requisition: RequisitionEvidence;
  /** Negative where cheques come to more than the requisition. */
  readonly missing: bigint;
}

/** Cheques that stand under one requisition too many and are missing from another by the same amount. */
function misdirected(
  misfits: readonly Short[],
  { evidence, index }: Context,
): { cheque: ChequeEvidence; finding: Finding }[] {
  const places = groupBy(misfits, ({ requisition, missing }) => `${missing} ${requisition.month}`);
  return misfits.flatMap(({ requisition: { treasuryNo }, missing: surplus }) => {
    if (surplus >= 0n) return [];
    const candidates = (index.cheques.get(treasuryNo) ?? []).filter(
      ({ amount, month }) => amount === -surplus && places.has(`${-surplus} ${month}`),
    );
    const cheque = candidates.at(-1);
    const right = places.get(`${-surplus} ${cheque?.month}`)?.[0]?.requisition;
    if (!cheque || !right) return [];
    const finding = tieFinding(
      { code: "tie/dangling", lao: evidence.lao, table: "cheques", month: cheque.month, row: cheque, doc: treasuryNo },
      {
        column: "treasury_no",
        expected: right.treasuryNo,
        found: treasuryNo,
        dateFrom: cheque.date,
        dateTo: cheque.date,
      },
    );
    return [{ cheque, finding }];
  });
}

interface Context {
  readonly evidence: LaoEvidence;
  readonly index: BookIndex;
  readonly witnesses: Witnesses;
  /** What is known of a loss in which the document lies. */
  readonly lostEntry: (no: string) => Finding | undefined;
  readonly lostRequisition: (no: string) => Finding | undefined;
  readonly missingRequisition: (no: string) => Finding | undefined;
}

/** The table is absent as a whole: told as such, not payment by payment. */
function isWithoutCheques({ month }: RequisitionEvidence, { witnesses }: Context): boolean {
  return witnesses.isAbsent("cheques", month);
}

function wrongFigures(
  requisition: RequisitionEvidence,
  entries: readonly EntryEvidence[],
  cheques: readonly ChequeEvidence[],
): (Figures & { readonly by: "requisition" | "entry" }) | undefined {
  const { goodsValue, vat, gross, withholdingTax, otherDeductions, net } = requisition;
  const isWhole = goodsValue + vat === gross && gross - withholdingTax - otherDeductions === net;
  const booked = sumOf(entries, ({ expenseDebit }) => expenseDebit);
  const credited = sumOf(entries, ({ cashCredit }) => cashCredit);
  const paid = sumOf(cheques, ({ amount }) => amount);
  const hasEntry = entries.length > 0;
  const isBooked = !hasEntry || (booked === gross && credited === net);
  if (isWhole && isBooked) return undefined;
  if (isWhole && paid === net && gross - net === withholdingTax + otherDeductions)
    // requisition and cheques agree, so the payments book is wrong
    return { by: "entry", ...(booked === gross ? figures(net, credited) : figures(gross, booked)) };
  const by = "requisition";
  if (hasEntry && booked !== gross) return { by, ...figures(booked, gross) };
  if (hasEntry && credited !== net) return { by, ...figures(credited, net) };
  if (!hasEntry && paid !== net && paid !== 0n) return { by, ...figures(paid, net) };
  if (goodsValue + vat !== gross) return { by, ...figures(gross, satang(goodsValue + vat)) };
  return { by, ...figures(satang(gross - net), satang(withholdingTax + otherDeductions)) };
}

function atRequisition(row: RequisitionEvidence, { lao }: LaoEvidence, more: Partial<Finding>): Finding {
  return tieFinding(
    { code: "tie/cross-module", lao, table: "requisitions", month: row.month, row, doc: row.treasuryNo },
    { dateFrom: row.paidDate, dateTo: row.paidDate, ...more },
  );
}

function atEntry(entry: EntryEvidence, { lao }: LaoEvidence, more: Partial<Finding>, isDangling = false): Finding {
  const { month, entryNo, rowFrom, rowTo, date } = entry;
  return tieFinding(
    { code: isDangling ? "tie/dangling" : "tie/cross-module", lao, table: "journal", month, doc: entryNo },
    { rowFrom, rowTo, dateFrom: date, dateTo: date, ...more },
  );
}

/** Requisition and entry name each other; where only one does, the reference of the other is damaged. */
function atReferences(
  requisition: RequisitionEvidence,
  entry: EntryEvidence,
  bySource: readonly EntryEvidence[],
  byNumber: readonly EntryEvidence[],
  { evidence, witnesses }: Context,
): Finding[] {
  if (bySource.some(({ entryNo }) => entryNo === requisition.entryNo || witnesses.isAstray(entryNo))) return [];
  if (bySource.length > 0)
    return [
      {
        ...atRequisition(requisition, evidence, {
          column: "entry_no",
          expected: entry.entryNo,
          found: requisition.entryNo,
        }),
        code: "tie/dangling",
      },
    ];
  return byNumber.length > 0
    ? [atEntry(entry, evidence, { column: "source_no", expected: requisition.treasuryNo, found: entry.sourceNo }, true)]
    : [];
}

/** Nothing in the payments book: it lost the entry, or the requisition names what never was. */
function withoutEntry(
  requisition: RequisitionEvidence,
  isPaid: boolean,
  { evidence, index, witnesses, lostEntry }: Context,
): Finding[] {
  const { lao } = evidence;
  const { month, entryNo, gross, paidDate } = requisition;
  if (entryNo === null) {
    // without entry and without cheques it lost its mark of being cancelled, which is told elsewhere
    if (!isPaid || witnesses.isDamaged("journal", month) || witnesses.isAbsent("journal", month)) return [];
    return [{ ...atRequisition(requisition, evidence, { column: "entry_no", found: null }), code: "tie/dangling" }];
  }
  const isLost =
    (witnesses.isAbsent("journal", month) ||
      witnesses.isDamaged("journal", month) ||
      lostEntry(entryNo) !== undefined) &&
    isNearSeries("PV", entryNo, evidence, index);
  if (!isLost)
    return [{ ...atRequisition(requisition, evidence, { column: "entry_no", found: entryNo }), code: "tie/dangling" }];
  return [
    tieFinding(
      { code: "tie/cross-module", lao, table: "journal", month, doc: entryNo },
      { dateFrom: paidDate, dateTo: paidDate, ...figures(gross, ZERO) },
    ),
  ];
}

/** Entries of the payments book whose requisition is not there. */
function withoutRequisition(
  taken: ReadonlySet<EntryEvidence>,
  { evidence, index, missingRequisition }: Context,
): Finding[] {
  return evidence.entries.flatMap((entry): Finding[] => {
    const { book, sourceNo, month, date, expenseDebit } = entry;
    if (book !== "PV" || sourceNo === null || taken.has(entry) || index.requisitions.has(sourceNo)) return [];
    const gap = missingRequisition(sourceNo);
    return [
      tieFinding(
        {
          code: "tie/cross-module",
          lao: evidence.lao,
          table: "requisitions",
          month: gap?.month ?? month,
          doc: sourceNo,
        },
        { dateFrom: date, dateTo: date, ...figures(expenseDebit, ZERO) },
      ),
    ];
  });
}

function atCheques(
  requisition: RequisitionEvidence,
  cheques: readonly ChequeEvidence[],
  paid: Amount,
  { lao }: LaoEvidence,
): Finding {
  const [only] = cheques;
  const isOne = cheques.length === 1 && only !== undefined;
  return tieFinding(
    {
      code: "tie/cross-module",
      lao,
      table: "cheques",
      month: only?.month ?? requisition.month,
      row: isOne ? only : undefined,
      doc: requisition.treasuryNo,
    },
    {
      dateFrom: only?.date ?? requisition.paidDate,
      dateTo: only?.date ?? requisition.paidDate,
      ...figures(requisition.net, paid),
    },
  );
}

/** Cheques whose requisition is not there, though nothing says that it was lost. */
function strayCheques({
  evidence,
  index,
  witnesses,
  lostRequisition,
}: Context): { cheque: ChequeEvidence; finding: Finding }[] {
  return evidence.cheques.flatMap((cheque) => {
    const { treasuryNo, month, date } = cheque;
    if (index.requisitions.has(treasuryNo)) return [];
    const isLost =
      witnesses.isAbsent("requisitions", month) ||
      index.paymentEntries.has(treasuryNo) ||
      lostRequisition(treasuryNo) !== undefined;
    if (isLost) return [];
    const finding = tieFinding(
      { code: "tie/dangling", lao: evidence.lao, table: "cheques", month, row: cheque, doc: treasuryNo },
      { column: "treasury_no", found: treasuryNo, dateFrom: date, dateTo: date },
    );
    return [{ cheque, finding }];
  });
}
