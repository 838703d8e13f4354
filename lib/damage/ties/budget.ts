/**
 * T8: lines of the budget in themselves, from month to month, against the requisitions and transfers of the month. A line that returns to
 * its old figures the month after is wrong itself; else the documents between the two months are.
 */
import type { Finding } from "@/lib/finding/finding";
import { satang, ZERO } from "@/lib/money/amount";
import type { Month } from "@/lib/period/month";
import { type BookIndex, groupBy, indexBooks, monthKey, spentByLine } from "../book-index";
import type { LaoEvidence, RequisitionEvidence } from "../evidence";
import { figures, tieFinding } from "../tie-finding";
import type { Witnesses } from "../witnesses";
import { atLine, type BudgetContext, risesOf, splitRises } from "./budget-rises";
import { findClassMisfits } from "./classes";
import { isBlamed } from "./register";
import { findTransferMisfits } from "./transfers";

export function findBudgetMisfits(loaded: LaoEvidence, indexOfLoaded: BookIndex, witnesses: Witnesses): Finding[] {
  const { findings, setRight: evidence } = findClassMisfits(loaded, indexOfLoaded);
  const index = evidence === loaded ? indexOfLoaded : indexBooks(evidence);
  const codes = [...new Set(evidence.budgetLines.map(({ budgetCode }) => budgetCode))].sort();
  const lineAt = (month: Month | undefined, code: string) =>
    month === undefined ? undefined : index.budgetLines.get(monthKey(month, code));
  const context: BudgetContext = { evidence, index, witnesses, lineAt, codes, wrong: new Set() };
  return [
    ...findings,
    ...findWrongLines(context),
    ...findMissingLines(context),
    ...findSpending(context),
    ...findTransferMisfits(context),
    ...findApproved(context),
  ];
}

function findWrongLines(context: BudgetContext): Finding[] {
  return context.evidence.budgetLines.flatMap((line) => {
    const { approved, transferredIn, transferredOut, encumbered, disbursed, remaining } = line;
    const expected = satang(approved + transferredIn - transferredOut - encumbered - disbursed);
    return expected === remaining ? [] : [atLine(line, context, figures(expected, remaining))];
  });
}

/** Every line stands in every month; a month without a budget is passed over, since the next one tells as well. */
function findMissingLines({ evidence, witnesses, lineAt, codes }: BudgetContext): Finding[] {
  const { lao, months, budgetLines } = evidence;
  const there = new Set(budgetLines.map(({ month }) => month));
  const known = months.filter((month) => there.has(month));
  const linesOf = groupBy(budgetLines, ({ budgetCode }) => budgetCode);
  return codes.flatMap((code) =>
    months.flatMap((month, at) => {
      if (!there.has(month) || lineAt(month, code) || witnesses.isDamaged("budget_lines", month)) return [];
      const place = known.indexOf(month);
      const before = lineAt(known[place - 1], code);
      const after = lineAt(known[place + 1], code);
      // a line that stands in few months was given a wrong code there; one that comes or goes for good is sound
      const standing = linesOf.get(code) ?? [];
      const isUsual = standing.length * 2 > known.length;
      const isGap =
        (before && after) ||
        (isUsual && standing.some((line) => line.month < month) && standing.some((line) => line.month > month));
      const isEdge = (before ?? after) && (at === 0 || at === months.length - 1) && standing.length > 1 && isUsual;
      if (!isGap && !isEdge) return [];
      return [
        tieFinding(
          { code: "tie/cross-module", lao, table: "budget_lines", month, doc: code },
          {
            account: code,
            amount: before && after && before.disbursed === after.disbursed ? before.disbursed : null,
            count: 1,
          },
        ),
      ];
    }),
  );
}

