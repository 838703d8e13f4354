/** Faults of receipts and of the revenue register that T4, T5, T10 and T11 betray. */
import { chooseDocuments, unknownCode, type Where } from "./accounting-faults";
import { bahtOf, cellOf, columnOf, type Fault, satangOf, truthOf } from "./draft";
import type { BookFile } from "./sound-books";

const isCounted = (file: BookFile, row: readonly string[]) => cellOf(file, row, "cancelled") === "0";

const countedRows = (file: BookFile) => file.rows.flatMap((row, at) => (isCounted(file, row) ? [at] : []));

const withCounted = (file: BookFile) => countedRows(file).length > 0;

const amount: Fault = (draft) => {
  const file = draft.take(["receipts"], 3, withCounted);
  if (!file) return undefined;
  const row = draft.chance.pick(countedRows(file));
  const rows = draft.rowsOf(file);
  const by = BigInt(1 + draft.chance.below(90_000));
  const at = columnOf(file, "amount");
  const cells = rows[row] ?? [];
  cells[at] = bahtOf(satangOf(cells[at] ?? "") + by);
  draft.rewrite(file, rows);
  const [no, remittance] = [cellOf(file, cells, "receipt_no"), cellOf(file, cells, "remittance_no")];
  return truthOf(
    file,
    {
      kind: "t-receipt-amount",
      codes: ["tie/cross-module"],
      docs: [
        [no, no],
        [remittance, remittance],
        [cellOf(file, cells, "revenue_code"), cellOf(file, cells, "revenue_code")],
      ],
      amounts: [{ where: [[file.module, file.month]], accept: [by], account: null }],
      states: ["inconsistent"],
    },
    [row, row],
  );
};

function deleted(where: Where): Fault {
  return (draft) => {
    const file = draft.take(["receipts"], 4, withCounted);
    if (!file) return undefined;
    const numbers = file.rows.map((row) => cellOf(file, row, "receipt_no")).sort();
    const gone = new Set(chooseDocuments(draft, numbers, where, 5));
    const removed = file.rows.filter((row) => gone.has(cellOf(file, row, "receipt_no")));
    draft.rewrite(
      file,
      file.rows.filter((row) => !gone.has(cellOf(file, row, "receipt_no"))),
    );
    const all = [...gone];
    const byRemittance = new Map<string, bigint>();
    const byCode = new Map<string, bigint>();
    for (const row of removed.filter((one) => isCounted(file, one))) {
      const [remittance, code] = [cellOf(file, row, "remittance_no"), cellOf(file, row, "revenue_code")];
      const by = satangOf(cellOf(file, row, "amount"));
      byRemittance.set(remittance, (byRemittance.get(remittance) ?? 0n) + by);
      byCode.set(code, (byCode.get(code) ?? 0n) + by);
    }
    const docs = [...byRemittance.keys(), ...byCode.keys()].map((doc) => [doc, doc] as const);
    return truthOf(file, {
      kind: `t-gap-receipt-${where}`,
      codes: ["tie/number-gap", "tie/cross-module"],
      docs: [[all[0] ?? "", all.at(-1) ?? ""], ...docs],
      amounts: [...byRemittance.values()].map((by) => ({
        where: [
          [file.module, file.month],
          ["accounting", file.month],
        ],
        accept: [by],
        account: null,
      })),
    });
  };
}

function reference(kind: string, column: string, codes: readonly string[], isKnown: boolean): Fault {
  return (draft) => {
    const file = draft.take(["receipts"], 3, withCounted);
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
    const no = cellOf(file, rows[row], "receipt_no");
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
  const file = draft.take(["receipts"], 3);
  if (!file) return undefined;
  const rows = draft.rowsOf(file);
  const row = draft.chance.below(rows.length);
  const at = columnOf(file, "cancelled");
  const cells = rows[row] ?? [];
  cells[at] = cells[at] === "0" ? "1" : "0";
  draft.rewrite(file, rows);
  const names = ["receipt_no", "remittance_no", "revenue_code"].map((name) => cellOf(file, cells, name));
  return truthOf(
    file,
    {
      kind: cells[at] === "1" ? "t-receipt-cancelled" : "t-receipt-uncancelled",
      codes: ["tie/cross-module", "tie/dangling"],
      docs: names.filter((no) => no !== "").map((no) => [no, no] as const),
      amounts: [
        { where: [[file.module, file.month]], accept: [satangOf(cellOf(file, cells, "amount"))], account: null },
      ],
      states: ["inconsistent"],
    },
    [row, row],
  );
};

function register(kind: string, column: string): Fault {
  return (draft) => {
    const file = draft.take(["revenue_register"], 2);
    if (!file) return undefined;
    const rows = draft.rowsOf(file);
    const row = draft.chance.below(rows.length);
    const by = BigInt(1 + draft.chance.below(90_000));
    const cells = rows[row] ?? [];
    const at = columnOf(file, column);
    cells[at] = bahtOf(satangOf(cells[at] ?? "") + by);
    draft.rewrite(file, rows);
    const code = cellOf(file, cells, "revenue_code");
    return truthOf(
      file,
      {
        kind,
        codes: ["tie/cross-module"],
        docs: [[code, code]],
        amounts: [{ where: [[file.module, file.month]], accept: [by], account: null }],
        states: ["inconsistent"],
      },
      [row, row],
    );
  };
}

const registerDeleted: Fault = (draft) => {
  const file = draft.take(["revenue_register"], 3);
  if (!file) return undefined;
  const rows = draft.rowsOf(file);
  const row = draft.chance.below(rows.length);
  const [gone] = rows.splice(row, 1);
  draft.rewrite(file, rows);
  const code = cellOf(file, gone, "revenue_code");
  const received = satangOf(cellOf(file, gone, "received"));
  return truthOf(
    file,
    {
      kind: "t-register-row-deleted",
      codes: ["tie/cross-module"],
      docs: [[code, code]],
      amounts: received === 0n ? [] : [{ where: [[file.module, file.month]], accept: [received], account: null }],
    },
    [row, row],
  );
};

export const REVENUE_FAULTS: Readonly<Record<string, Fault>> = {
  receiptAmount: amount,
  receiptsFirst: deleted("first"),
  receiptsMiddle: deleted("middle"),
  receiptsLast: deleted("last"),
  receiptRemittance: reference("t-dangle-remittance", "remittance_no", ["tie/dangling", "tie/cross-module"], false),
  receiptRemittanceOther: reference("t-remittance-other", "remittance_no", ["tie/cross-module", "tie/dangling"], true),
  receiptEntry: reference("t-dangle-receipt-entry", "entry_no", ["tie/dangling"], false),
  receiptEntryOther: reference("t-receipt-entry-other", "entry_no", ["tie/cross-module", "tie/dangling"], true),
  receiptCode: reference("t-receipt-code-other", "revenue_code", ["tie/cross-module"], true),
  receiptCodeUnknown: unknownCode("t-dangle-revenue", "receipts", "revenue_code", "999999"),
  receiptNumber: reference("t-gap-receipt-renumbered", "receipt_no", ["tie/number-gap"], false),
  receiptBank: unknownCode("t-dangle-receipt-bank", "receipts", "bank_account_no", "9999999999"),
  cancelled,
  registerReceived: register("t-register-received", "received"),
  registerToDate: register("t-register-to-date", "received_to_date"),
  registerDeleted,
};
