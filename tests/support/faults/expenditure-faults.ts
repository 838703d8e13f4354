/** Faults of requisitions, cheques and their journal entries that T6, T7, T8, T10 and T11 betray. */
import { addMonths, type Month } from "@/lib/period/month";
import { chooseDocuments, unknownCode, type Where } from "./accounting-faults";
import { cellOf, columnOf, type Fault, satangOf, truthOf } from "./draft";
import { cancellationTurned, countedRows, gone, ledElsewhere, raised } from "./one-row";
import type { BookFile } from "./sound-books";

const withCounted = (file: BookFile) => countedRows(file).length > 1;

const counted = { table: "requisitions", rows: countedRows, isFit: withCounted };
const CROSS = ["tie/cross-module"];

const amount = (column: string) =>
  raised(
    {
      ...counted,
      kind: `t-requisition-${column.replace("_", "-")}`,
      codes: CROSS,
      names: ["treasury_no", "budget_code"],
    },
    column,
  );

const reference = (kind: string, column: string, codes: readonly string[], isKnown: boolean) =>
  ledElsewhere({ ...counted, kind, codes, names: ["treasury_no"] }, column, isKnown);

const chequeReference = (kind: string, isKnown: boolean) =>
  ledElsewhere(
    { table: "cheques", kind, codes: ["tie/cross-module", "tie/dangling"], names: ["cheque_no"] },
    "treasury_no",
    isKnown,
  );

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
    // a cancelled document at the month's edge is named by nobody, and may as well be missing from the month beside
    const edge = where === "first" ? all[0] : where === "last" ? all.at(-1) : undefined;
    const isLoose = edge !== undefined && !removed.some((row) => cellOf(file, row, "treasury_no") === edge);
    const beside = addMonths(file.month as Month, where === "first" ? -1 : 1);
    return truthOf(file, {
      kind: `t-gap-treasury-${where}`,
      codes: ["tie/number-gap", "tie/cross-module"],
      docs: [
        [all[0] ?? "", all.at(-1) ?? ""],
        ...removed.map((row) => [cellOf(file, row, "budget_code"), cellOf(file, row, "budget_code")] as const),
      ],
      ...(isLoose
        ? {
            at: [
              [file.module, file.month],
              [file.module, beside],
            ],
          }
        : {}),
      amounts: sum === 0n ? [] : [{ where: [[file.module, file.month]], accept: [sum, ...each], account: null }],
    });
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
  cancelled: cancellationTurned(
    {
      table: "requisitions",
      kind: "t-requisition",
      codes: ["tie/cross-module", "tie/dangling"],
      names: ["treasury_no", "budget_code"],
    },
    "gross",
  ),
  chequeAmount: raised(
    { table: "cheques", kind: "t-cheque-amount", codes: CROSS, names: ["cheque_no", "treasury_no"] },
    "amount",
  ),
  chequeDeleted: gone(
    { table: "cheques", kind: "t-cheque-deleted", codes: CROSS, names: ["treasury_no"] },
    "amount",
    2,
  ),
  chequeUnknown: chequeReference("t-dangle-cheque", false),
  chequeOther: chequeReference("t-cheque-other", true),
  chequeBank: unknownCode("t-dangle-cheque-bank", "cheques", "bank_account_no", "9999999999"),
  pvSource: entrySource("t-dangle-pv-source", "PV", false),
  pvSourceOther: entrySource("t-pv-source-other", "PV", true),
  rvSource: entrySource("t-dangle-rv-source", "RV", false),
  rvSourceOther: entrySource("t-rv-source-other", "RV", true),
};
