/** The sheet and what is kept free on it, in points. */

export interface Paper {
  readonly widthPt: number;
  readonly heightPt: number;
  readonly leftPt: number;
  readonly rightPt: number;
  readonly topPt: number;
  /** Where the body ends and the foot begins. */
  readonly bottomPt: number;
}

const A4_SHORT_PT = 595.28;
const A4_LONG_PT = 841.89;
const SIDE_PT = 42;
const TOP_PT = 36;
/** Two lines of foot above the margin. */
const FOOT_PT = 58;

export function a4(landscape: boolean): Paper {
  const widthPt = landscape ? A4_LONG_PT : A4_SHORT_PT;
  const heightPt = landscape ? A4_SHORT_PT : A4_LONG_PT;
  return {
    widthPt,
    heightPt,
    leftPt: SIDE_PT,
    rightPt: widthPt - SIDE_PT,
    topPt: TOP_PT,
    bottomPt: heightPt - FOOT_PT,
  };
}

export function bodyWidthPt(paper: Paper): number {
  return paper.rightPt - paper.leftPt;
}
