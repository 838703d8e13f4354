/** Months in which a table falls short of what its counterpart says: journal against trial balance, receipts against the register, requisitions against the budget. */
import { type Amount, satang } from "@/lib/money/amount";
import type { Month } from "@/lib/period/month";
import { monthKey, spentByLine } from "./book-index";
import type { LaoEvidence } from "./evidence";

export type ShortMonths = ReadonlyMap<Month, Amount>;

const cache = new WeakMap<LaoEvidence, Map<string, ShortMonths>>();

/** By month what is missing altogether: debits of the journal, receipts, gross of requisitions. Months that do not fall short are not there. */
export function shortMonths(evidence: LaoEvidence, table: string): ShortMonths {
  const known = cache.get(evidence) ?? new Map<string, ShortMonths>();
  cache.set(evidence, known);
  const before = known.get(table);
  if (before) return before;
  const fresh =
    table === "journal"
      ? shortJournal(evidence)
      : table === "receipts"
        ? shortReceipts(evidence)
        : shortRequisitions(evidence);
  known.set(table, fresh);
  return fresh;
}

function add(months: Map<Month, Amount>, month: Month, by: bigint): void {
  if (by > 0n) months.set(month, satang((months.get(month) ?? 0n) + by));
}

/** Documents that are gone leave debits and credits missing; where one side alone is, a figure was changed, or rows of the trial balance are gone too. */
function shortJournal({ movements, balances, known }: LaoEvidence): ShortMonths {
  const moved = new Map(movements.map((row) => [monthKey(row.month, row.account), row]));
  const missing = new Map<Month, { debit: bigint; credit: bigint }>();
  for (const { month, account, debit, credit } of balances) {
    const movement = moved.get(monthKey(month, account));
    const [debitMissing, creditMissing] = [debit - (movement?.debit ?? 0n), credit - (movement?.credit ?? 0n)];
    if (debitMissing <= 0n && creditMissing <= 0n) continue;
    const sum = missing.get(month) ?? { debit: 0n, credit: 0n };
    if (debitMissing > 0n) sum.debit += debitMissing;
    if (creditMissing > 0n) sum.credit += creditMissing;
    missing.set(month, sum);
  }
  const hurt = new Set(known.flatMap(({ table, month }) => (table === "balances" ? [month] : [])));
  const months = new Map<Month, Amount>();
  for (const [month, { debit, credit }] of missing)
    if ((debit > 0n && credit > 0n) || hurt.has(month)) months.set(month, satang(debit));
  return months;
}

function shortReceipts({ receipts, register }: LaoEvidence): ShortMonths {
  const received = new Map<string, bigint>();
  for (const { month, revenueCode, amount, cancelled } of receipts) {
    const key = monthKey(month, revenueCode);
    if (!cancelled) received.set(key, (received.get(key) ?? 0n) + amount);
  }
  const months = new Map<Month, Amount>();
  for (const row of register)
    add(months, row.month, row.received - (received.get(monthKey(row.month, row.revenueCode)) ?? 0n));
  return months;
}

function shortRequisitions({ months: all, requisitions, budgetLines }: LaoEvidence): ShortMonths {
  const spent = spentByLine(requisitions);
  const lines = new Map(budgetLines.map((line) => [monthKey(line.month, line.budgetCode), line]));
  const months = new Map<Month, Amount>();
  for (const line of budgetLines) {
    const monthBefore = all[all.indexOf(line.month) - 1];
    const before = monthBefore && lines.get(monthKey(monthBefore, line.budgetCode));
    if (before)
      add(
        months,
        line.month,
        line.disbursed - before.disbursed - (spent.get(monthKey(line.month, line.budgetCode)) ?? 0n),
      );
  }
  return months;
}
