/** Faults of the budget that T8 and T11 betray, and months and tables that are gone without a trace. */
import { unknownCode } from "./accounting-faults";
import { cellOf, columnOf, type Fault, satangOf, truthOf } from "./draft";
import { gone, raise, raised, someAmount } from "./one-row";

const budgetLine = { table: "budget_lines", names: ["budget_code"], accounts: ["budget_code"] };

const line = (column: string) =>
  raised({ ...budgetLine, kind: `t-budget-${column.replace("_", "-")}`, codes: ["tie/cross-module"] }, column);

/** Two figures of a line changed so that it still adds up. */
const lineDisbursedAndRemaining: Fault = (draft) => {
  const file = draft.take(["budget_lines"], 2);
  if (!file) return undefined;
  const rows = draft.rowsOf(file);
  const row = draft.chance.below(rows.length);
  const by = someAmount(draft);
  const cells = rows[row] ?? [];
  raise(file, cells, "disbursed", by);
  raise(file, cells, "remaining", -by);
  draft.rewrite(file, rows);
  const code = cellOf(file, cells, "budget_code");
  return truthOf(
    file,
    {
      kind: "t-budget-rise",
      codes: ["tie/cross-module"],
      docs: [[code, code]],
      accounts: [code],
      amounts: [{ where: [[file.module, file.month]], accept: [by], account: null }],
      states: ["inconsistent"],
    },
    [row, row],
  );
};

const lineCode: Fault = (draft) => {
  const file = draft.take(["budget_lines"], 3);
  if (!file) return undefined;
  const rows = draft.rowsOf(file);
  const row = draft.chance.below(rows.length);
  const at = columnOf(file, "budget_code");
  const cells = rows[row] ?? [];
  const old = cells[at] ?? "";
  const fresh = `${old.slice(0, -4)}9999`;
  cells[at] = fresh;
  draft.rewrite(file, rows);
  return truthOf(
    file,
    {
      kind: "t-budget-code-changed",
      codes: ["tie/cross-module", "tie/dangling"],
      docs: [
        [old, old],
        [fresh, fresh],
      ],
      accounts: [old, fresh],
    },
    [row, row],
  );
};

/** The codes of two lines exchanged. */
const linesSwapped: Fault = (draft) => {
  const file = draft.take(["budget_lines"], 4);
  if (!file) return undefined;
  const rows = draft.rowsOf(file);
  const row = draft.chance.below(rows.length - 1);
  const [one, other] = [rows[row] ?? [], rows[row + 1] ?? []];
  const from = columnOf(file, "approved");
  if (one.slice(from).join() === other.slice(from).join()) return undefined;
  const at = columnOf(file, "budget_code");
  const codes = [one[at] ?? "", other[at] ?? ""];
  [one[at], other[at]] = [other[at] ?? "", one[at] ?? ""];
  draft.rewrite(file, rows);
  return truthOf(
    file,
    {
      kind: "t-budget-codes-swapped",
      codes: ["tie/cross-module"],
      docs: codes.map((code) => [code, code] as const),
      accounts: codes,
      states: ["inconsistent"],
    },
    [row, row + 1],
  );
};

const transferAmount: Fault = (draft) => {
  const file = draft.take(["budget_transfers"]);
  if (!file) return undefined;
  const rows = draft.rowsOf(file);
  const row = draft.chance.below(rows.length);
  const by = someAmount(draft);
  const cells = rows[row] ?? [];
  raise(file, cells, "amount", by);
  draft.rewrite(file, rows);
  const names = ["transfer_no", "from_budget_code", "to_budget_code"].map((name) => cellOf(file, cells, name));
  const isFirst = file.month === draft.books.months[0];
  return truthOf(
    file,
    {
      kind: isFirst ? "t-transfer-amount-first-month" : "t-transfer-amount",
      codes: ["tie/cross-module"],
      docs: names.map((no) => [no, no] as const),
      accounts: names.slice(1),
      amounts: isFirst ? [] : [{ where: [[file.module, file.month]], accept: [by], account: null }],
      states: isFirst ? ["inconsistent", "intact"] : ["inconsistent"],
    },
    [row, row],
  );
};

