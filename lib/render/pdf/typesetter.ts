/** Texts made ready for the page: clusters of a face at a size, in one line or broken to a width. */
import { breakLines, type Line } from "./break-lines";
import { type Cluster, type ClusterSource, createClusterSource } from "./clusters";
import type { PdfFonts } from "./fonts";
import { createGlyphCodes } from "./glyph-codes";

export type FaceName = "regular" | "bold";

export interface SetText {
  readonly face: FaceName;
  readonly sizePt: number;
  readonly clusters: readonly Cluster[];
  readonly lines: readonly Line[];
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
    regular: createClusterSource(fonts.regular, createGlyphCodes(fonts.regular)),
    bold: createClusterSource(fonts.bold, createGlyphCodes(fonts.bold)),
  };

  function line(text: string, face: FaceName, sizePt: number): SetText {
    const clusters = faces[face].clustersOf(text.includes("\n") ? text.replaceAll("\n", " ") : text);
    let width = 0;
    for (const cluster of clusters) width += cluster.width;
    const lines = [{ from: 0, to: clusters.length, width }];
    return { face, sizePt, clusters, lines, widthPt: (width * sizePt) / 1000 };
  }

  function fitted(text: string, face: FaceName, sizePt: number, widthPt: number): SetText {
    const set = line(text, face, sizePt);
    if (set.widthPt <= widthPt) return set;
    // Downwards to a twentieth of a point: sizes stay few, and rounding never makes it too wide again.
    const smaller = Math.max(0.5, Math.floor(((sizePt * widthPt) / set.widthPt) * 20) / 20);
    return { ...set, sizePt: smaller, widthPt: (set.widthPt * smaller) / sizePt };
  }

  function block(text: string, face: FaceName, sizePt: number, widthPt: number): SetText {
    const clusters = faces[face].clustersOf(text);
    const lines = breakLines(clusters, (widthPt * 1000) / sizePt);
    let width = 0;
    for (const one of lines) width = Math.max(width, one.width);
    return { face, sizePt, clusters, lines, widthPt: (width * sizePt) / 1000 };
  }

  return { faces, line, fitted, block };
}

/** Distance of lines: Sarabun's ascent and descent are 1.3 of its size, and Thai marks fill them. */
export function lineHeightPt(sizePt: number): number {
  return sizePt * 1.36;
}

/** From the top of a line to its baseline. */
export function baselinePt(sizePt: number): number {
  return sizePt * 1.1;
}
