/** An empty form of a book to be keyed again, as Excel or CSV. It holds nobody's data: whoever is signed in, or at the command line, may have it. */
import { AppError } from "@/lib/errors/app-error";
import { TABLE_BOOKS, type TableBook } from "@/lib/rekeyed/book-document";
import { templateOf } from "@/lib/rekeyed/template";
import { renderRekeyedTemplateCsv } from "@/lib/render/csv/render-rekeyed-template";
import { renderRekeyedTemplate } from "@/lib/render/excel/render-rekeyed-template";
import { formats } from "@/lib/render/formats";
import { bookName } from "@/lib/wording/rekeyed";
import { TEMPLATE } from "@/lib/wording/rekeyed-template";

export const TEMPLATE_FORMATS = ["xlsx", "csv"] as const;
export type TemplateFormat = (typeof TEMPLATE_FORMATS)[number];

export interface RekeyedTemplate {
  readonly bytes: Uint8Array;
  readonly mimeType: string;
  readonly fileName: string;
  readonly asciiName: string;
}

/** Throws AppError("not-found") for a book or a format that has none. */
export async function makeRekeyedTemplate(book: string, format: string): Promise<RekeyedTemplate> {
  const known = TABLE_BOOKS.find((one) => one === book);
  const chosen = TEMPLATE_FORMATS.find((one) => one === format);
  if (!known || !chosen) throw new AppError("not-found", TEMPLATE.unknownBook(TABLE_BOOKS.map(bookName).join(" · ")));
  const { mimeType, extension } = formats[chosen];
  return {
    bytes: await render(known, chosen),
    mimeType,
    fileName: `${TEMPLATE.fileName(bookName(known))}.${extension}`,
    asciiName: `rekeyed-${known}.${extension}`,
  };
}

async function render(book: TableBook, format: TemplateFormat): Promise<Uint8Array> {
  const columns = templateOf(book);
  return format === "csv" ? renderRekeyedTemplateCsv(columns) : renderRekeyedTemplate(bookName(book), columns);
}
