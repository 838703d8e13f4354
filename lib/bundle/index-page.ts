/** The bundle's table of contents: one page of plain HTML that opens without the portal, and links every file. */
import { fullLaoName } from "@/lib/office/office";
import { formatDateLong, type IsoDate } from "@/lib/period/date";
import { formatMonth } from "@/lib/period/month";
import { BUNDLE_WORDS } from "@/lib/wording/bundles";
import type { BundleContents, BundleItem } from "./plan-bundle";
import type { ZipEntry } from "./zip-records";

export interface IndexLine {
  readonly item: BundleItem;
  readonly files: readonly ZipEntry[];
  /** What is known of its damage. */
  readonly remark: string;
}

const STYLE = `body{font-family:Sarabun,"TH Sarabun New",sans-serif;font-size:16px;line-height:1.6;max-width:72rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #bbb;padding:.3rem .6rem;text-align:left;vertical-align:top}
.notice{border:2px solid;padding:.3rem .6rem}@media(prefers-color-scheme:dark){body{background:#161616;color:#eee}a{color:#9cf}}`;

export function indexPage(contents: BundleContents, lines: readonly IndexLine[], at: Date): string {
  const { snapshot, laos, month, leftOut } = contents;
  const W = BUNDLE_WORDS;
  const facts: [string, string][] = [
    [W.snapshot, `${snapshot.title} (${snapshot.id})`],
    [W.asOf, formatDateLong(snapshot.asOf as IsoDate)],
    [W.period, month === null ? W.allMonths : formatMonth(month)],
    [W.madeAt, W.moment(at)],
  ];
  const parts = laos.map((lao) => {
    const own = lines.filter((line) => line.item.lao === lao.code);
    return `<h2>${escapeHtml(fullLaoName(lao))}</h2><p>${escapeHtml(W.place(lao.district, lao.province, lao.code))}</p>
<table><thead><tr>${W.columns.map((label) => `<th scope="col">${escapeHtml(label)}</th>`).join("")}</tr></thead><tbody>
${own.map(row).join("\n")}
</tbody></table>`;
  });
  return `<!doctype html>
<html lang="th"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(W.indexTitle)}</title><style>${STYLE}</style></head><body>
<h1>${escapeHtml(W.indexTitle)}</h1>
${snapshot.synthetic ? `<p class="notice">${escapeHtml(W.synthetic)}</p>\n` : ""}<table><tbody>
${facts.map(([label, value]) => `<tr><th scope="row">${escapeHtml(label)}</th><td>${escapeHtml(value)}</td></tr>`).join("\n")}
</tbody></table>
<p>${escapeHtml(W.howToCheck)}</p>
${leftOut.length > 0 ? `<p>${escapeHtml(W.leftOut(leftOut))}</p>\n` : ""}${parts.join("\n")}
</body></html>
`;
}

function row({ item, files, remark }: IndexLine): string {
  const links = files.map((file) => {
    const address = file.name.split("/").map(encodeURIComponent).join("/");
    return `<a href="${escapeHtml(address)}">${escapeHtml(file.name.split(".").at(-1)?.toUpperCase() ?? "")}</a>`;
  });
  return `<tr><td>${escapeHtml(item.title)}</td><td>${escapeHtml(item.label || "-")}</td><td>${escapeHtml(remark)}</td><td>${links.join(" · ")}</td></tr>`;
}

function escapeHtml(text: string): string {
  const names: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replace(/[&<>"]/g, (sign) => names[sign] ?? sign);
}
