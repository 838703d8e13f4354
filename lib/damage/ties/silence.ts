/**
 * Months and tables that are not there although others prove that they were (`tie/silent-partition`). Files that the manifest lists are
 * not silent: their loss is known from the bytes. A quiet month proves nothing, and tables of events may soundly be absent.
 */
import { tablesOf } from "@/lib/archive/tables";
import { type Finding, makeFinding } from "@/lib/finding/finding";
import { MODULES } from "@/lib/office/office";
import type { Month } from "@/lib/period/month";
import { type BookIndex, monthKey } from "../book-index";
import type { LaoEvidence } from "../evidence";
import { readSeries, SERIES, tableOf } from "../series";
import { tieFinding } from "../tie-finding";

type Proof = (month: Month) => boolean;

/** What proves of each table that it had rows in a month. */
function proofs(evidence: LaoEvidence, index: BookIndex): Readonly<Record<string, Proof>> {
  const { months, rowCounts } = evidence;
  const has = (table: string, month: Month) => (rowCounts.get(`${table} ${month}`) ?? 0) > 0;
  const isState = (table: string): Proof => {
    const others = (month: Month) => months.filter((other) => other !== month);
    return (month) => {
      const standing = others(month).filter((other) => has(table, other)).length;
      return standing >= 2 && standing * 2 >= others(month).length;
    };
  };
  const monthsOf = <Row extends { readonly month: Month }>(rows: readonly Row[], isProof: (row: Row) => boolean) => {
    const proved = new Set<Month>();
    for (const row of rows) if (isProof(row)) proved.add(row.month);
    return proved;
  };
  const paid = monthsOf(evidence.requisitions, ({ cancelled, net }) => !cancelled && net !== 0n);
  const moved = monthsOf(evidence.balances, ({ debit, credit }) => debit !== 0n || credit !== 0n);
  const named = monthsOf(evidence.requisitions, ({ cancelled, entryNo }) => !cancelled && entryNo !== null);
  const received = monthsOf(evidence.register, (row) => row.received !== 0n);
  const withReceipts = new Set(evidence.receipts.map(({ remittanceNo }) => remittanceNo));
  const remitted = monthsOf(evidence.entries, ({ book, sourceNo, entryNo }) => {
    return book === "RV" && sourceNo !== null && !withReceipts.has(sourceNo) && !index.receiptsByEntry.has(entryNo);
  });
  const paidOut = monthsOf(
    evidence.entries,
    ({ book, sourceNo }) => book === "PV" && sourceNo !== null && !index.requisitions.has(sourceNo),
  );
  const spent = spentMonths(evidence, index);
  const jumped = new Map<string, Set<Month>>();
  for (const series of SERIES)
    for (const { before, after } of readSeries(series, evidence, index)?.gaps ?? []) {
      if (!before || !after) continue;
      const between = months.filter((month) => month > before.month && month < after.month);
      // numbers that jump over one month prove that one; over several, only that one of them
      const [only] = between;
      if (between.length === 1 && only)
        jumped.set(tableOf(series), (jumped.get(tableOf(series)) ?? new Set()).add(only));
    }
  const registered = new Set(evidence.register.map(({ month }) => month));
  const balanced = new Set(evidence.balances.map(({ month }) => month));
  const lined = new Set(evidence.budgetLines.map(({ month }) => month));
  /** The counterpart of the month is there and moved nothing: numbers are missing from the months beside it. */
  const isQuiet: Readonly<Record<string, Proof>> = {
    journal: (month) => balanced.has(month) && !moved.has(month),
    receipts: (month) => registered.has(month) && !received.has(month),
    requisitions: (month) => {
      if (has("journal", month) && !paidOut.has(month)) return true;
      const before = months[months.indexOf(month) - 1];
      return lined.has(month) && before !== undefined && lined.has(before) && !spent.has(month) && !paidOut.has(month);
    },
  };
  const isJumped = (table: string, month: Month) => {
    return (jumped.get(table)?.has(month) ?? false) && !isQuiet[table]?.(month);
  };
  const cashMoved = monthsOf(evidence.movements, ({ account, debit, credit }) => {
    return account.startsWith("1101") && (debit !== 0n || credit !== 0n);
  });
  const cashBalanceMoved = monthsOf(evidence.balances, ({ account, debit, credit }) => {
    return account.startsWith("1101") && (debit !== 0n || credit !== 0n);
  });
  const hasCash = evidence.cash.length > 0;
  // one table alone may be wrong: register and cash book both speak, where both are there
  const isReceived: Proof = (month) => {
    const next = months[months.indexOf(month) + 1];
    const isRemitted = remitted.has(month) || (next !== undefined && remitted.has(next));
    if (!has("revenue_register", month)) return remitted.has(month);
    return received.has(month) && (isRemitted || !has("journal", month));
  };
  return {
    journal: (month) => moved.has(month) || named.has(month) || isJumped("journal", month),
    balances: isState("balances"),
    cash: (month) => hasCash && (cashMoved.has(month) || cashBalanceMoved.has(month)),
    receipts: (month) => isJumped("receipts", month) || isReceived(month),
    revenue_register: isState("revenue_register"),
    requisitions: (month) =>
      paidOut.has(month) || isJumped("requisitions", month) || (spent.has(month) && !has("journal", month)),
    cheques: (month) => evidence.cheques.length > 0 && paid.has(month),
    budget_lines: isState("budget_lines"),
  };
}

/** Months in which a line of the budget disbursed more than the month before. */
function spentMonths({ months, budgetLines }: LaoEvidence, index: BookIndex): Set<Month> {
  const spent = new Set<Month>();
  for (const line of budgetLines) {
    const before = months[months.indexOf(line.month) - 1];
    const last = before && index.budgetLines.get(monthKey(before, line.budgetCode));
    if (last && line.disbursed > last.disbursed) spent.add(line.month);
  }
  return spent;
}

export function findSilence(evidence: LaoEvidence, index: BookIndex): Finding[] {
  const { lao, months, rowCounts, listedFiles } = evidence;
  const proved = proofs(evidence, index);
  const isThere = (table: string, month: Month) =>
    (rowCounts.get(`${table} ${month}`) ?? 0) > 0 || hasListedRows(evidence, table, month);
  const findings: Finding[] = [];
  for (const module of MODULES)
    for (const month of months) {
      const tables = tablesOf(module).map(({ name }) => name);
      const silent = tables.filter((table) => !isThere(table, month) && proved[table]?.(month));
      if (silent.length === 0) continue;
      const isWhole = tables.every((table) => !isThere(table, month) && !listedFiles.has(`${table} ${month}`));
      if (isWhole)
        findings.push(makeFinding({ code: "tie/silent-partition", confidence: "arithmetic", lao, module, month }));
      else for (const table of silent) findings.push(tieFinding({ code: "tie/silent-partition", lao, table, month }));
    }
  return findings;
}

/** A listed file without rows is damaged in itself, or says in so many words that there were none: then its absence proves nothing. */
function hasListedRows({ listedFiles, known }: LaoEvidence, table: string, month: Month): boolean {
  return (
    listedFiles.has(`${table} ${month}`) &&
    known.some((finding) => finding.table === table && finding.month === month && finding.code !== "row/text")
  );
}
