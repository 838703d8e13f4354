/** What arithmetic proves of an account's month whose row in the trial balance was not read (ARCHIVE.md, T2 and T3). */
import { type Amount, satang, ZERO } from "@/lib/money/amount";

export interface BalanceSources {
  /** Closing of the month before; null where it is not known. */
  readonly before: Amount | null;
  /** Opening of the month after; null where it is not known. */
  readonly after: Amount | null;
  /** What the journal of the month comes to; null where it was not read whole. */
  readonly moved: { readonly debit: Amount; readonly credit: Amount } | null;
}

export interface ProvedBalance {
  /** Debit-positive. */
  readonly opening: Amount;
  readonly closing: Amount;
  /** Where only `isNet` is known, the difference stands on its side and the other side is zero. */
  readonly debit: Amount;
  readonly credit: Amount;
  readonly isNet: boolean;
}

/**
 * Two of the three determine a month; a journal that contradicts both neighbours is not believed. Undefined where less is known.
 */
export function proveBalance({ before, after, moved }: BalanceSources): ProvedBalance | undefined {
  if (before !== null && after !== null) {
    const net = satang(after - before);
    if (moved && moved.debit - moved.credit === net)
      return { opening: before, closing: after, debit: moved.debit, credit: moved.credit, isNet: false };
    const sides = net > 0n ? { debit: net, credit: ZERO } : { debit: ZERO, credit: satang(-net) };
    // Nothing moved on balance; the journal would have to say whether anything moved at all.
    return { opening: before, closing: after, ...sides, isNet: true };
  }
  if (!moved) return undefined;
  const net = moved.debit - moved.credit;
  if (before !== null) return { opening: before, closing: satang(before + net), ...moved, isNet: false };
  if (after !== null) return { opening: satang(after - net), closing: after, ...moved, isNet: false };
  return undefined;
}
