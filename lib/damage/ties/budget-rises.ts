/** What the checks of the budget share: its lines by month and code, and the rises of their cumulative figures that documents do not explain. */
import type { Finding } from "@/lib/finding/finding";
import type { Month } from "@/lib/period/month";
import { type BookIndex, monthKey } from "../book-index";
import type { BudgetLineEvidence, LaoEvidence } from "../evidence";
import { tieFinding } from "../tie-finding";
import type { Witnesses } from "../witnesses";

export interface BudgetContext {
  readonly evidence: LaoEvidence;
  readonly index: BookIndex;
  readonly witnesses: Witnesses;
  readonly lineAt: (month: Month | undefined, code: string) => BudgetLineEvidence | undefined;
  readonly codes: readonly string[];
  /** `month code` of lines that do not add up in themselves, or were found wrong against both neighbours. */
  readonly wrong: Set<string>;
}

/** A finding at a line of the budget, which counts as wrong from then on. */
export function atLine(line: BudgetLineEvidence, { evidence, wrong }: BudgetContext, more: Partial<Finding>): Finding {
  wrong.add(monthKey(line.month, line.budgetCode));
  return tieFinding(
    {
      code: "tie/cross-module",
      lao: evidence.lao,
      table: "budget_lines",
      month: line.month,
      row: line,
      doc: line.budgetCode,
    },
    { account: line.budgetCode, ...more },
  );
}

export interface Rise {
  readonly month: Month;
  readonly line: BudgetLineEvidence;
  readonly before: BudgetLineEvidence;
  /** What the rise has more than the documents. */
  readonly missing: bigint;
  /** Months without a budget lie between the two lines. */
  readonly isOverHole: boolean;
}

/** Misfits of a figure that rises from month to month, or over months of which no budget was read. */
export function risesOf(
  context: BudgetContext,
  figureOf: (line: BudgetLineEvidence) => bigint,
  documentsOf: (month: Month, code: string) => bigint,
): Rise[] {
  const { evidence, lineAt, codes } = context;
  const { months } = evidence;
  const there = new Set(evidence.budgetLines.map(({ month }) => month));
  const known = months.filter((month) => there.has(month));
  return codes.flatMap((code) =>
    known.flatMap((month, place): Rise[] => {
      const [before, line] = [lineAt(known[place - 1], code), lineAt(month, code)];
      if (!before || !line) return [];
      const span = months.filter((one) => one > before.month && one <= month);
      const documents = span.reduce((sum, one) => sum + documentsOf(one, code), 0n);
      const missing = figureOf(line) - figureOf(before) - documents;
      return missing === 0n ? [] : [{ month, line, before, missing, isOverHole: span.length > 1 }];
    }),
  );
}

/**
 * Sorts out the rises for which one line alone is to blame: it jumps and jumps back, or stands first or last in its months without
 * anything else being known.
 */
export function splitRises(
  rises: readonly Rise[],
  context: BudgetContext,
): { readonly lines: { line: BudgetLineEvidence; missing: bigint }[]; readonly rest: Rise[] } {
  const { wrong } = context;
  const lines: { line: BudgetLineEvidence; missing: bigint }[] = [];
  const told = new Set<Rise>();
  const byLineBefore = new Map(rises.map((rise) => [rise.before, rise]));
  for (const rise of rises) {
    if (told.has(rise)) continue;
    const { line, before, missing } = rise;
    const after = byLineBefore.get(line);
    const back = after?.missing === -missing ? after : undefined;
    if (wrong.has(monthKey(line.month, line.budgetCode)) || wrong.has(monthKey(before.month, line.budgetCode))) {
      told.add(rise);
    } else if (back) {
      told.add(rise).add(back);
      lines.push({ line, missing });
    }
  }
  // what a hole hides may be any of its documents
  return { lines, rest: rises.filter((rise) => !told.has(rise) && !rise.isOverHole) };
}
