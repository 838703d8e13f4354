/** Our own form of a book to be keyed again: the first name of each column that the reader knows, so that a filled form is read without being asked about. */
import { TEMPLATE_EXAMPLES, TEMPLATE_HOW } from "@/lib/wording/rekeyed-template";
import type { TableBook } from "./book-document";
import { type ColumnKind, REKEYED_COLUMNS } from "./read/columns";

export interface TemplateColumn {
  readonly head: string;
  readonly kind: ColumnKind;
  readonly isRequired: boolean;
  readonly how: string;
  readonly example: string;
}

export function templateOf(book: TableBook): TemplateColumn[] {
  return REKEYED_COLUMNS[book].map(({ id, kind, names, isRequired }) => ({
    head: names[0] ?? id,
    kind,
    isRequired: isRequired === true,
    how: TEMPLATE_HOW[kind],
    example: TEMPLATE_EXAMPLES[`${book}.${id}`] ?? "",
  }));
}
