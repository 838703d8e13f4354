/**
 * T2 and T3 inside the trial balance: a row adds up, and a closing is the next opening. Finds which row, and which of its figures,
 * is wrong; what cannot be told is said of both sides.
 */
import { type Confidence, type Finding, type FindingCode, makeFinding } from "@/lib/finding/finding";
import { satang, toBahtText } from "@/lib/money/amount";
import type { LaoEvidence } from "../evidence";
import type { Witnesses } from "../witnesses";
import { type AccountMonths, type BalanceRow, netOf, sumOf } from "./account-months";

type Figure = "opening" | "debit" | "credit" | "closing";

export interface BooksPlace {
  readonly evidence: LaoEvidence;
  readonly books: AccountMonths;
}

/** A finding about one row of the trial balance; `amount` is how much of the row's figure is missing, debit-positive. */
export function balanceFinding(
  place: BooksPlace,
  index: number,
  account: string,
  said: {
    code?: FindingCode;
    confidence?: Confidence;
    row?: BalanceRow;
    expected: bigint | null;
    found: bigint | null;
    amount: bigint | null;
  },
): Finding {
  const row = said.row ?? place.books.row(account, index);
  return makeFinding({
    code: said.code ?? "tie/balance",
    confidence: said.confidence ?? "arithmetic",
    lao: place.evidence.lao,
    module: "accounting",
    month: place.books.months[index] ?? null,
    table: "balances",
    rowFrom: row?.source.rowNo ?? null,
    rowTo: row?.source.rowNo ?? null,
    account,
    expected: said.expected === null ? null : toBahtText(satang(said.expected)),
    found: said.found === null ? null : toBahtText(satang(said.found)),
    amount: said.amount === null ? null : satang(said.amount),
  });
}

function setRight(
  place: BooksPlace,
  index: number,
  account: string,
  row: BalanceRow,
  figure: Figure,
  value: bigint,
): Finding {
  const missing = value - row[figure];
  const found = row[figure];
  row[figure] = value;
  row.isAtFault = true;
  return balanceFinding(place, index, account, {
    expected: value,
    found,
    amount: figure === "credit" ? -missing : missing,
  });
}

/** The figure of a row that does not add up which disagrees with its own counterpart elsewhere, and what it should be. */
function wrongFigure(
  { books }: BooksPlace,
  witnesses: Witnesses,
  account: string,
  index: number,
  row: BalanceRow,
): [Figure, bigint] | undefined {
  const before = books.row(account, index - 1);
  const after = books.row(account, index + 1);
  const month = books.months[index];
  const moved = month && !witnesses.isDamaged("journal", month) ? books.movement(account, index) : undefined;
  const gap = row.closing - (row.opening + row.debit - row.credit);
  const candidates: [Figure, bigint][] = [
    ["opening", row.opening + gap],
    ["debit", row.debit + gap],
    ["credit", row.credit - gap],
    ["closing", row.closing - gap],
  ];
  const agrees = (figure: Figure, value: bigint): boolean | undefined => {
    if (figure === "opening") return before && before.closing === value;
    if (figure === "closing") return after && after.opening === value;
    return moved && moved[figure] === value;
  };
  // The right figure agrees with its counterpart where the row's own does not.
  const proved = candidates.find(([figure, value]) => agrees(figure, value) && !agrees(figure, row[figure]));
  if (proved) return proved;
  // At the edges of the period one counterpart is unknown: it is the figure that no counterpart confirms.
  const unconfirmed = candidates.filter(([figure]) => agrees(figure, row[figure]) !== true);
  return unconfirmed.length === 1 ? unconfirmed[0] : undefined;
}

/** Rows that do not add up in themselves. Sets the wrong figure right, so that it accuses no neighbour. */
export function findBrokenRows(place: BooksPlace, witnesses: Witnesses): Finding[] {
  const { books } = place;
  const findings: Finding[] = [];
  for (const account of books.accounts) {
    books.months.forEach((_, index) => {
      const row = books.row(account, index);
      if (!row) return;
      const gap = row.closing - (row.opening + row.debit - row.credit);
      if (gap === 0n) return;
      const wrong = wrongFigure(place, witnesses, account, index, row);
      if (wrong) findings.push(setRight(place, index, account, row, ...wrong));
      else {
        row.isAtFault = true;
        const expected = row.opening + row.debit - row.credit;
        findings.push(balanceFinding(place, index, account, { expected, found: row.closing, amount: -gap }));
      }
    });
  }
  return findings;
}

