/** Texts made ready for the page: clusters of a face at a size, in one line or broken to a width. */
import { breakLines, type Line } from "./break-lines";
import { type ClusterSource, createClusterSource } from "./clusters";
import type { PdfFonts } from "./fonts";
import { createGlyphCodes } from "./glyph-codes";
import type { Cluster } from "./shape-cluster";

export type FaceName = "regular" | "bold";

export interface SetLine {
  readonly widthPt: number;
  /** What stands between `[(` and `)]TJ` on the page. */
  readonly bytes: string;
}

export interface SetText {
  readonly face: FaceName;
  readonly sizePt: number;
  readonly lines: readonly SetLine[];
  /** Of the widest line. */
  readonly widthPt: number;
}

export interface Typesetter {
  readonly faces: Readonly<Record<FaceName, ClusterSource>>;
  /** One line, however long. Line breaks in the text become spaces. */
  readonly line: (text: string, face: FaceName, sizePt: number) => SetText;
  /** One line, set smaller if need be, so that it is never wider than `widthPt`. */
  readonly fitted: (text: string, face: FaceName, sizePt: number, widthPt: number) => SetText;
  readonly block: (text: string, face: FaceName, sizePt: number, widthPt: number) => SetText;
}

export function createTypesetter(fonts: PdfFonts): Typesetter {
  const faces = {
    regular: createClusterSource(fonts.regular, createGlyphCodes()),
    bold: createClusterSource(fonts.bold, createGlyphCodes()),
  };

  function line(text: string, face: FaceName, sizePt: number): SetText {
    const clusters = faces[face].clustersOf(text.includes("\n") ? text.replaceAll("\n", " ") : text);
    return setLines(clusters, [{ from: 0, to: clusters.length, width: widthOf(clusters) }], face, sizePt);
  }

  function fitted(text: string, face: FaceName, sizePt: number, widthPt: number): SetText {
    const set = line(text, face, sizePt);
    if (set.widthPt <= widthPt) return set;
    // Downwards to a twentieth of a point: sizes stay few, and rounding never makes it too wide again.
    return line(text, face, Math.max(0.5, Math.floor(((sizePt * widthPt) / set.widthPt) * 20) / 20));
  }

  function block(text: string, face: FaceName, sizePt: number, widthPt: number): SetText {
    const clusters = faces[face].clustersOf(text);
    return setLines(clusters, breakLines(clusters, (widthPt * 1000) / sizePt), face, sizePt);
  }

  return { faces, line, fitted, block };
}

function setLines(clusters: readonly Cluster[], lines: readonly Line[], face: FaceName, sizePt: number): SetText {
  let widest = 0;
  const set = lines.map(({ from, to, width }) => {
    let bytes = "";
    for (let index = from; index < to; index++) bytes += clusters[index]?.bytesAt(sizePt) ?? "";
    widest = Math.max(widest, width);
    return { widthPt: (width * sizePt) / 1000, bytes };
  });
  return { face, sizePt, lines: set, widthPt: (widest * sizePt) / 1000 };
}

function widthOf(clusters: readonly Cluster[]): number {
  let width = 0;
  for (const cluster of clusters) width += cluster.width;
  return width;
}

/** Distance of lines: Sarabun's ascent and descent are 1.3 of its size, and Thai marks fill them. */
export function lineHeightPt(sizePt: number): number {
  return sizePt * 1.36;
}

/** From the top of a line to its baseline. */
export function baselinePt(sizePt: number): number {
  return sizePt * 1.16;
}
