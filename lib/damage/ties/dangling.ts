/** T11: codes that the reference tables or the budget of the month do not have. Documents that name each other are held together by their own ties. */
import type { Finding } from "@/lib/finding/finding";
import { groupBy } from "../book-index";
import type { LaoEvidence, UnknownCode } from "../evidence";
import { tieFinding } from "../tie-finding";
import type { Witnesses } from "../witnesses";

/** More rows of a month with the same unknown code are told together. */
const ONE_BY_ONE_MAX = 3;

export function findDangling(evidence: LaoEvidence, witnesses: Witnesses): Finding[] {
  const codesOfBudget = new Set(evidence.budgetLines.map(({ budgetCode }) => budgetCode));
  const wholeBudgets = [...new Set(evidence.budgetLines.map(({ month }) => month))].filter(
    (month) => !witnesses.isDamaged("budget_lines", month),
  );
  const isAtFault = ({ column, value, month }: UnknownCode): boolean => {
    if (!column.endsWith("budget_code")) return true;
    // a line that stands in other months is missing from the budget of this one
    if (codesOfBudget.has(value)) return false;
    // its row may be lost, unless a later budget that was read whole does not have it either: a line, once there, stands in every month
    return wholeBudgets.some((whole) => whole > month) || !witnesses.isDamaged("budget_lines", month);
  };
  const groups = groupBy(evidence.unknownCodes.filter(isAtFault), ({ table, month, column, value }) =>
    [table, month, column, value].join(" "),
  );
  return [...groups.values()].flatMap((rows) =>
    rows.length > ONE_BY_ONE_MAX ? [together(rows, evidence)] : rows.map((row) => together([row], evidence)),
  );
}

function together(rows: readonly UnknownCode[], { lao }: LaoEvidence): Finding {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) throw new Error("a group has at least one row");
  const { table, month, column, value } = first;
  const isAccount = column === "account_code" || column.endsWith("budget_code");
  return tieFinding(
    { code: "tie/dangling", lao, table, month, doc: first.doc ?? undefined, docTo: last.doc ?? undefined },
    {
      rowFrom: first.rowNo,
      rowTo: last.rowNo,
      column,
      found: value,
      account: isAccount ? value : null,
      count: rows.length,
    },
  );
}
