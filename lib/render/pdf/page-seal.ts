/** The QR code at the first page's top left corner, where the head leaves room; the code itself stands at the foot of every page. */
import { QUIET_SQUARES, qrSquares } from "@/lib/render/qr/qr-squares";
import type { FileSeal } from "@/lib/reports/document";
import type { PageContent } from "./page-content";
import type { Paper } from "./paper";

/** 21 mm: a square of half a millimetre at the usual length of an address, which telephones read from paper. */
const SIDE_PT = 60;
const ABOVE_TOP_PT = 8;

/** What the head keeps free on either side, so that it stays in the middle. */
export const SEAL_WIDTH_PT = SIDE_PT + 8;

/** Gives the place below it. */
export function drawSeal(content: PageContent, seal: FileSeal, paper: Paper): number {
  const rows = qrSquares(seal.address);
  const squarePt = SIDE_PT / rows.length;
  const top = paper.topPt - ABOVE_TOP_PT;
  content.squares(rows, paper.leftPt, top, squarePt);
  return top + SIDE_PT + QUIET_SQUARES * squarePt;
}
