/** In which of many known losses a document lies: asked of thousands of documents and thousands of losses, so it must not be asked one by one. */
import type { Finding } from "@/lib/finding/finding";
import { isOfOneSeries } from "@/lib/ledger/document-number";

/** Gives the first finding, in the order given, from whose `docFrom` to whose `docTo` a number of the same series and length lies. */
export function firstWithin(findings: readonly Finding[]): (no: string) => Finding | undefined {
  const byLength = new Map<number, Extent[]>();
  for (const finding of findings) {
    const { docFrom: from, docTo: to } = finding;
    if (from === null || to === null) continue;
    const parts = isOfOneSeries(from, to) ? [[from, to] as const] : [[from, from] as const, [to, to] as const];
    for (const [first, last] of parts) {
      if (last < first) continue;
      const extents = byLength.get(first.length) ?? [];
      byLength.set(first.length, extents);
      extents.push({ finding, from: first, to: last });
    }
  }
  const lookUps = new Map([...byLength].map(([length, extents]) => [length, lookUpIn(extents)]));
  return (no) => lookUps.get(no.length)?.(no);
}

interface Extent {
  readonly finding: Finding;
  readonly from: string;
  readonly to: string;
}

/** Every end of an extent is a cell, and so is what lies between two ends; each cell is given once, to the first finding that covers it. */
function lookUpIn(extents: readonly Extent[]): (no: string) => Finding | undefined {
  const ends = [...new Set(extents.flatMap(({ from, to }) => [from, to]))].sort();
  const placeOf = new Map(ends.map((end, at) => [end, at * 2]));
  const cells = new Array<Finding | undefined>(ends.length * 2);
  /** Of each cell the next that may still be free; itself as long as it is. */
  const next = Int32Array.from({ length: cells.length + 1 }, (_, cell) => cell);
  const freeFrom = (start: number): number => {
    let cell = start;
    for (let after = next[cell] ?? cell; after !== cell; after = next[cell] ?? cell) {
      next[cell] = next[after] ?? after;
      cell = after;
    }
    return cell;
  };
  for (const { finding, from, to } of extents) {
    const last = placeOf.get(to) ?? -1;
    for (let cell = freeFrom(placeOf.get(from) ?? 0); cell <= last; cell = freeFrom(cell)) {
      cells[cell] = finding;
      next[cell] = cell + 1;
    }
  }
  return (no) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? "") <= no) low = middle + 1;
      else high = middle;
    }
    if (low === 0) return undefined;
    return cells[ends[low - 1] === no ? (low - 1) * 2 : low * 2 - 1];
  };
}
