/** Rows and documents in the wrong place: under another day, month, account or code, twice under another number, whole files exchanged. */
import { cellOf, columnOf, type Draft, type Fault, satangOf, truthOf } from "./draft";
import { packRows, packText } from "./sound-books";

/** A row goes into another month's file: foreign there, missing here. */
function movedRow(table: string, name: string, amountColumn: string): Fault {
  return (draft) => {
    const file = draft.take([table], 4, (one) => {
      return one.header.includes("cancelled") ? one.rows.some((row) => cellOf(one, row, "cancelled") === "0") : true;
    });
    if (!file) return undefined;
    const to = draft.take([table], 1, (one) => one.month !== file.month);
    if (!to) return undefined;
    const rows = draft.rowsOf(file);
    const row = draft.chance.below(rows.length);
    const [gone] = rows.splice(row, 1);
    if (!gone) return undefined;
    draft.rewrite(file, rows);
    const at = draft.chance.below(to.rows.length + 1);
    const there = draft.rowsOf(to);
    there.splice(at, 0, gone);
    draft.rewrite(to, there);
    const no = cellOf(file, gone, name);
    return {
      ...truthOf(
        to,
        {
          kind: `t-moved-${table}`,
          codes: ["row/foreign"],
          at: [
            [to.module, to.month],
            [file.module, file.month],
          ],
          files: [to.path, file.path],
          docs: [[no, no]],
          amounts:
            file.header.includes("cancelled") && cellOf(file, gone, "cancelled") === "1"
              ? []
              : [
                  {
                    where: [[file.module, file.month]],
                    accept: [satangOf(cellOf(file, gone, amountColumn))],
                    account: null,
                  },
                ],
        },
        [at, at],
      ),
    };
  };
}

/** The files of two months exchanged: every row is another month's. */
const monthsExchanged: Fault = (draft) => {
  const file = draft.take(["receipts", "requisitions", "cheques", "journal"], 2);
  const to = file && draft.take([file.table], 2, (one) => one.month !== file.month);
  if (!file || !to) return undefined;
  draft.rewrite(file, to.rows);
  draft.rewrite(to, file.rows);
  return truthOf(
    file,
    {
      kind: "t-months-exchanged",
      codes: ["row/foreign"],
      at: [
        [file.module, file.month],
        [to.module, to.month],
      ],
      states: ["inconsistent", "partial", "lost"],
    },
    [0, to.rows.length - 1],
  );
};

/** Another month's date in a row of this month. */
const dateOfOtherMonth: Fault = (draft) => {
  const column = { journal: "entry_date", receipts: "receipt_date", requisitions: "paid_date", cheques: "cheque_date" };
  const file = draft.take(Object.keys(column), 3);
  if (!file) return undefined;
  const rows = draft.rowsOf(file);
  const row = draft.chance.below(rows.length);
  const other = draft.chance.pick(draft.books.months.filter((month) => month !== file.month));
  const cells = rows[row] ?? [];
  cells[columnOf(file, column[file.table as keyof typeof column])] = `${other}-06`;
  draft.rewrite(file, rows);
  return truthOf(file, { kind: "t-date-other-month", codes: ["row/foreign"] }, [row, row]);
};

const cashAccount: Fault = (draft) => {
  const file = draft.take(["cash"], 3);
  if (!file) return undefined;
  const accounts = [
    ...new Set(
      draft.files
        .filter(({ table }) => table === "cash")
        .flatMap((one) => one.rows.map((row) => cellOf(one, row, "account_code"))),
    ),
  ];
  const rows = draft.rowsOf(file);
  const row = draft.chance.below(rows.length);
  const old = cellOf(file, rows[row], "account_code");
  const others = accounts.filter((account) => account !== old);
  if (others.length === 0) return undefined;
  const fresh = draft.chance.pick(others);
  (rows[row] as string[])[columnOf(file, "account_code")] = fresh;
  draft.rewrite(file, rows);
  return truthOf(file, { kind: "t-cash-account", codes: ["tie/cross-module"], accounts: [old, fresh] }, [row, row]);
};

const cashBankOther: Fault = (draft) => {
  const file = draft.take(["cash"], 3);
  if (!file) return undefined;
  const rows = draft.rowsOf(file);
  const row = draft.chance.below(rows.length);
  const [old, day] = [cellOf(file, rows[row], "bank_account_no"), cellOf(file, rows[row], "day")];
  const banks = [...new Set(file.rows.map((one) => cellOf(file, one, "bank_account_no")))];
  const taken = new Set(
    file.rows.filter((one) => cellOf(file, one, "day") === day).map((one) => cellOf(file, one, "bank_account_no")),
  );
  const others = banks.filter((bank) => bank !== old && !taken.has(bank));
  if (others.length === 0) return undefined;
  (rows[row] as string[])[columnOf(file, "bank_account_no")] = draft.chance.pick(others);
  draft.rewrite(file, rows);
  const account = cellOf(file, rows[row], "account_code");
  return truthOf(file, { kind: "t-cash-bank-other", codes: ["tie/cross-module"], accounts: [account] }, [row, row]);
};

