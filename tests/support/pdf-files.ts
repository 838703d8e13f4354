/** What tests do with a rendered PDF: write it to a file, and look at it with programs that are not ours. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { renderPdf } from "@/lib/render/pdf/render-pdf";
import type { ReportDocument } from "@/lib/reports/document";
import { requireTool } from "./tools";

/** Reading orders of pdftotext: by place, as written, as laid out. */
export const TEXT_MODES = ["default", "raw", "layout"] as const;
export type TextMode = (typeof TEXT_MODES)[number];

export async function renderBytes(document: ReportDocument): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of renderPdf(document)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Runs `look` on a temporary file with these bytes. */
export function withPdf<T>(bytes: Uint8Array, look: (file: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), "portal-pdf-"));
  try {
    const file = path.join(folder, "report.pdf");
    writeFileSync(file, bytes);
    return look(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The text of each page. A word of complaint from the reader is a failure: it does not end with an error for a bad content stream. */
export function pageTexts(bytes: Uint8Array, mode: TextMode): string[] {
  const options = mode === "default" ? [] : [`-${mode}`];
  const text = withPdf(bytes, (file) => run("pdftotext", [...options, "-enc", "UTF-8", file, "-"]));
  return text.split("\f").slice(0, -1);
}

/** Throws unless qpdf finds the file sound. */
export function checkStructure(bytes: Uint8Array): void {
  withPdf(bytes, (file) => run("qpdf", ["--check", file]));
}

/** Lines of `pdfinfo` or `pdffonts`. */
export function inspect(tool: "pdfinfo" | "pdffonts", bytes: Uint8Array): string[] {
  return withPdf(bytes, (file) => run(tool, [file]))
    .split("\n")
    .filter((line) => line !== "");
}

function run(tool: string, options: readonly string[]): string {
  const result = spawnSync(requireTool(tool), options, { encoding: "utf8", maxBuffer: 256 * 1024 * 1024 });
  if (result.error) throw result.error;
  if (result.status !== 0 || result.stderr !== "")
    throw new Error(`${tool} ended with ${result.status}: ${result.stderr}${result.stdout.slice(0, 2000)}`);
  return result.stdout;
}

/** Without blanks and line ends, which wrapped cells have in other places than their text. */
export function squeeze(text: string): string {
  return text.replace(/\s+/g, "");
}