/** A whole month of a module is neither there nor listed. */
function silentPartition(module: string, needs: string): Fault {
  return (draft) => {
    const files = draft.takePartition([module], (all) =>
      all.some(({ table, rows }) => table === needs && rows.length > 0),
    );
    const [first] = files ?? [];
    if (!files || !first) return undefined;
    for (const file of files) draft.forget(file);
    const amounts = [];
    const balances = files.find(({ table }) => table === "balances");
    // what an account moved is only known where a month stands on both sides
    const isInner = first.month !== draft.books.months[0] && first.month !== draft.books.months.at(-1);
    if (balances && isInner)
      for (const row of balances.rows) {
        const net = satangOf(cellOf(balances, row, "debit")) - satangOf(cellOf(balances, row, "credit"));
        if (net !== 0n)
          amounts.push({
            where: [[module, first.month]] as const,
            accept: [net < 0n ? -net : net],
            account: cellOf(balances, row, "account_code"),
          });
      }
    return truthOf(first, {
      kind: `t-silent-${module}`,
      codes: ["tie/silent-partition"],
      table: null,
      files: files.map(({ path }) => path),
      amounts,
      states: ["lost"],
    });
  };
}

function silentTable(table: string): Fault {
  return (draft) => {
    const isAlone = (path: string, month: string, module: string) =>
      !draft.files.some(
        (one) => one.month === month && one.module === module && one.path !== path && one.rows.length > 0,
      );
    const file = draft.take([table], 1, (one) => !isAlone(one.path, one.month, one.module));
    if (!file) return undefined;
    draft.forget(file);
    return truthOf(file, {
      kind: `t-silent-table-${table}`,
      codes: ["tie/silent-partition", "tie/balance", "tie/number-gap", "tie/dangling", "tie/cross-module"],
      states: ["partial", "inconsistent"],
    });
  };
}

export const BUDGET_FAULTS: Readonly<Record<string, Fault>> = {
  approved: line("approved"),
  transferredIn: line("transferred_in"),
  transferredOut: line("transferred_out"),
  encumbered: line("encumbered"),
  disbursed: line("disbursed"),
  remaining: line("remaining"),
  lineDisbursedAndRemaining,
  lineDeleted: gone({ ...budgetLine, kind: "t-budget-row-deleted", codes: ["tie/cross-module", "tie/dangling"] }, null),
  lineCode,
  linesSwapped,
  linePlan: unknownCode("t-dangle-budget-plan", "budget_lines", "plan_code", "00999"),
  transferAmount,
  transferDeleted: gone(
    {
      table: "budget_transfers",
      kind: "t-transfer-deleted",
      codes: ["tie/cross-module", "tie/number-gap"],
      names: ["transfer_no", "from_budget_code", "to_budget_code"],
      accounts: ["from_budget_code", "to_budget_code"],
      // before the first month nothing stands that would know of it
      isFit: (file, draft) => file.month !== draft.books.months[0],
    },
    "amount",
    1,
  ),
  transferFrom: unknownCode("t-dangle-transfer", "budget_transfers", "from_budget_code", "9999999999999999"),
};

export const SILENCE_FAULTS: Readonly<Record<string, Fault>> = {
  silentAccounting: silentPartition("accounting", "journal"),
  silentRevenue: silentPartition("revenue", "receipts"),
  silentExpenditure: silentPartition("expenditure", "requisitions"),
  silentBudget: silentPartition("budget", "budget_lines"),
  silentJournal: silentTable("journal"),
  silentBalances: silentTable("balances"),
  silentCash: silentTable("cash"),
  silentReceipts: silentTable("receipts"),
  silentRegister: silentTable("revenue_register"),
  silentRequisitions: silentTable("requisitions"),
  silentCheques: silentTable("cheques"),
  silentLines: silentTable("budget_lines"),
};
