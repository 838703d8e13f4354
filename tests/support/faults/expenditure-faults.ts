/** Faults of requisitions, cheques and their journal entries that T6, T7, T8, T10 and T11 betray. */
import { chooseDocuments, unknownCode, type Where } from "./accounting-faults";
import { bahtOf, cellOf, columnOf, type Fault, satangOf, truthOf } from "./draft";
import type { BookFile } from "./sound-books";

const countedRows = (file: BookFile) =>
  file.rows.flatMap((row, at) => (cellOf(file, row, "cancelled") === "0" ? [at] : []));

const withCounted = (file: BookFile) => countedRows(file).length > 1;

function amount(column: string): Fault {
  return (draft) => {
    const file = draft.take(["requisitions"], 2, withCounted);
    if (!file) return undefined;
    const row = draft.chance.pick(countedRows(file));
    const rows = draft.rowsOf(file);
    const by = BigInt(1 + draft.chance.below(90_000));
    const cells = rows[row] ?? [];
    const at = columnOf(file, column);
    cells[at] = bahtOf(satangOf(cells[at] ?? "") + by);
    draft.rewrite(file, rows);
    const names = ["treasury_no", "budget_code"].map((name) => cellOf(file, cells, name));
    return truthOf(
      file,
      {
        kind: `t-requisition-${column.replace("_", "-")}`,
        codes: ["tie/cross-module"],
        docs: names.map((no) => [no, no] as const),
        amounts: [{ where: [[file.module, file.month]], accept: [by], account: null }],
        states: ["inconsistent"],
      },
      [row, row],
    );
  };
}

function deleted(where: Where): Fault {
  return (draft) => {
    const file = draft.take(["requisitions"], 4, withCounted);
    if (!file) return undefined;
    const numbers = file.rows.map((row) => cellOf(file, row, "treasury_no")).sort();
    const gone = new Set(chooseDocuments(draft, numbers, where, 4));
    const removed = file.rows.filter(
      (row) => gone.has(cellOf(file, row, "treasury_no")) && cellOf(file, row, "cancelled") === "0",
    );
    draft.rewrite(
      file,
      file.rows.filter((row) => !gone.has(cellOf(file, row, "treasury_no"))),
    );
    const all = [...gone];
    const sum = removed.reduce((total, row) => total + satangOf(cellOf(file, row, "gross")), 0n);
    const each = removed.map((row) => satangOf(cellOf(file, row, "gross")));
    return truthOf(file, {
      kind: `t-gap-treasury-${where}`,
      codes: ["tie/number-gap", "tie/cross-module"],
      docs: [
        [all[0] ?? "", all.at(-1) ?? ""],
        ...removed.map((row) => [cellOf(file, row, "budget_code"), cellOf(file, row, "budget_code")] as const),
      ],
      amounts: sum === 0n ? [] : [{ where: [[file.module, file.month]], accept: [sum, ...each], account: null }],
    });
  };
}

function reference(kind: string, column: string, codes: readonly string[], isKnown: boolean): Fault {
  return (draft) => {
    const file = draft.take(["requisitions"], 3, withCounted);
    if (!file) return undefined;
    const row = draft.chance.pick(countedRows(file));
    const rows = draft.rowsOf(file);
    const old = cellOf(file, rows[row], column);
    const known = [...new Set(file.rows.map((one) => cellOf(file, one, column)))].filter(
      (no) => no !== "" && no !== old,
    );
    if (isKnown && known.length === 0) return undefined;
    const fresh = isKnown ? draft.chance.pick(known) : old.replace(/\d+/, (digits) => String(99_000 + Number(digits)));
    (rows[row] as string[])[columnOf(file, column)] = fresh;
    draft.rewrite(file, rows);
    const no = cellOf(file, rows[row], "treasury_no");
    return truthOf(
      file,
      {
        kind,
        codes,
        docs: [
          [no, no],
          [old, old],
          [fresh, fresh],
        ],
      },
      [row, row],
    );
  };
}

const cancelled: Fault = (draft) => {
  const file = draft.take(["requisitions"], 3);
  if (!file) return undefined;
  const rows = draft.rowsOf(file);
  const row = draft.chance.below(rows.length);
  const at = columnOf(file, "cancelled");
  const cells = rows[row] ?? [];
  cells[at] = cells[at] === "0" ? "1" : "0";
  draft.rewrite(file, rows);
  const names = ["treasury_no", "budget_code"].map((name) => cellOf(file, cells, name));
  return truthOf(
    file,
    {
      kind: cells[at] === "1" ? "t-requisition-cancelled" : "t-requisition-uncancelled",
      codes: ["tie/cross-module", "tie/dangling"],
      docs: names.map((no) => [no, no] as const),
      amounts: [
        { where: [[file.module, file.month]], accept: [satangOf(cellOf(file, cells, "gross"))], account: null },
      ],
      states: ["inconsistent"],
    },
    [row, row],
  );
};

const chequeAmount: Fault = (draft) => {
  const file = draft.take(["cheques"], 2);
  if (!file) return undefined;
  const rows = draft.rowsOf(file);
  const row = draft.chance.below(rows.length);
  const by = BigInt(1 + draft.chance.below(90_000));
  const cells = rows[row] ?? [];
  const at = columnOf(file, "amount");
  cells[at] = bahtOf(satangOf(cells[at] ?? "") + by);
  draft.rewrite(file, rows);
  const names = ["cheque_no", "treasury_no"].map((name) => cellOf(file, cells, name));
  return truthOf(
    file,
    {
      kind: "t-cheque-amount",
      codes: ["tie/cross-module"],
      docs: names.map((no) => [no, no] as const),
      amounts: [{ where: [[file.module, file.month]], accept: [by], account: null }],
      states: ["inconsistent"],
    },
    [row, row],
  );
};

