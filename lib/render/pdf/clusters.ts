/**
 * Text cut into clusters: a base with the marks that stand on it, and a following ำ. Each distinct cluster is shaped once per
 * document (a ledger of 8,000 rows has about a hundred), and remembers its width and its bytes for the page.
 */
import type { PdfFont } from "./fonts";
import type { GlyphCodes } from "./glyph-codes";
import { type Cluster, shapeCluster } from "./shape-cluster";

export interface ClusterSource {
  readonly font: PdfFont;
  readonly codes: GlyphCodes;
  readonly clustersOf: (text: string) => Cluster[];
}

interface Node {
  readonly text: string;
  cluster?: Cluster;
  /** By the low 7 bits of a Thai mark (U+0E00 block). */
  readonly next: (Node | undefined)[];
}

const SARA_AM = 0xe33;
/** Plain characters and the Thai block. */
const ROOTS = 0xe80;
/** A damaged archive may hold any number of distinct clusters: past this they are shaped anew each time. */
const REMEMBERED_MAX = 20_000;

function isThaiMark(unit: number): boolean {
  return unit === 0xe31 || (unit >= 0xe33 && unit <= 0xe3a) || (unit >= 0xe47 && unit <= 0xe4e);
}

/** Accents that stand on Latin letters. */
function isAccent(unit: number): boolean {
  return unit >= 0x300 && unit < 0x370;
}

/** Clusters of one font in one document. */
export function createClusterSource(font: PdfFont, codes: GlyphCodes): ClusterSource {
  // As long as it will ever be: a sparse array would be searched like a dictionary.
  const roots = new Array<Node | undefined>(ROOTS).fill(undefined);
  const others = new Map<string, Cluster>();
  let remembered = 0;

  function clusterOf(node: Node): Cluster {
    node.cluster ??= shapeCluster(node.text, font, codes);
    return node.cluster;
  }

  /** The text of a cluster is cut out only when it is new. */
  function nodeAfter(row: (Node | undefined)[], index: number, text: string, from: number, to: number): Node {
    const known = row[index];
    if (known) return known;
    const node: Node = { text: text.slice(from, to), next: [] };
    if (remembered++ < REMEMBERED_MAX) row[index] = node;
    return node;
  }

  /** Anything but plain characters and Thai: accents on Latin letters, emoji, other scripts. */
  function otherCluster(text: string): Cluster {
    const known = others.get(text);
    if (known) return known;
    const cluster = shapeCluster(text, font, codes);
    if (others.size < REMEMBERED_MAX) others.set(text, cluster);
    return cluster;
  }

  function clustersOf(text: string): Cluster[] {
    const clusters: Cluster[] = [];
    let index = 0;
    while (index < text.length) {
      const unit = text.charCodeAt(index);
      if (unit >= 0x300 && (unit < 0xe00 || unit > 0xe7f)) {
        const end = endOfOther(text, index);
        clusters.push(otherCluster(text.slice(index, end)));
        index = end;
        continue;
      }
      if (unit < 0x300 && index + 1 < text.length && isAccent(text.charCodeAt(index + 1))) {
        const end = endOfOther(text, index);
        clusters.push(otherCluster(text.slice(index, end)));
        index = end;
        continue;
      }
      const start = index++;
      let node = nodeAfter(roots, unit, text, start, index);
      // A mark belongs to the Thai letter before it; ำ ends the cluster.
      while (unit >= 0xe01 && index < text.length && index - start < 8) {
        const mark = text.charCodeAt(index);
        if (!isThaiMark(mark)) break;
        index += 1;
        node = nodeAfter(node.next, mark & 0x7f, text, start, index);
        if (mark === SARA_AM) break;
      }
      clusters.push(clusterOf(node));
    }
    return clusters;
  }

  return { font, codes, clustersOf };
}

const COMBINING = /^\p{M}$/u;

/** End of the code point at `start` and of the combining marks after it. */
function endOfOther(text: string, start: number): number {
  let end = start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
  while (end < text.length && end - start < 16) {
    const code = text.codePointAt(end) ?? 0;
    if (code < 0x300 || isThaiMark(code) || !COMBINING.test(String.fromCodePoint(code))) break;
    end += code > 0xffff ? 2 : 1;
  }
  return end;
}
