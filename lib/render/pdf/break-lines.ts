/** Where lines end. Thai has no spaces between words, so words come from ICU; a word longer than its line is cut between clusters, never inside one. */
import type { Cluster } from "./shape-cluster";

/** Clusters `from` … `to − 1` of a text. */
export interface Line {
  readonly from: number;
  readonly to: number;
  /** Without the spaces that hang over its end; thousandths of the font size. */
  readonly width: number;
}

const words = new Intl.Segmenter("th", { granularity: "word" });

/** ICU needs more than linear time for long texts: only the line and this much after it is shown to it. */
const LOOK_AHEAD_CLUSTERS = 16;

/** A room that was measured for a word holds it, whatever its way through points and back has rounded away. */
const ROUNDING = 0.001;

const NEVER_FIRST = /[)\]}»”’…,.:;!?%/\-–ๆฯ]/;
const NEVER_LAST = /[([{«“‘]/;
/** Stand after a space, and yet belong to the word before it: «อื่น ๆ», «รวมชนิดสินทรัพย์ : ครุภัณฑ์». */
const WITH_WORD_BEFORE = /^[ๆ:]$/;

/** Breaks `clusters`, which make up a text, into lines of at most `limit` thousandths of the font size; at least one line. */
export function breakLines(clusters: readonly Cluster[], limit: number): Line[] {
  const lines: Line[] = [];
  let from = 0;
  while (from < clusters.length) {
    const full = fill(clusters, from, limit);
    if (full.end === clusters.length) {
      lines.push({ from, to: full.end, width: full.width });
      return lines;
    }
    if (clusters[full.end]?.isNewline) {
      lines.push({ from, to: full.end, width: full.width });
      from = full.end + 1;
      if (from === clusters.length) return lines;
      continue;
    }
    const to = Math.max(from + 1, breakBefore(clusters, from, full.end));
    lines.push({ from, to, width: inkWidth(clusters, from, to) });
    from = to;
  }
  return lines.length > 0 ? lines : [{ from: 0, to: 0, width: 0 }];
}

/** How many clusters fit; spaces at the end hang over and cost nothing. */
function fill(clusters: readonly Cluster[], from: number, limit: number): { end: number; width: number } {
  let pen = 0;
  let width = 0;
  let end = from;
  for (; end < clusters.length; end++) {
    const cluster = clusters[end];
    if (!cluster || cluster.isNewline) break;
    pen += cluster.width;
    if (cluster.isSpace) continue;
    if (pen > limit + ROUNDING) break;
    width = pen;
  }
  return { end, width };
}

function inkWidth(clusters: readonly Cluster[], from: number, to: number): number {
  let pen = 0;
  let width = 0;
  for (let index = from; index < to; index++) {
    const cluster = clusters[index];
    if (!cluster) break;
    pen += cluster.width;
    if (!cluster.isSpace) width = pen;
  }
  return width;
}

/**
 * The last cluster in (from, end] that may begin a line; `end` if the line holds a single long word. ICU is shown only what
 * stands after the last space: a space ends a word in any case, and the shorter the text, the faster it answers.
 */
function breakBefore(clusters: readonly Cluster[], from: number, end: number): number {
  let start = end;
  while (start > from && !clusters[start - 1]?.isSpace) start--;
  let text = "";
  const starts: number[] = [];
  const until = Math.min(clusters.length, end + LOOK_AHEAD_CLUSTERS);
  for (let index = start; index < until; index++) {
    const cluster = clusters[index];
    if (!cluster || (cluster.isSpace && index > end)) break;
    starts.push(text.length);
    text += cluster.text;
  }
  const segments = words.segment(text);
  let offset = starts[end - start] ?? text.length;
  while (offset > 0) {
    const word = segments.containing(offset);
    if (!word || word.index === 0) break;
    const cut = starts.indexOf(word.index);
    if (cut > 0 && mayBreak(clusters[start + cut - 1]?.text ?? "", clusters[start + cut]?.text ?? ""))
      return start + cut;
    offset = word.index - 1;
  }
  if (start === from) return end;
  if (!WITH_WORD_BEFORE.test(clusters[start]?.text ?? "") || start - 2 <= from) return start;
  const lastOfWord = start - 2;
  const earlier = breakBefore(clusters, from, lastOfWord);
  return earlier < lastOfWord ? earlier : start;
}

/** Whether a line may end after the cluster or word `before` and the next begin with `after`; what ICU says of the words is asked before. */
export function mayBreak(before: string, after: string): boolean {
  const last = before.at(-1) ?? "";
  const first = after.at(0) ?? "";
  if (NEVER_FIRST.test(first) || NEVER_LAST.test(last)) return false;
  // «พ.ศ.», «ม.ค.» and «1,234.50» hold together.
  return !(last === "." || last === ",") || /\s/.test(first);
}
