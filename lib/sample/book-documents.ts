/** The documents of one made-up LAO as the matching of re-keyed books takes them, without a database. Reads only what this generator wrote. */
import { findTable } from "@/lib/archive/tables";
import { type Amount, parseBaht, satang, ZERO } from "@/lib/money/amount";
import type { IsoDate } from "@/lib/period/date";
import type { BookDocument, RekeyedBook } from "@/lib/rekeyed/book-document";
import type { HalfYear } from "./half-year";

/** Journal documents, receipts and requisitions, cancelled ones left out, in the order they were written. */
export function bookDocuments(half: Pick<HalfYear, "records">): BookDocument[] {
  return [...journal(half), ...receipts(half), ...requisitions(half)];
}

type Row = (column: string) => string;

function rowsOf(half: Pick<HalfYear, "records">, table: string): Row[] {
  const columns = findTable(table)?.columns.map(({ name }) => name) ?? [];
  return [...half.records]
    .filter(([key]) => key.startsWith(`${table}/`))
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([, records]) => records)
    .map((record) => {
      const cells = cellsOf(record);
      return (column) => cells[columns.indexOf(column)] ?? "";
    });
}

function cellsOf(record: string): string[] {
  return [...record.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "",
  );
}

const amount = (text: string): Amount => parseBaht(text) ?? ZERO;

function journal(half: Pick<HalfYear, "records">): BookDocument[] {
  const documents = new Map<string, BookDocument & { lines: { account: string; amount: Amount }[] }>();
  for (const row of rowsOf(half, "journal")) {
    const number = row("entry_no");
    const line = { account: row("account_code"), amount: satang(amount(row("debit")) - amount(row("credit"))) };
    const known = documents.get(number);
    if (known) known.lines.push(line);
    else {
      const date = row("entry_date") as IsoDate;
      const text = row("description");
      documents.set(number, { id: `journal ${number}`, book: "journal", number, date, lines: [line], cells: {}, text });
    }
  }
  return [...documents.values()];
}

function receipts(half: Pick<HalfYear, "records">): BookDocument[] {
  return rowsOf(half, "receipts")
    .filter((row) => row("cancelled") === "0")
    .map((row) =>
      single("receipts", row("receipt_no"), row("receipt_date"), row("revenue_code"), row("amount"), row("payer")),
    );
}

function requisitions(half: Pick<HalfYear, "records">): BookDocument[] {
  return rowsOf(half, "requisitions")
    .filter((row) => row("cancelled") === "0")
    .map((row) => ({
      ...single(
        "requisitions",
        row("treasury_no"),
        row("paid_date"),
        row("budget_code"),
        row("gross"),
        `${row("payee")} ${row("description")}`,
      ),
    }));
}

function single(
  book: RekeyedBook,
  number: string,
  date: string,
  account: string,
  baht: string,
  text: string,
): BookDocument {
  const lines = [{ account, amount: amount(baht) }];
  return { id: `${book} ${number}`, book, number, date: date as IsoDate, lines, cells: {}, text };
}
