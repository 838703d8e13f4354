/** Names of downloaded files: `งบทดลอง_ทต.ศรีแก้ว_2567-03.pdf`, and one in plain letters for programs that know no Thai. */

import { isLao, type Place } from "@/lib/office/place";
import { buddhistYear } from "@/lib/period/date";
import type { ReportDocument } from "@/lib/reports/document";
import { placeName } from "@/lib/wording/render";
import { WORK_PACK } from "@/lib/wording/work-pack";
import type { WorkPack } from "@/lib/workpack/work-pack";

const CHARACTERS_MAX = 120;

type Named = Pick<ReportDocument, "reportId" | "title" | "place" | "parameters">;

/** Title, LAO or province, and the parameters that choose the period, account or document; with Buddhist years. */
export function exportFileName(document: Named, extension: string): string {
  return named([document.title, shortName(document.place), ...choices(document)], extension);
}

export function asciiFileName(document: Named, extension: string): string {
  const parts = [
    document.reportId,
    isLao(document.place) ? document.place.code : `province-${document.place.provinceCode}`,
    ...choices(document),
  ];
  return named(parts, extension).replace(/[^\x20-\x7e]+/g, "-");
}

/** `แฟ้มงาน_ทต.ศรีแก้ว_โรงเรียน.xlsx`, and in plain letters by the pack's id. */
export function workPackNames({ id, place, unit }: Pick<WorkPack, "id" | "place" | "unit">) {
  return {
    fileName: named([WORK_PACK.short, shortName(place), ...(unit ? [unit.name] : [])], "xlsx"),
    asciiName: named([id], "xlsx").replace(/[^\x20-\x7e]+/g, "-"),
  };
}

function shortName(place: Place): string {
  if (!isLao(place)) return placeName(place);
  return `${place.type}${place.type === "พัทยา" ? "" : place.name}`;
}

function choices({ parameters }: Named): string[] {
  return parameters
    .filter((parameter) => parameter.id !== "groups" && parameter.id !== "q")
    .map(({ value }) => value.replace(/^(\d{4})(?=-\d\d(-\d\d)?$)/, (year) => String(buddhistYear(Number(year)))));
}

/** Signs that some file system or shell takes for its own become `-`; so do blanks and control characters. */
function named(parts: readonly string[], extension: string): string {
  const name = parts.map((part) => part.replace(/[\\/:*?"<>|%;\s\p{Cc}]+/gu, "-")).join("_");
  return `${name.slice(0, CHARACTERS_MAX)}.${extension}`;
}
