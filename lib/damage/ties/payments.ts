/**
 * T6 and T7: a payment stands in three tables, the requisition, the payments book and the cheques. The one that disagrees with the two
 * others, or in itself, is at fault.
 */
import type { Finding } from "@/lib/finding/finding";
import { type Amount, satang, ZERO } from "@/lib/money/amount";
import { type BookIndex, sumOf } from "../book-index";
import type { ChequeEvidence, EntryEvidence, LaoEvidence, RequisitionEvidence } from "../evidence";
import { figures, tieFinding } from "../tie-finding";
import type { Witnesses } from "../witnesses";

type Figures = ReturnType<typeof figures>;

export function findPaymentMisfits(evidence: LaoEvidence, index: BookIndex, witnesses: Witnesses): Finding[] {
  const context = { evidence, index, witnesses };
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
    const renamed = bySource.length === 0 && entry ? numberByOthers(treasuryNo, entry, index) : undefined;
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
  findings.push(...withoutRequisition(taken, context));
  const stray = [...strayCheques(context), ...misdirected(shortOfCheques, context)];
  findings.push(...stray.map(({ finding }) => finding));
  for (const { requisition, missing, finding } of shortOfCheques) {
    // a cheque that names another document is told there, not a second time here or where it does not belong
    const isTold = stray.some(({ cheque }) =>
      missing > 0n
        ? cheque.amount === missing && cheque.month === requisition.month
        : cheque.amount === -missing && cheque.treasuryNo === requisition.treasuryNo,
    );
    if (!isTold) findings.push(finding);
  }
  return findings;
}

/** The number under which journal and cheques know a requisition whose own number leads nowhere. */
function numberByOthers(treasuryNo: string, { sourceNo }: EntryEvidence, index: BookIndex): string | undefined {
  const isKnown = sourceNo !== null && index.cheques.has(sourceNo) && !index.requisitions.has(sourceNo);
  return isKnown && !index.cheques.has(treasuryNo) ? sourceNo : undefined;
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
  return misfits.flatMap(({ requisition: { treasuryNo }, missing: surplus }) => {
    if (surplus >= 0n) return [];
    const places = misfits.filter(({ missing }) => missing === -surplus);
    const candidates = (index.cheques.get(treasuryNo) ?? []).filter(
      ({ amount, month }) => amount === -surplus && places.some(({ requisition }) => requisition.month === month),
    );
    const cheque = candidates.at(-1);
    const right = places.find(({ requisition }) => requisition.month === cheque?.month)?.requisition;
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
function withoutEntry(requisition: RequisitionEvidence, isPaid: boolean, { evidence, witnesses }: Context): Finding[] {
  const { lao } = evidence;
  const { month, entryNo, gross, paidDate } = requisition;
  if (entryNo === null) {
    // without entry and without cheques it lost its mark of being cancelled, which is told elsewhere
    if (!isPaid || witnesses.isDamaged("journal", month) || witnesses.isAbsent("journal", month)) return [];
    return [{ ...atRequisition(requisition, evidence, { column: "entry_no", found: null }), code: "tie/dangling" }];
  }
  const isLost =
    witnesses.isAbsent("journal", month) ||
    witnesses.isDamaged("journal", month) ||
    witnesses.about("journal").some(({ docFrom, docTo }) => isWithin(entryNo, docFrom, docTo));
  if (!isLost)
    return [{ ...atRequisition(requisition, evidence, { column: "entry_no", found: entryNo }), code: "tie/dangling" }];
  return [
    tieFinding(
      { code: "tie/cross-module", lao, table: "journal", month, doc: entryNo },
      { dateFrom: paidDate, dateTo: paidDate, ...figures(gross, ZERO) },
    ),
  ];
}

function isWithin(no: string, from: string | null, to: string | null): boolean {
  return from !== null && to !== null && no.length === from.length && no >= from && no <= to;
}

/** Entries of the payments book whose requisition is not there. */
function withoutRequisition(taken: ReadonlySet<EntryEvidence>, { evidence, index, witnesses }: Context): Finding[] {
  return evidence.entries.flatMap((entry): Finding[] => {
    const { book, sourceNo, month, date, expenseDebit } = entry;
    if (book !== "PV" || sourceNo === null || taken.has(entry) || index.requisitions.has(sourceNo)) return [];
    // found as another month's row, it is missing from its own
    const gap = witnesses
      .about("requisitions")
      .find(({ code, docFrom, docTo }) => code !== "row/foreign" && isWithin(sourceNo, docFrom, docTo));
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
function strayCheques({ evidence, index, witnesses }: Context): { cheque: ChequeEvidence; finding: Finding }[] {
  return evidence.cheques.flatMap((cheque) => {
    const { treasuryNo, month, date } = cheque;
    if (index.requisitions.has(treasuryNo)) return [];
    const isLost =
      witnesses.isAbsent("requisitions", month) ||
      index.paymentEntries.has(treasuryNo) ||
      witnesses.about("requisitions").some(({ docFrom, docTo }) => isWithin(treasuryNo, docFrom, docTo));
    if (isLost) return [];
    const finding = tieFinding(
      { code: "tie/dangling", lao: evidence.lao, table: "cheques", month, row: cheque, doc: treasuryNo },
      { column: "treasury_no", found: treasuryNo, dateFrom: date, dateTo: date },
    );
    return [{ cheque, finding }];
  });
}
