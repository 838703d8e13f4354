/** An empty form of a re-keyed book as CSV: its heads, UTF-8 with BOM. */
import type { TemplateColumn } from "@/lib/rekeyed/template";

/** The heads are our own words: none has a comma or a quote. */
export function renderRekeyedTemplateCsv(columns: readonly TemplateColumn[]): Uint8Array {
  return Buffer.from(`\uFEFF${columns.map(({ head }) => head).join(",")}\r\n`, "utf8");
}
