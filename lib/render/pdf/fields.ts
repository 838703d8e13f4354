/** Facts above the table, and the conditions that narrow what it shows: two to a line where both are short. */
import type { ReportDocument } from "@/lib/reports/document";
import { CONDITIONS_LABEL } from "@/lib/wording/render";
import { flowText } from "./flow-text";
import type { Pages } from "./pages";
import { bodyWidthPt } from "./paper";
import { lineHeightPt, type Typesetter } from "./typesetter";

const SIZE_PT = 9.5;
const GAP_PT = 12;
/** Named by the period in the head already. */
const PERIOD_PARAMETERS = new Set(["month", "from", "to", "date"]);

export function drawFields(pages: Pages, document: ReportDocument, typesetter: Typesetter): void {
  const { leftPt } = pages.paper;
  const full = bodyWidthPt(pages.paper);
  const half = full / 2;
  const lineHeight = lineHeightPt(SIZE_PT);
  let isSecond = false;
  for (const field of fieldsOf(document)) {
    const label = typesetter.fitted(`${field.label}  `, "bold", SIZE_PT, half);
    const line = typesetter.line(field.value, "regular", SIZE_PT);
    const isShort = label.widthPt + line.widthPt < half - GAP_PT && !field.value.includes("\n");
    if (isSecond && !isShort) {
      pages.moveTo(pages.topPt() + lineHeight);
      isSecond = false;
    }
    if (pages.roomPt() < lineHeight) pages.turn();
    const left = leftPt + (isSecond ? half : 0);
    pages.content().text(label, left, pages.topPt(), label.widthPt, "left");
    const valueLeft = left + label.widthPt;
    if (isShort) {
      pages.content().text(line, valueLeft, pages.topPt(), line.widthPt, "left");
      if (isSecond) pages.moveTo(pages.topPt() + lineHeight);
      isSecond = !isSecond;
    } else {
      const width = leftPt + full - valueLeft;
      flowText(pages, typesetter.block(field.value, "regular", SIZE_PT, width), valueLeft, width);
    }
  }
  if (isSecond) pages.moveTo(pages.topPt() + lineHeight);
  pages.moveTo(pages.topPt() + 3);
}

function fieldsOf(document: ReportDocument): ReportDocument["fields"] {
  const conditions = document.parameters
    .filter((parameter) => !PERIOD_PARAMETERS.has(parameter.id))
    .map((parameter) => `${parameter.label} ${parameter.text}`);
  if (conditions.length === 0) return document.fields;
  return [...document.fields, { label: CONDITIONS_LABEL, value: conditions.join(" · ") }];
}
