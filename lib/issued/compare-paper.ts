/** Totals typed from a paper against those that the file was made with: how paper is checked without its file. */
import { type Amount, parseBaht } from "@/lib/money/amount";
import { toArabicDigits } from "@/lib/period/thai-digits";
import type { PrintedFacts } from "./printed-facts";

export interface TypedTotal {
  /** As it was typed. */
  readonly typed: string;
  /** Which totals of the file are this amount; empty where none is. Null where the text is no amount. */
  readonly found: readonly string[] | null;
}

const TYPED_MAX = 20;

/** Amounts are separated by blanks: `1,234.50 (99.00) ๑๒๐`. Parentheses and a minus sign are negative, as the forms print them. */
export function compareTypedTotals(printed: PrintedFacts, text: string): TypedTotal[] {
  const figures = printed.totals.flatMap(({ label, figures: all }) =>
    all.map((figure) => ({ name: `${label} · ${figure.label}`, amount: parseBaht(figure.baht) })),
  );
  const typed = text.split(/\s+/).filter((part) => part !== "");
  return typed.slice(0, TYPED_MAX).map((part) => {
    const amount = readTyped(part);
    if (amount === undefined) return { typed: part, found: null };
    return { typed: part, found: figures.filter((figure) => figure.amount === amount).map(({ name }) => name) };
  });
}

function readTyped(text: string): Amount | undefined {
  const match = /^(-|\()?(\d{1,3}(?:,\d{3})+|\d+)(\.\d{2})?(\))?$/.exec(toArabicDigits(text));
  if (!match || (match[1] === "(") !== (match[4] === ")")) return undefined;
  const digits = `${match[2]?.replaceAll(",", "")}${match[3] ?? ".00"}`;
  return parseBaht(match[1] === undefined ? digits : `-${digits}`);
}
