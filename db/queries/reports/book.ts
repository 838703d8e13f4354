/**
 * The books of first entry: all lines of one book (RV, PV, JV) in a period. Grain: one row a journal line, in order of day, document, line.
 * Excluded: lines of the other books, and of other units where one is chosen. Totals are summed in the database over the whole period, whatever page is read;
 * what missing documents come to is in them as far as it is proved, by rows of its own.
 */
import { type SQL, sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { accountDigits, formatAccountCode } from "@/lib/ledger/account-code";
import { type Amount, addAmounts, satang, ZERO } from "@/lib/money/amount";
import { monthFromNumber } from "@/lib/period/month";
import type { CellValue } from "@/lib/reports/document";
import type {
  MarkerPlace,
  ProvedRow,
  ReportQueryParams,
  ReportRows,
  SourceRow,
  SourceTotal,
} from "@/lib/reports/report-rows";
import { missingDocumentsSentence, missingVoucherSentence, withProvedRows } from "@/lib/wording/reconstruction";
import { NOT_IN_CHART, proveEqual, TOTAL, TOTAL_OF_FOUND, TOTAL_OF_REPORT } from "@/lib/wording/reports";
import type { ScopedDb } from "../../scoped";
import { type Book, type MissingOfMonth, missingEntries } from "../reconstructions/missing-entries";
import { findInLines } from "./find-in-lines";
import { type JournalLine, type LineCount, ownLines, partsOf, placeAmongLines, readLines } from "./journal-lines";
import { ofUnit } from "./of-unit";

export interface BookShape {
  readonly book: Book;
  /** Expressions over `j` by column id, for every summed column. */
  readonly sums: Readonly<Record<string, SQL>>;
  /** Columns of debits, and of credits: they must come to the same. */
  readonly debits: readonly string[];
  readonly credits: readonly string[];
  /** Amounts of a line by column id; the column follows from its account. */
  readonly amounts: (
    line: Pick<JournalLine, "account_code" | "debit" | "credit">,
  ) => Readonly<Record<string, Amount | null>>;
  /** Cells beyond those that all books have. */
  readonly cells?: (line: JournalLine) => Readonly<Record<string, CellValue>>;
  /** Further columns and joins over the line `l`. */
  readonly more?: { readonly columns: SQL; readonly joins: SQL };
}

interface MonthSums extends Record<string, unknown> {
  month: number;
  lines: number;
  /** Only where a term is looked for. */
  found?: number;
}

export async function queryBook(
  db: ScopedDb,
  scope: Scope,
  params: ReportQueryParams,
  shape: BookShape,
): Promise<ReportRows> {
  const { head, input } = params;
  const parts = partsOf(input.period);
  const { unit } = input.chosen;
  const ofBook = sql`j.book = ${shape.book}`;
  const where = unit === undefined ? ofBook : sql`${ofBook} and ${ofUnit(unit, sql`j.unit_code`)}`;
  const whole = { db, head, scope, where };
  const found = input.find ? findInLines(input.find, "all accounts") : null;
  const ids = Object.keys(shape.sums);
  const sums = ids.map((id) => sql`sum(${shape.sums[id]}) as ${sql.identifier(id)}`);
  if (found) {
    sums.push(sql`count(*) filter (where ${found})::integer as found`);
    for (const id of ids)
      sums.push(sql`coalesce(sum(${shape.sums[id]}) filter (where ${found}), 0) as ${sql.identifier(`found_${id}`)}`);
  }
  const months = await db.execute<MonthSums>(sql`
    select j.month, count(*)::integer as lines, ${sql.join(sums, sql`, `)}
    from portal.journal j
    where ${ownLines(whole)} and j.entry_date between ${input.period.from}::date and ${input.period.to}::date
    group by j.month`);
  const add = (prefix: string) =>
    Object.fromEntries(
      ids.map((id) => [id, satang(months.reduce((sum, month) => sum + BigInt(month[prefix + id] as string), 0n))]),
    );
  // A trial balance knows no units: what is missing is proved of all of them together.
  const missing = unit === undefined ? await missingEntries(whole, shape.book, parts) : null;
  const provedRows = missing?.months.flatMap((month) => missingRows(month, shape)) ?? [];
  const totals = Object.fromEntries(
    Object.entries(add("")).map(([id, read]) => [
      id,
      addAmounts(read, ...provedRows.map(({ row }) => (row.cells[id] ?? ZERO) as Amount)),
    ]),
  );
  const proved: Pick<SourceTotal, "proved"> =
    missing?.isDetermined && provedRows.length > 0 ? { proved: "completed" } : {};
  const side = (columns: readonly string[]) => satang(columns.reduce((sum, id) => sum + (totals[id] ?? 0n), 0n));
  const counts: LineCount[] = parts.map((part) => {
    const month = months.find((row) => monthFromNumber(row.month) === part.month);
    return { ...part, lines: (found ? month?.found : month?.lines) ?? 0 };
  });
  const shown = found ? { ...whole, where: sql`${whole.where} and ${found}` } : whole;
  return {
    fields: [],
    rowCount: counts.reduce((sum, part) => sum + part.lines, 0),
    totals: found
      ? [
          { label: TOTAL_OF_FOUND, cells: add("found_") },
          { label: TOTAL_OF_REPORT, cells: totals, ...proved },
        ]
      : [{ label: TOTAL, cells: totals, ...proved }],
    // A document may have its sides in two units: only together must they come to the same.
    proof: (unit === undefined ? [proveEqual(TOTAL, side(shape.debits), side(shape.credits))] : []).map(
      provedRows.length > 0 ? withProvedRows : (line) => line,
    ),
    provedRows,
    reach: {
      months: parts.map((part) => part.month),
      tables: ["journal"],
      relatedTables: [],
      account: null,
      documents: `${shape.book}-`,
      records: null,
    },
    rows: (window) => bookRows(readLines(shown, counts, window, shape.more), shape),
    place: (places) => placeAmongLines(shown, counts, places),
  };
}

async function* bookRows(lines: AsyncIterable<JournalLine>, shape: BookShape): AsyncGenerator<SourceRow> {
  let document: string | undefined;
  for await (const line of lines) {
    const isFurtherLine = document === line.entry_no;
    document = line.entry_no;
    yield {
      kind: "entry",
      cells: {
        date: line.entry_date,
        entry_no: line.entry_no,
        description: line.description,
        account_name: line.account_name ?? NOT_IN_CHART,
        account_code: formatAccountCode(line.account_code),
        ...shape.cells?.(line),
        ...shape.amounts(line),
      },
      ...(isFurtherLine ? { continues: true as const } : {}),
      link: { reportId: "journal-document", params: { entry: line.entry_no } },
      origin: {
        month: monthFromNumber(line.month),
        rowNo: line.row_no,
        doc: line.entry_no,
        account: accountDigits(line.account_code),
      },
    };
  }
}

/** Beside the gap where one is known, else at the end of the month. */
function missingRows({ month, documents, accounts, vouchers }: MissingOfMonth, shape: BookShape): ProvedRow[] {
  const [gap] = documents;
  const place = (doc: string | undefined): MarkerPlace =>
    doc ? { at: "document", month, doc } : { at: "end-of-month", month };
  return [
    ...accounts.map(({ account, name, closed, read, missing, isNet }): ProvedRow => {
      const code = formatAccountCode(account);
      return {
        place: place(documents.length === 1 ? gap?.to : undefined),
        row: {
          kind: "reconstructed",
          cells: {
            account_name: name ?? NOT_IN_CHART,
            account_code: code,
            ...shape.amounts({ account_code: account, ...missing }),
          },
          text: missingDocumentsSentence(month, documents, closed, read, isNet),
          link: { reportId: "ledger", params: { account: code, month } },
        },
      };
    }),
    ...vouchers.map(({ entryNo, treasuryNos, description, gross, net }): ProvedRow => {
      const [requisition = ""] = treasuryNos;
      return {
        place: place(entryNo),
        row: {
          kind: "reconstructed",
          cells: {
            entry_no: entryNo,
            description,
            treasury_no: treasuryNos.join(", "),
            debit: gross,
            credit_bank: net,
            credit_other: sideOf(gross - net),
          },
          text: missingVoucherSentence(treasuryNos, gross, net),
          link: { reportId: "requisition", params: { requisition } },
        },
      };
    }),
  ];
}

/** An amount on its side, nothing on the other: a line has one side only. */
export function sideOf(amount: bigint): Amount | null {
  return amount === 0n ? null : satang(amount);
}
