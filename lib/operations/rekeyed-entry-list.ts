/** Rows of the entry list (`rekeyed-entry-list`): what was keyed by hand, voucher by voucher in order of days. It is matched with nothing. */
import { chartNames } from "@/db/queries/chart-names";
import { rekeyedDocuments, rekeyedUploads } from "@/db/queries/rekeyed/rekeyed-books";
import type { ScopedDb } from "@/db/scoped";
import type { Scope } from "@/lib/access/scope";
import { addAmounts, negate, ZERO } from "@/lib/money/amount";
import { formatPeriod } from "@/lib/period/report-period";
import { amountOf, type BookDocument } from "@/lib/rekeyed/book-document";
import type { ReportQueryParams, ReportRows, SourceRow } from "@/lib/reports/report-rows";
import { sayCount } from "@/lib/wording/finding-phrases";
import { ENTRY_LIST_WORDS as WORDS } from "@/lib/wording/rekeyed";
import { proveEqual, TOTAL } from "@/lib/wording/reports";
import { inMemory } from "./rows-in-memory";

export async function queryEntryList(
  db: ScopedDb,
  scope: Scope,
  { head, input }: ReportQueryParams,
): Promise<ReportRows> {
  const { upload } = input.chosen;
  const uploads = (await rekeyedUploads(db, scope, head.laoId)).filter(
    ({ book, state, uploadNo }) =>
      book === "journal" && state === "current" && (upload === undefined || String(uploadNo) === upload),
  );
  const documents = (await rekeyedDocuments(db, scope, head.laoId))
    .filter(
      ({ book, id }) => book === "journal" && uploads.some(({ uploadNo }) => id.startsWith(`upload ${uploadNo} `)),
    )
    .sort(compareDocuments);
  const accounts = documents.flatMap(({ lines }) => lines.map(({ account }) => account));
  const names = await chartNames(db, scope, { snapshotNo: head.snapshotNo, accounts });
  const rows = documents.flatMap((document) => voucherRows(document, names));
  const debit = addAmounts(...documents.map(amountOf));
  const credit = addAmounts(
    ...documents.flatMap(({ lines }) => lines.map(({ amount }) => (amount < ZERO ? negate(amount) : ZERO))),
  );
  const problems = uploads.reduce((sum, one) => sum + one.problems.length, 0);
  const [first, last] = [documents.at(0), documents.at(-1)];
  const span = first && last ? { from: first.date, to: last.date } : head.span;
  return {
    period: formatPeriod({ kind: "range", ...span }),
    fields: [
      { label: WORDS.vouchers, value: sayCount(documents.length) },
      ...uploads.map(({ fileName, uploadNo, sha256 }) => ({
        label: WORDS.file(String(uploadNo)),
        value: `${fileName} SHA-256 ${sha256}`,
      })),
      ...(problems > 0 ? [{ label: WORDS.apart, value: WORDS.problems(problems) }] : []),
    ],
    totals: [{ label: TOTAL, cells: { debit, credit } }],
    proof: [proveEqual(TOTAL, debit, credit)],
    // it rests on the files alone: no damage of the archive touches it
    reach: {
      months: [],
      tables: ["journal"],
      relatedTables: [],
      account: null,
      documents: null,
      records: null,
    },
    ...inMemory(rows, (row) => row),
  };
}

/** By day, then number; what is alike in both stays in the order of its file. */
function compareDocuments(left: BookDocument, right: BookDocument): number {
  if (left.date !== right.date) return left.date < right.date ? -1 : 1;
  const [one, other] = [left.number ?? "", right.number ?? ""];
  return one === other ? 0 : one < other ? -1 : 1;
}

/** The first line has what is the voucher's: the box to tick, its budget code. */
function voucherRows(
  { number, date, lines, cells, text }: BookDocument,
  names: ReadonlyMap<string, string>,
): SourceRow[] {
  return lines.map(({ account, amount }, at): SourceRow => {
    const isFirst = at === 0;
    return {
      kind: "entry",
      cells: {
        done: isFirst ? WORDS.box : null,
        date,
        number,
        account,
        account_name: names.get(account) ?? null,
        description: isFirst ? text || null : null,
        budget: isFirst ? (cells.budget ?? null) : null,
        debit: amount > ZERO ? amount : ZERO,
        credit: amount < ZERO ? negate(amount) : ZERO,
      },
      ...(isFirst ? {} : { continues: true as const }),
    };
  });
}
