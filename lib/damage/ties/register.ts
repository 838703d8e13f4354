/**
 * T5: the revenue register against the receipts of each code and month, and its own running total. The register's row is wrong where its
 * total does not run on, or where the cash book agrees with the receipts; the receipts are where remittances or numbers fail as well.
 */
import type { Finding } from "@/lib/finding/finding";
import { type Amount, satang, ZERO } from "@/lib/money/amount";
import type { Month } from "@/lib/period/month";
import { type BookIndex, groupBy, monthKey } from "../book-index";
import type { LaoEvidence, ReceiptEvidence, RegisterEvidence } from "../evidence";
import { figures, tieFinding } from "../tie-finding";
import type { Witnesses } from "../witnesses";
import { countedReceipts } from "./remittances";

export function findRegisterMisfits(evidence: LaoEvidence, index: BookIndex, witnesses: Witnesses): Finding[] {
  const { lao, months, register } = evidence;
  const counted = countedReceipts(evidence);
  const sumAt = (month: Month, code: string): Amount => satang(counted.get(monthKey(month, code)) ?? 0n);
  const codes = [...new Set(register.map(({ revenueCode }) => revenueCode))].sort();
  const monthsThere = new Set(register.map(({ month }) => month));
  const findings: Finding[] = [];
  const atRow = (row: RegisterEvidence, expected: Amount, found: Amount): Finding =>
    tieFinding(
      { code: "tie/cross-module", lao, table: "revenue_register", month: row.month, row, doc: row.revenueCode },
      figures(expected, found),
    );
  const misfits: { row: RegisterEvidence; missing: bigint }[] = [];
  const { carriedTo, placeBeside, breakAt } = runningTotals(evidence, index, witnesses);
  const rowsOfCode = groupBy(register, ({ revenueCode }) => revenueCode);
  for (const code of codes) {
    const [only, another] = rowsOfCode.get(code) ?? [];
    if (only && !another && monthsThere.size > 2) findings.push(atRow(only, ZERO, only.received));
    for (const [at, month] of months.entries()) {
      const row = index.register.get(monthKey(month, code));
      const before = months[at - 1] && index.register.get(monthKey(months[at - 1] as Month, code));
      const after = months[at + 1] && index.register.get(monthKey(months[at + 1] as Month, code));
      if (!row) {
        if (!monthsThere.has(month) || (!before && !after) || witnesses.isDamaged("revenue_register", month)) continue;
        // a code that stands in one month alone was written wrongly there; nothing is missing elsewhere
        if ((rowsOfCode.get(code)?.length ?? 0) < 2) continue;
        findings.push(
          tieFinding(
            { code: "tie/cross-module", lao, table: "revenue_register", month, doc: code },
            figures(
              before && after
                ? satang(after.receivedToDate - after.received - before.receivedToDate)
                : sumAt(month, code),
              satang(0n),
            ),
          ),
        );
        continue;
      }
      const received = sumAt(month, code);
      const carried = carriedTo(at, code);
      const runsOn = carried === undefined ? undefined : row.receivedToDate - carried;
      const goesOn = after ? after.receivedToDate - after.received : undefined;
      if (row.received !== received) {
        const isRegister =
          (runsOn !== undefined && runsOn === received && runsOn !== row.received) ||
          // the first month has no month before it; then the receipts' own ties decide
          !isBlamed("receipts", month, witnesses);
        if (isRegister && runsOn !== undefined && runsOn === received) {
          findings.push(atRow(row, received, row.received));
          continue;
        }
        misfits.push({ row, missing: row.received - received });
        continue;
      }
      if (runsOn === undefined || runsOn === row.received) {
        const isFirst = runsOn === undefined && goesOn !== undefined && goesOn !== row.receivedToDate;
        const isChainAfterRight = after !== undefined && sumAt(after.month, code) === after.received;
        const isWrongAlone = !breakAt(placeBeside(at + 1, 1, code), code);
        if (isFirst && isChainAfterRight && isWrongAlone) findings.push(atRow(row, satang(goesOn), row.receivedToDate));
        continue;
      }
      // the total does not run on to this row: the row before may be the wrong one, and is told there
      const next = placeBeside(at, 1, code);
      const isBeforeWrong = breakAt(placeBeside(at, -1, code), code) === runsOn - row.received;
      const isFirstWrong = at === 1 && next !== undefined && !breakAt(next, code);
      if (isFirstWrong || isBeforeWrong) continue;
      const expected = satang((carried ?? 0n) + row.received);
      findings.push(atRow(row, expected, row.receivedToDate));
    }
  }
  return [...findings, ...blame(misfits, evidence, witnesses, atRow, sumAt)];
}

