/** Page of both sheets: A4, as wide as one page, its foot with snapshot, print stamp and «หน้า x จาก y». */
import type { AddWorksheetOptions } from "exceljs";
import { formatMoment } from "@/lib/period/date";
import { plainText } from "@/lib/render/tabular/plain-text";
import type { ReportDocument } from "@/lib/reports/document";
import { OF_PAGES_WORD, PAGE_WORD, printedLine, SYNTHETIC_MARK } from "@/lib/wording/render";

const A4 = 9;
/** Excel refuses a longer foot. */
const FOOT_CHARACTERS_MAX = 255;

/** `&` begins a code in heads and feet; doubled it is itself. */
function footText(text: string): string {
  return plainText(text).replace(/\n/g, " ").replaceAll("&", "&&");
}

/** @param titleRows rows to repeat on each page, e.g. `1:6` */
export function pageSetup(
  document: Pick<ReportDocument, "snapshot" | "printedAt" | "printedBy">,
  { isLandscape, titleRows }: { readonly isLandscape: boolean; readonly titleRows?: string },
): Pick<AddWorksheetOptions, "pageSetup" | "headerFooter"> {
  const left = `${document.snapshot.id}${document.snapshot.synthetic ? ` ${SYNTHETIC_MARK}` : ""}`;
  const pages = `&R${PAGE_WORD} &P ${OF_PAGES_WORD} &N`;
  const stamp = footText(printedLine(formatMoment(document.printedAt), document.printedBy));
  const foot = `&L${footText(left)}&C${stamp}`;
  return {
    pageSetup: {
      paperSize: A4,
      orientation: isLandscape ? "landscape" : "portrait",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
      ...(titleRows === undefined ? {} : { printTitlesRow: titleRows }),
    },
    headerFooter: { oddFooter: foot.slice(0, FOOT_CHARACTERS_MAX - pages.length) + pages },
  };
}
