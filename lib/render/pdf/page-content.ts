/** The drawing of one page as PDF operators. Places count in points from the page's top left corner. */
import { pdfNumber } from "./pdf-syntax";
import { baselinePt, type FaceName, lineHeightPt, type SetText } from "./typesetter";

export type Align = "left" | "centre" | "right";

export interface PageContent {
  /**
   * Lines `fromLine` … `toLine − 1` of a text in a box of `widthPt`, from `topPt` downwards; gives the place below them.
   */
  readonly text: (
    set: SetText,
    leftPt: number,
    topPt: number,
    widthPt: number,
    align: Align,
    fromLine?: number,
    toLine?: number,
  ) => number;
  readonly horizontal: (leftPt: number, rightPt: number, topPt: number, thicknessPt: number, grey?: number) => void;
  readonly vertical: (leftPt: number, topPt: number, bottomPt: number, thicknessPt: number, grey?: number) => void;
  readonly fill: (leftPt: number, topPt: number, widthPt: number, heightPt: number, grey: number) => void;
  readonly outline: (
    leftPt: number,
    topPt: number,
    widthPt: number,
    heightPt: number,
    thicknessPt: number,
    dashed?: boolean,
  ) => void;
  readonly hatch: (leftPt: number, topPt: number, widthPt: number, heightPt: number) => void;
  /** Fills the squares that are true, row by row from the top left corner. */
  readonly squares: (rows: readonly (readonly boolean[])[], leftPt: number, topPt: number, sidePt: number) => void;
  /** Places a form XObject with its origin on the baseline of a line that begins at `topPt`. */
  readonly form: (name: string, leftPt: number, topPt: number, sizePt: number) => void;
  readonly finish: () => Buffer;
}

export const FONT_KEYS: Readonly<Record<FaceName, string>> = { regular: "R", bold: "B" };

const HATCH_STEP_PT = 3;

/** An empty page of that height. */
export function createPageContent(heightPt: number): PageContent {
  let out = "";
  let inText = false;
  let font = "";
  // Start of the last text line, in hundredths of a point: whole numbers, so that relative moves never drift.
  let penX = 0;
  let penY = 0;

  function textRun(set: SetText, bytes: string, xPt: number, yPt: number): void {
    if (bytes === "") return;
    if (!inText) {
      out += "BT\n";
      inText = true;
      penX = 0;
      penY = 0;
    }
    const wanted = `/${FONT_KEYS[set.face]} ${pdfNumber(set.sizePt)} Tf\n`;
    if (wanted !== font) {
      out += wanted;
      font = wanted;
    }
    const x = Math.round(xPt * 100);
    const y = Math.round((heightPt - yPt) * 100);
    out += `${pdfNumber((x - penX) / 100)} ${pdfNumber((y - penY) / 100)} Td[(${bytes})]TJ\n`;
    penX = x;
    penY = y;
  }

  function text(
    set: SetText,
    leftPt: number,
    topPt: number,
    widthPt: number,
    align: Align,
    fromLine = 0,
    toLine = set.lines.length,
  ): number {
    const height = lineHeightPt(set.sizePt);
    let top = topPt;
    for (let index = fromLine; index < toLine; index++) {
      const line = set.lines[index];
      if (!line) break;
      const free = widthPt - line.widthPt;
      const shift = align === "left" ? 0 : align === "right" ? free : free / 2;
      textRun(set, line.bytes, leftPt + shift, top + baselinePt(set.sizePt));
      top += height;
    }
    return top;
  }

  function draw(operators: string): void {
    if (inText) out += "ET\n";
    inText = false;
    out += operators;
  }

  const n = pdfNumber;
  // Rules are gathered by their style and drawn together at the end, over the grounds of rows and heads.
  const rules = new Map<string, string>();
  function rule(thickness: number, grey: number, path: string): void {
    const style = `${n(grey)} G ${n(thickness)} w`;
    rules.set(style, `${rules.get(style) ?? ""} ${path}`);
  }

  const up = (topPt: number) => n(heightPt - topPt);

  return {
    text,
    horizontal: (left, right, top, thickness, grey = 0) =>
      rule(thickness, grey, `${n(left)} ${up(top)} m ${n(right)} ${up(top)} l`),
    vertical: (left, top, bottom, thickness, grey = 0) =>
      rule(thickness, grey, `${n(left)} ${up(top)} m ${n(left)} ${up(bottom)} l`),
    fill: (left, top, width, height, grey) =>
      draw(`${n(grey)} g ${n(left)} ${up(top + height)} ${n(width)} ${n(height)} re f 0 g\n`),
    outline: (left, top, width, height, thickness, dashed = false) =>
      draw(
        `q 0 G ${n(thickness)} w ${dashed ? "[3 2] 0 d " : ""}${n(left)} ${up(top + height)} ${n(width)} ${n(height)} re S Q\n`,
      ),
    hatch: (left, top, width, height) => {
      let lines = `q ${n(left)} ${up(top + height)} ${n(width)} ${n(height)} re W n .35 G .6 w\n`;
      for (let x = left - height; x < left + width; x += HATCH_STEP_PT)
        lines += `${n(x)} ${up(top + height)} m ${n(x + height)} ${up(top)} l `;
      draw(`${lines}S Q\n`);
    },
    squares: (rows, left, top, side) => {
      // A matrix of its own: each square one unit, so that neighbours meet without a seam from rounding.
      const scale = Math.round(side * 10_000) / 10_000;
      let path = `q ${scale} 0 0 ${scale} ${n(left)} ${up(top)} cm 0 g\n`;
      rows.forEach((row, y) => {
        for (let x = 0; x < row.length; x++) {
          const from = x;
          while (row[x]) x++;
          if (x > from) path += `${from} ${-y - 1} ${x - from} 1 re\n`;
        }
      });
      draw(`${path}f Q\n`);
    },
    form: (name, left, top, size) => {
      draw(`q 1 0 0 1 ${n(left)} ${up(top + baselinePt(size))} cm /${name} Do Q\n`);
    },
    finish: () => {
      for (const [style, path] of rules) draw(`${style}${path} S\n`);
      return Buffer.from(out, "latin1");
    },
  };
}