/** Which side of a broken carry-forward is wrong; undefined if nothing tells. */
function sideAtFault(books: AccountMonths, account: string, index: number, before: BalanceRow, after: BalanceRow) {
  const gap = after.opening - before.closing;
  const [movedBefore, movedAfter] = [books.movement(account, index), books.movement(account, index + 1)];
  // The movement of a month was changed together with its closing (or opening): the journal says otherwise by the same amount.
  if (movedBefore && netOf(before) - netOf(movedBefore) === -gap) return "movement-before" as const;
  if (movedAfter && netOf(after) - netOf(movedAfter) === -gap) return "movement-after" as const;
  // Opening and closing were shifted together: the other neighbour misses the same.
  const next = books.row(account, index + 2);
  const previous = books.row(account, index - 1);
  if (next && next.opening - after.closing === -gap) return "after" as const;
  if (previous && before.opening - previous.closing === -gap) return "before" as const;
  // A sound trial balance sums to zero.
  const sums = {
    before: sumOf(books, index, (row) => row.closing),
    after: sumOf(books, index + 1, (row) => row.opening),
  };
  if (sums.after === gap && sums.before === 0n) return "after" as const;
  if (sums.before === -gap && sums.after === 0n) return "before" as const;
  return undefined;
}

/** Closings that are not the next month's opening. */
export function findBrokenCarryForwards(place: BooksPlace): Finding[] {
  const { books, evidence } = place;
  const hurt = new Set(evidence.known.flatMap(({ table, month }) => (table === "balances" ? [month] : [])));
  const findings: Finding[] = [];
  const shift = (account: string, index: number, row: BalanceRow, by: bigint, expected: bigint, found: bigint) => {
    findings.push(
      balanceFinding(place, index, account, { code: "tie/carry-forward", expected, found, amount: expected - found }),
    );
    row.opening += by;
    row.closing += by;
    row.isAtFault = true;
  };
  for (const account of books.accounts) {
    for (let index = 0; index + 1 < books.months.length; index += 1) {
      const before = books.row(account, index);
      const after = books.row(account, index + 1);
      if (!before || !after || before.closing === after.opening) continue;
      const gap = after.opening - before.closing;
      const [isBeforeHurt, isAfterHurt] = [before, after].map(({ source }) => hurt.has(source.month));
      const side =
        sideAtFault(books, account, index, before, after) ??
        // a file that was changed is not believed against one that was not
        (isBeforeHurt === isAfterHurt ? undefined : isBeforeHurt ? "before" : "after");
      if (side === "movement-before" || side === "movement-after") {
        const [row, at] = side === "movement-before" ? [before, index] : [after, index + 1];
        const moved = books.movement(account, at) ?? row;
        const [expected, found] = [netOf(moved), netOf(row)];
        findings.push(balanceFinding(place, at, account, { expected, found, amount: expected - found }));
        row.debit = moved.debit;
        row.credit = moved.credit;
        if (side === "movement-before") row.closing = after.opening;
        else row.opening = before.closing;
        row.isAtFault = true;
      } else if (side === "after") shift(account, index + 1, after, -gap, before.closing, after.opening);
      else if (side === "before") shift(account, index, before, gap, after.opening, before.closing);
      else {
        const said = { code: "tie/carry-forward", confidence: "suspected" } as const;
        findings.push(
          balanceFinding(place, index, account, {
            ...said,
            expected: after.opening,
            found: before.closing,
            amount: gap,
          }),
        );
        findings.push(
          balanceFinding(place, index + 1, account, {
            ...said,
            expected: before.closing,
            found: after.opening,
            amount: -gap,
          }),
        );
      }
    }
  }
  return findings;
}
