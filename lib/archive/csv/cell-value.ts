/** What one decoded cell is worth: its COPY form, or unreadable. The careful twin of `fast-cells.ts`, and as strict. */
import { parseBaht } from "@/lib/money/amount";
import { parseIsoDate } from "@/lib/period/date";
import type { ColumnSpec } from "../tables";

const ABSENT = "\\N";
const MAX_CODE_LENGTH = 100;
/** Letters of any script, digits, and what document numbers and codes are joined with; `#REF!` and `6.7E+12` are none. */
const CODE = /^[\p{L}\p{M}\p{N}./_(-][\p{L}\p{M}\p{N}./_ ()-]*$/u;

/** Text with what COPY takes for structure escaped. */
export function escapeCopyText(text: string): string {
  return text.replace(/[\\\t\n\r]/g, (char) =>
    char === "\\" ? "\\\\" : char === "\t" ? "\\t" : char === "\n" ? "\\n" : "\\r",
  );
}

function isCode(text: string): boolean {
  return text.length <= MAX_CODE_LENGTH && CODE.test(text) && text.trim() === text;
}

function isNumbered(text: string, beginnings: readonly string[]): boolean {
  const beginning = beginnings.find((start) => text.startsWith(start));
  return beginning !== undefined && /^\d{1,9}\/\d{2}$/.test(text.slice(beginning.length));
}

/** The cell as COPY text (ARCHIVE.md, CSV rules: satang, 13-digit accounts); undefined if it cannot be read as this column. */
export function copyCell(column: ColumnSpec, text: string): string | undefined {
  if (column.kind === "text") return escapeCopyText(text);
  if (text === "") return column.optional ? ABSENT : undefined;
  if (column.numbered) return isNumbered(text, column.numbered) ? text : undefined;
  if (column.choice) return column.choice.includes(text) ? text : undefined;
  switch (column.kind) {
    case "lao":
      return /^\d{8}$/.test(text) ? text : undefined;
    case "code":
      return isCode(text) ? text : undefined;
    case "account":
      return /^\d{10}\.\d{3}$/.test(text) ? text.replace(".", "") : undefined;
    case "date":
      return parseIsoDate(text);
    case "amount":
      return parseBaht(text)?.toString();
    case "flag":
      return text === "0" || text === "1" ? text : undefined;
    case "int":
      return /^\d{1,9}$/.test(text) ? String(Number(text)) : undefined;
  }
}
