/** T8, transfers: the rise of what was moved into and out of a line against the transfers of the month. */
import type { Finding } from "@/lib/finding/finding";
import { satang } from "@/lib/money/amount";
import { groupBy, monthKey } from "../book-index";
import type { BudgetLineEvidence, TransferEvidence } from "../evidence";
import { figures, tieFinding } from "../tie-finding";
import { atLine, type BudgetContext, risesOf, splitRises } from "./budget-rises";

interface Side {
  readonly figureOf: (line: BudgetLineEvidence) => bigint;
  readonly codeOf: (transfer: TransferEvidence) => string;
}

const SIDES: readonly Side[] = [
  { figureOf: (line) => line.transferredIn, codeOf: (transfer) => transfer.toBudgetCode },
  { figureOf: (line) => line.transferredOut, codeOf: (transfer) => transfer.fromBudgetCode },
];

export function findTransferMisfits(context: BudgetContext): Finding[] {
  const { lao, transfers, months, unknownCodes } = context.evidence;
  const findings: Finding[] = [];
  const unknownIn = new Set(unknownCodes.flatMap(({ table, month }) => (table === "budget_transfers" ? [month] : [])));
  for (const { figureOf, codeOf } of SIDES) {
    const moved = new Map<string, bigint>();
    for (const transfer of transfers) {
      const key = monthKey(transfer.month, codeOf(transfer));
      moved.set(key, (moved.get(key) ?? 0n) + transfer.amount);
    }
    const rowsAt = groupBy(transfers, (row) => monthKey(row.month, codeOf(row)));
    const sumAt = (key: string) => moved.get(key) ?? 0n;
    const { lines, rest } = splitRises(
      risesOf(context, figureOf, (month, code) => sumAt(monthKey(month, code))),
      context,
    );
    for (const { line, missing } of lines)
      findings.push(atLine(line, context, figures(satang(figureOf(line) - missing), satang(figureOf(line)))));
    // before the first month there were transfers too, so only more than the line ever received is wrong
    for (const line of context.evidence.budgetLines.filter(({ month }) => month === months[0])) {
      const documents = satang(sumAt(monthKey(line.month, line.budgetCode)));
      const rows = rowsAt.get(monthKey(line.month, line.budgetCode)) ?? [];
      if (documents <= figureOf(line) || context.wrong.has(monthKey(line.month, line.budgetCode))) continue;
      findings.push(
        tieFinding(
          {
            code: "tie/cross-module",
            lao,
            table: "budget_transfers",
            month: line.month,
            row: rows.length === 1 ? rows[0] : undefined,
            doc: rows.length === 1 ? rows[0]?.transferNo : line.budgetCode,
          },
          { account: line.budgetCode, ...figures(satang(figureOf(line)), documents) },
        ),
      );
    }
    for (const { month, line, before, missing } of rest) {
      const { budgetCode } = line;
      const isUnknown = unknownIn.has(month);
      if (isUnknown && missing > 0n) continue;
      const rows = rowsAt.get(monthKey(month, budgetCode)) ?? [];
      const [only] = rows;
      const documents = satang(sumAt(monthKey(month, budgetCode)));
      const rise = satang(figureOf(line) - figureOf(before));
      const isFirst = months.indexOf(month) === 1 && months.length > 2 && rows.length === 0 && missing < 0n;
      // transfers of two lines match each other; a figure that falls cannot come from a transfer
      if (isFirst) findings.push(atLine(before, context, figures(satang(figureOf(line)), satang(figureOf(before)))));
      else
        findings.push(
          tieFinding(
            {
              code: "tie/cross-module",
              lao,
              table: "budget_transfers",
              month,
              row: rows.length === 1 ? only : undefined,
              doc: rows.length === 1 ? only?.transferNo : budgetCode,
            },
            { account: budgetCode, ...figures(rise, documents) },
          ),
        );
    }
  }
  return findings;
}