function findSpending(context: BudgetContext): Finding[] {
  const { evidence, witnesses } = context;
  const { lao, months, requisitions } = evidence;
  const spent = spentByLine(requisitions);
  const rises = risesOf(
    context,
    ({ disbursed }) => disbursed,
    (month, code) => spent.get(monthKey(month, code)) ?? 0n,
  );
  const { lines, rest } = splitRises(rises, context);
  const findings = lines.map(({ line, missing }) =>
    atLine(line, context, figures(satang(line.disbursed - missing), line.disbursed)),
  );
  const moved = new Set<RequisitionEvidence>();
  const unknownIn = new Set(
    evidence.unknownCodes.flatMap(({ table, column, month }) =>
      table === "requisitions" && column === "budget_code" ? [month] : [],
    ),
  );
  const paidIn = new Set(evidence.entries.flatMap(({ book, month }) => (book === "PV" ? [month] : [])));
  const rowsUnder = groupBy(requisitions, (row) => (row.cancelled ? null : monthKey(row.month, row.budgetCode)));
  const restBy = groupBy(rest, (rise) => `${rise.month} ${rise.missing}`);
  for (const { month, line, before, missing } of rest) {
    const documents = spent.get(monthKey(month, line.budgetCode)) ?? 0n;
    const atRequisitions = (row?: RequisitionEvidence) =>
      tieFinding(
        {
          code: "tie/cross-module",
          lao,
          table: "requisitions",
          month,
          row,
          doc: row?.treasuryNo ?? line.budgetCode,
        },
        { account: line.budgetCode, ...figures(satang(line.disbursed - before.disbursed), satang(documents)) },
      );
    // a month in which nothing was paid has no requisitions, and is not to blame for what a line says
    const isWithout =
      witnesses.isAbsent("requisitions", month) &&
      (paidIn.has(month) || witnesses.isDamaged("journal", month) || witnesses.isAbsent("journal", month));
    if (isBlamed("requisitions", month, witnesses) || isWithout) {
      findings.push(atRequisitions());
      continue;
    }
    if (unknownIn.has(month) && missing > 0n) continue;
    const other = restBy.get(`${month} ${-missing}`)?.[0];
    if (other) {
      // one line has too much, another as much too little: a requisition stands under the wrong one
      const code = missing < 0n ? line.budgetCode : other.line.budgetCode;
      const amount = missing < 0n ? -missing : missing;
      const candidates = (rowsUnder.get(monthKey(month, code)) ?? []).filter((row) => row.gross === amount);
      const [only] = candidates;
      if (candidates.length > 0) {
        if (only && !moved.has(only)) findings.push(atRequisitions(candidates.length === 1 ? only : undefined));
        if (only) moved.add(only);
        continue;
      }
    }
    const at = months.indexOf(month);
    // of two months the one at the edge is wrong alone; in the midst every later month would be wrong with it
    const isFirst = at === 1 && months.length > 2;
    const faulty = isFirst ? before : line;
    const expected = isFirst ? satang(line.disbursed - documents) : satang(before.disbursed + documents);
    findings.push(atLine(faulty, context, figures(expected, faulty.disbursed)));
  }
  return findings;
}

/** The approved budget stands as it is over the period: a row that differs from both neighbours is wrong. */
function findApproved(context: BudgetContext): Finding[] {
  const { evidence, lineAt, wrong } = context;
  const { months } = evidence;
  return evidence.budgetLines.flatMap((line) => {
    const at = months.indexOf(line.month);
    const [before, after] = [lineAt(months[at - 1], line.budgetCode), lineAt(months[at + 1], line.budgetCode)];
    const [earlier, later] = [lineAt(months[at - 2], line.budgetCode), lineAt(months[at + 2], line.budgetCode)];
    const usual = before && after ? before : before ? earlier : later;
    const beside = before ?? after;
    if (!usual || !beside || usual.approved !== beside.approved || (after && after.approved !== usual.approved))
      return [];
    if (line.approved === usual.approved || wrong.has(monthKey(line.month, line.budgetCode))) return [];
    // without a month on both sides the budget may as well have been changed by council
    if (!before || !after) return [];
    return [atLine(line, context, figures(usual.approved, line.approved ?? ZERO))];
  });
}