/** The same cheque under another number. */
const chequeAgain: Fault = (draft) => {
  const file = draft.take(["cheques"], 2);
  if (!file) return undefined;
  const rows = draft.rowsOf(file);
  const row = draft.chance.below(rows.length);
  const copy = [...(rows[row] ?? [])];
  copy[columnOf(file, "cheque_no")] = "99999999";
  rows.splice(row + 1, 0, copy);
  draft.rewrite(file, rows);
  const no = cellOf(file, copy, "treasury_no");
  return truthOf(
    file,
    {
      kind: "t-cheque-again",
      codes: ["tie/cross-module"],
      docs: [[no, no]],
      amounts: [
        { where: [[file.module, file.month]], accept: [satangOf(cellOf(file, copy, "amount"))], account: null },
      ],
      states: ["inconsistent"],
    },
    [row, row + 1],
  );
};

function changedCode(kind: string, table: string, column: string): Fault {
  return (draft) => {
    const file = draft.take([table], 3);
    if (!file) return undefined;
    const rows = draft.rowsOf(file);
    const row = draft.chance.below(rows.length);
    const old = cellOf(file, rows[row], column);
    const others = [...new Set(file.rows.map((one) => cellOf(file, one, column)))].filter(
      (code) => code !== old && code !== "",
    );
    if (others.length === 0) return undefined;
    (rows[row] as string[])[columnOf(file, column)] = draft.chance.pick(others);
    draft.rewrite(file, rows);
    const names = ["treasury_no", "budget_code", "transfer_no"].filter((name) => file.header.includes(name));
    return truthOf(
      file,
      {
        kind,
        codes: ["tie/cross-module", "tie/dangling"],
        docs: names.map((name) => [cellOf(file, rows[row], name), cellOf(file, rows[row], name)] as const),
        states: ["inconsistent"],
      },
      [row, row],
    );
  };
}

/** The latter half of a file is not there, and its manifest knows nothing of it. */
const tailDeleted = (table: string, kind: string, codes: readonly string[]): Fault => {
  return (draft: Draft) => {
    const file = draft.take([table], 8);
    if (!file) return undefined;
    const kept = Math.ceil(file.rows.length / 2);
    draft.rewrite(file, file.rows.slice(0, kept));
    return truthOf(file, { kind, codes, states: ["partial", "inconsistent"] });
  };
};

/** A file made anew with lines that end in CR LF, in two gzip members: nothing is wrong with it. */
export function repackSoundly(draft: Draft): void {
  for (const file of draft.files) {
    const text = packRows(file.header, file.rows, "\r\n");
    const end = text.indexOf("\r\n", Math.floor(text.length / 2)) + 2;
    const halves = end < 2 ? [text] : [text.slice(0, end), text.slice(end)];
    draft.store(file, Buffer.concat(halves.map((half) => packText(half, draft.books.encoding))));
  }
}

export const MOVED_FAULTS: Readonly<Record<string, Fault>> = {
  movedReceipt: movedRow("receipts", "receipt_no", "amount"),
  movedRequisition: movedRow("requisitions", "treasury_no", "gross"),
  movedCheque: movedRow("cheques", "treasury_no", "amount"),
  monthsExchanged,
  dateOfOtherMonth,
  cashAccount,
  cashBankOther,
  chequeAgain,
  requisitionWork: changedCode("t-requisition-work-other", "requisitions", "work_code"),
  requisitionExpense: changedCode("t-requisition-expense-other", "requisitions", "expense_code"),
  lineWork: changedCode("t-budget-work-other", "budget_lines", "work_code"),
  lineExpense: changedCode("t-budget-expense-other", "budget_lines", "expense_code"),
  balancesTail: tailDeleted("balances", "t-bal-tail-deleted", ["tie/balance", "tie/carry-forward"]),
  linesTail: tailDeleted("budget_lines", "t-budget-tail-deleted", ["tie/cross-module", "tie/dangling"]),
  registerTail: tailDeleted("revenue_register", "t-register-tail-deleted", ["tie/cross-module"]),
  journalTail: tailDeleted("journal", "t-journal-tail-deleted", [
    "tie/number-gap",
    "tie/balance",
    "tie/entry-unbalanced",
  ]),
  chequesTail: tailDeleted("cheques", "t-cheques-tail-deleted", ["tie/cross-module"]),
  cashTail: tailDeleted("cash", "t-cash-tail-deleted", ["tie/cross-module"]),
};