/** The running total of each code over the months, by their place; through months of which no register was read it is carried by receipts. */
function runningTotals(evidence: LaoEvidence, index: BookIndex, witnesses: Witnesses) {
  const { months, register } = evidence;
  const counted = countedReceipts(evidence);
  const monthsThere = new Set(register.map(({ month }) => month));
  const rowAt = (at: number, code: string) => {
    const month = months[at];
    return month && index.register.get(monthKey(month, code));
  };
  /** What a code had come to before the month: by the row before, through months without a register by their receipts. */
  const carriedTo = (at: number, code: string): bigint | undefined => {
    let received = 0n;
    for (let earlier = at - 1; earlier >= 0; earlier -= 1) {
      const month = months[earlier] as Month;
      const row = rowAt(earlier, code);
      if (row) return row.receivedToDate + received;
      if (monthsThere.has(month) || witnesses.isAbsent("receipts", month) || isBlamed("receipts", month, witnesses))
        return undefined;
      received += counted.get(monthKey(month, code)) ?? 0n;
    }
    return undefined;
  };
  /** Place of the code's nearest row before or behind, with nothing but months without a register between. */
  const placeBeside = (at: number, step: 1 | -1, code: string): number | undefined => {
    for (let other = at + step; other >= 0 && other < months.length; other += step) {
      if (rowAt(other, code)) return other;
      if (monthsThere.has(months[other] as Month)) return undefined;
    }
    return undefined;
  };
  /** By how much the total of that row falls short of running on; undefined where nothing before it tells. */
  const breakAt = (at: number | undefined, code: string): bigint | undefined => {
    const row = at === undefined ? undefined : rowAt(at, code);
    const carried = at === undefined ? undefined : carriedTo(at, code);
    return row && carried !== undefined ? carried + row.received - row.receivedToDate : undefined;
  };
  return { carriedTo, placeBeside, breakAt };
}

/** Something is known to be wrong with the table in that month. */
export function isBlamed(table: string, month: Month, witnesses: Witnesses): boolean {
  return witnesses.isDamaged(table, month) || witnesses.isContradicted(table, month);
}

/** Misfits of received: of a receipt booked under another code, of missing or changed receipts, or of the register itself. */
function blame(
  misfits: readonly { readonly row: RegisterEvidence; readonly missing: bigint }[],
  evidence: LaoEvidence,
  witnesses: Witnesses,
  atRow: (row: RegisterEvidence, expected: Amount, found: Amount) => Finding,
  sumAt: (month: Month, code: string) => Amount,
): Finding[] {
  const { lao, receipts, unknownCodes } = evidence;
  const codesThere = new Set(evidence.register.map((row) => monthKey(row.month, row.revenueCode)));
  const findings: Finding[] = [];
  const unknownIn = new Set(
    unknownCodes.flatMap(({ table, column, month }) =>
      table === "receipts" && column === "revenue_code" ? [month] : [],
    ),
  );
  const counted = groupBy(receipts, ({ month, amount, cancelled }) => (cancelled ? null : `${month} ${amount}`));
  const paidUnder = new Set(receipts.map(({ revenueCode, amount }) => `${revenueCode} ${amount}`));
  const lacking = new Set(misfits.map(({ row, missing }) => `${row.month} ${missing}`));
  const lackingUnder = new Set(misfits.map(({ row, missing }) => `${row.month} ${missing} ${row.revenueCode}`));
  /** `code amount` of receipts that stand under another code than they should. */
  const told = new Set<string>();
  for (const { row, missing } of misfits) {
    const { month, revenueCode } = row;
    const unknown = unknownIn.has(month);
    const isSurplus = (receipt: ReceiptEvidence) =>
      !codesThere.has(monthKey(month, receipt.revenueCode)) ||
      lackingUnder.has(`${month} ${-missing} ${receipt.revenueCode}`);
    const moved =
      missing > 0n
        ? (counted.get(`${month} ${missing}`) ?? []).filter(
            (receipt) => receipt.revenueCode !== revenueCode && isSurplus(receipt),
          )
        : [];
    if (moved.length > 0) {
      const [only] = moved;
      // an unknown code is told as such, with its row
      if (moved.some((receipt) => unknown && !codesThere.has(monthKey(month, receipt.revenueCode)))) continue;
      for (const receipt of moved) told.add(`${receipt.revenueCode} ${receipt.amount}`);
      const isOne = moved.length === 1 && only !== undefined;
      findings.push(
        tieFinding(
          {
            code: "tie/cross-module",
            lao,
            table: "receipts",
            month,
            row: isOne ? only : undefined,
            doc: isOne ? only.receiptNo : revenueCode,
          },
          { column: "revenue_code", ...figures(row.received, sumAt(month, revenueCode)) },
        ),
      );
      continue;
    }
    if (missing < 0n && told.has(`${revenueCode} ${-missing}`)) continue;
    const isOpposite = lacking.has(`${month} ${-missing}`);
    if (missing < 0n && isOpposite && paidUnder.has(`${revenueCode} ${-missing}`)) continue;
    if (isBlamed("receipts", month, witnesses) || witnesses.isAbsent("receipts", month))
      findings.push(
        tieFinding(
          { code: "tie/cross-module", lao, table: "receipts", month, doc: revenueCode },
          figures(row.received, sumAt(month, revenueCode)),
        ),
      );
    else findings.push(atRow(row, sumAt(month, revenueCode), row.received));
  }
  return findings;
}
