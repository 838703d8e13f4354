/** Faults of receipts and of the revenue register that T4, T5, T10 and T11 betray. */
import { chooseDocuments, unknownCode, type Where } from "./accounting-faults";
import { cellOf, type Fault, satangOf, truthOf } from "./draft";
import { cancellationTurned, countedRows, gone, ledElsewhere, raised } from "./one-row";
import type { BookFile } from "./sound-books";

const isCounted = (file: BookFile, row: readonly string[]) => cellOf(file, row, "cancelled") === "0";

const withCounted = (file: BookFile) => countedRows(file).length > 0;

const counted = { table: "receipts", rows: countedRows, isFit: withCounted };
const CROSS = ["tie/cross-module"];
const register = { table: "revenue_register", codes: CROSS, names: ["revenue_code"] };

const reference = (kind: string, column: string, codes: readonly string[], isKnown: boolean) =>
  ledElsewhere({ ...counted, kind, codes, names: ["receipt_no"] }, column, isKnown);

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

export const REVENUE_FAULTS: Readonly<Record<string, Fault>> = {
  receiptAmount: raised(
    { ...counted, kind: "t-receipt-amount", codes: CROSS, names: ["receipt_no", "remittance_no", "revenue_code"] },
    "amount",
    3,
  ),
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
  cancelled: cancellationTurned(
    {
      table: "receipts",
      kind: "t-receipt",
      codes: ["tie/cross-module", "tie/dangling"],
      names: ["receipt_no", "remittance_no", "revenue_code"],
    },
    "amount",
  ),
  registerReceived: raised({ ...register, kind: "t-register-received" }, "received"),
  registerToDate: raised({ ...register, kind: "t-register-to-date" }, "received_to_date"),
  registerDeleted: gone({ ...register, kind: "t-register-row-deleted" }, "received"),
};
