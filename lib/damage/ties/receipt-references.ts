/** Which remittance and entry each receipt names, and which of those references were changed: by its siblings and by the sums of the entries. */
import { type Amount, ZERO } from "@/lib/money/amount";
import { type BookIndex, groupBy, sumOf } from "../book-index";
import type { EntryEvidence, ReceiptEvidence } from "../evidence";
import type { Witnesses } from "../witnesses";

/** A receipt that names another remittance or entry than its siblings and the cash book do. */
interface Stray {
  readonly receipt: ReceiptEvidence;
  readonly column: "remittance_no" | "entry_no";
  readonly value: string | null;
  /** Null where only the value itself is known to be wrong. */
  readonly expected: string | null;
}

/** By which remittance each receipt counts: its own, unless its entry and its siblings there say another. */
export function readReferences(receipts: readonly ReceiptEvidence[], index: BookIndex, witnesses: Witnesses) {
  const strays: Stray[] = [];
  const moved = new Map<ReceiptEvidence, string>();
  const siblings = groupBy(receipts, ({ remittanceNo }) => remittanceNo);
  const counted = new Map([...siblings].map(([no, rows]) => [no, sumOf(rows, ({ amount }) => amount)]));
  const countedFor = (no: string | null): Amount => counted.get(no ?? "") ?? ZERO;
  for (const receipt of receipts) {
    const { remittanceNo, entryNo } = receipt;
    const byEntry = entryNo === null ? undefined : index.entriesByNo.get(entryNo)?.find(({ book }) => book === "RV");
    const named = remittanceNo === null ? undefined : index.receiptEntries.get(remittanceNo);
    const byRemittance = named?.find((entry) => entry.entryNo === entryNo) ?? named?.[0];
    if (byEntry && byRemittance && byEntry.entryNo !== byRemittance.entryNo) {
      // both lead somewhere: the one whose sums are right with the receipt as it stands was not changed
      const isRight = debitOf(byRemittance, index) === countedFor(remittanceNo);
      const wouldBeRight =
        debitOf(byEntry, index) ===
        countedFor(byEntry.sourceNo) + (byEntry.sourceNo === remittanceNo ? 0n : receipt.amount);
      if (isRight || !wouldBeRight || !byEntry.sourceNo)
        strays.push({ receipt, column: "entry_no", value: entryNo, expected: byRemittance.entryNo });
      else {
        strays.push({ receipt, column: "remittance_no", value: remittanceNo, expected: byEntry.sourceNo });
        moved.set(receipt, byEntry.sourceNo);
      }
    } else if (byEntry?.sourceNo && !byRemittance) {
      // the receipts of this remittance come to what the entry took up: its reference was changed, not theirs
      const isWhole = countedFor(remittanceNo) === debitOf(byEntry, index);
      if (isWhole && (index.receiptEntries.get(byEntry.sourceNo) ?? []).length > 1) continue;
      const hasOthers = (siblings.get(byEntry.sourceNo)?.length ?? 0) > 0;
      if (hasOthers && countedFor(byEntry.sourceNo) === debitOf(byEntry, index)) {
        // that entry took up its own receipts to the satang, and this one beside them would be too many
        strays.push({ receipt, column: "entry_no", value: entryNo, expected: null });
        continue;
      }
      const isAlone = (siblings.get(remittanceNo ?? "")?.length ?? 0) <= 1;
      // all receipts of the remittance lead to an entry that names another one which no receipt has: that entry was changed
      if (!hasOthers && (!isAlone || remittanceNo !== null) && !isOnlyStray(byEntry, receipt, siblings, index))
        continue;
      strays.push({ receipt, column: "remittance_no", value: remittanceNo, expected: byEntry.sourceNo });
      moved.set(receipt, byEntry.sourceNo);
    } else if (byRemittance && !byEntry) {
      // the entry was given another number, and is told as such
      if (witnesses.isAstray(byRemittance.entryNo)) continue;
      strays.push({ receipt, column: "entry_no", value: entryNo, expected: byRemittance.entryNo });
    }
  }
  return { strays, remittanceOf: (receipt: ReceiptEvidence) => moved.get(receipt) ?? receipt.remittanceNo };
}

function debitOf(entry: EntryEvidence, index: BookIndex): Amount {
  return sumOf(index.entriesByNo.get(entry.entryNo) ?? [entry], ({ cashDebit }) => cashDebit);
}

/** A remittance of one receipt: its number was changed, not the entry's, if the entry's number stands in line with its neighbours'. */
function isOnlyStray(
  entry: EntryEvidence,
  receipt: ReceiptEvidence,
  siblings: ReadonlyMap<string, readonly ReceiptEvidence[]>,
  index: BookIndex,
): boolean {
  if ((siblings.get(receipt.remittanceNo ?? "")?.length ?? 0) > 1) return false;
  const digits = (text: string | null) => Number(/\d+/.exec(text ?? "")?.[0] ?? Number.NaN);
  const running = digits(entry.sourceNo);
  const width = entry.sourceNo?.match(/\d+/)?.[0].length ?? 0;
  const near = (by: number) => entry.sourceNo?.replace(/\d+/, String(running + by).padStart(width, "0"));
  return [near(-1), near(1)].some((no) => no !== undefined && index.receiptEntries.has(no));
}