const chequeDeleted: Fault = (draft) => {
  const file = draft.take(["cheques"], 2);
  if (!file) return undefined;
  const rows = draft.rowsOf(file);
  const row = draft.chance.below(rows.length);
  const [gone] = rows.splice(row, 1);
  draft.rewrite(file, rows);
  const no = cellOf(file, gone, "treasury_no");
  return truthOf(
    file,
    {
      kind: "t-cheque-deleted",
      codes: ["tie/cross-module"],
      docs: [[no, no]],
      amounts: [
        { where: [[file.module, file.month]], accept: [satangOf(cellOf(file, gone, "amount"))], account: null },
      ],
    },
    [row, row],
  );
};

function chequeReference(kind: string, isKnown: boolean): Fault {
  return (draft) => {
    const file = draft.take(["cheques"], 3);
    if (!file) return undefined;
    const rows = draft.rowsOf(file);
    const row = draft.chance.below(rows.length);
    const old = cellOf(file, rows[row], "treasury_no");
    const known = file.rows.map((one) => cellOf(file, one, "treasury_no")).filter((no) => no !== old);
    if (isKnown && known.length === 0) return undefined;
    const fresh = isKnown ? draft.chance.pick(known) : old.replace(/\d+/, "99123");
    (rows[row] as string[])[columnOf(file, "treasury_no")] = fresh;
    draft.rewrite(file, rows);
    const cheque = cellOf(file, rows[row], "cheque_no");
    return truthOf(
      file,
      {
        kind,
        codes: ["tie/cross-module", "tie/dangling"],
        docs: [
          [cheque, cheque],
          [old, old],
          [fresh, fresh],
        ],
      },
      [row, row],
    );
  };
}

/** Which document an entry of the books pays or takes up. */
function entrySource(kind: string, book: string, isKnown: boolean): Fault {
  return (draft) => {
    const isFit = (one: BookFile) =>
      one.rows.some((row) => cellOf(one, row, "entry_no").startsWith(book) && cellOf(one, row, "source_no") !== "");
    const file = draft.take(["journal"], 6, isFit);
    if (!file) return undefined;
    const sourced = file.rows.filter(
      (row) => cellOf(file, row, "entry_no").startsWith(book) && cellOf(file, row, "source_no") !== "",
    );
    const entry = cellOf(file, draft.chance.pick(sourced), "entry_no");
    const rows = draft.rowsOf(file);
    const at = file.rows.flatMap((row, place) => (cellOf(file, row, "entry_no") === entry ? [place] : []));
    const old = cellOf(file, rows[at[0] ?? 0], "source_no");
    const others = sourced.map((row) => cellOf(file, row, "source_no")).filter((no) => no !== old);
    if (isKnown && others.length === 0) return undefined;
    const fresh = isKnown ? draft.chance.pick(others) : old.replace(/\d+/, "99123");
    for (const row of at) (rows[row] as string[])[columnOf(file, "source_no")] = fresh;
    draft.rewrite(file, rows);
    return truthOf(
      file,
      {
        kind,
        codes: ["tie/dangling", "tie/cross-module"],
        docs: [
          [entry, entry],
          [old, old],
          [fresh, fresh],
        ],
      },
      [at[0] ?? 0, at.at(-1) ?? 0],
    );
  };
}

export const EXPENDITURE_FAULTS: Readonly<Record<string, Fault>> = {
  goods: amount("goods_value"),
  vat: amount("vat"),
  gross: amount("gross"),
  tax: amount("withholding_tax"),
  deductions: amount("other_deductions"),
  net: amount("net"),
  requisitionsFirst: deleted("first"),
  requisitionsMiddle: deleted("middle"),
  requisitionsLast: deleted("last"),
  requisitionNumber: reference("t-gap-treasury-renumbered", "treasury_no", ["tie/number-gap", "tie/dangling"], false),
  requisitionEntry: reference("t-dangle-entry", "entry_no", ["tie/dangling"], false),
  requisitionEntryOther: reference("t-requisition-entry-other", "entry_no", ["tie/dangling", "tie/cross-module"], true),
  requisitionBudget: reference("t-requisition-budget-other", "budget_code", ["tie/cross-module"], true),
  requisitionBudgetUnknown: unknownCode("t-dangle-budget", "requisitions", "budget_code", "9999999999999999"),
  plan: unknownCode("t-dangle-plan", "requisitions", "plan_code", "00999"),
  work: unknownCode("t-dangle-work", "requisitions", "work_code", "00999"),
  expense: unknownCode("t-dangle-expense", "requisitions", "expense_code", "9999999"),
  cancelled,
  chequeAmount,
  chequeDeleted,
  chequeUnknown: chequeReference("t-dangle-cheque", false),
  chequeOther: chequeReference("t-cheque-other", true),
  chequeBank: unknownCode("t-dangle-cheque-bank", "cheques", "bank_account_no", "9999999999"),
  pvSource: entrySource("t-dangle-pv-source", "PV", false),
  pvSourceOther: entrySource("t-pv-source-other", "PV", true),
  rvSource: entrySource("t-dangle-rv-source", "RV", false),
  rvSourceOther: entrySource("t-rv-source-other", "RV", true),
};
