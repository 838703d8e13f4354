/**
 * ใบผ่านรายการบัญชี of one number. Grain: one row a journal line, in order of day and line. Excluded: nothing of the number; where the same
 * number stands in more than one month, all its lines are shown. Throws an AppError("not-found") that says whether it may exist in truth.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { AppError } from "@/lib/errors/app-error";
import { accountDigits, formatAccountCode } from "@/lib/ledger/account-code";
import { satang } from "@/lib/money/amount";
import { formatDateLong, type IsoDate } from "@/lib/period/date";
import { monthFromNumber } from "@/lib/period/month";
import type { ReportQueryParams, ReportRows, SourceRow } from "@/lib/reports/report-rows";
import { BOOK_NAMES, documentNotFound, NOT_IN_CHART, proveEqual, TOTAL } from "@/lib/wording/reports";
import type { ScopedDb } from "../../scoped";
import { linkedDocuments } from "./linked-documents";
import { spanOf } from "./span-of";
import { whyNoDocument } from "./why-no-document";

interface Line extends Record<string, unknown> {
  entry_date: string;
  line_no: number;
  row_no: number;
  month: number;
  book: string;
  debit: bigint;
  credit: bigint;
  account_code: bigint;
  account_name: string | null;
  description: string;
  unit: string | null;
  source_no: string | null;
}

export async function queryJournalDocument(db: ScopedDb, scope: Scope, params: ReportQueryParams): Promise<ReportRows> {
  const { head, input } = params;
  const entry = input.entry;
  if (entry === null) throw new AppError("input/invalid", "โปรดระบุเลขที่เอกสาร");
  const lines = await db.execute<Line>(sql`
    select j.entry_date, j.line_no, j.row_no, j.month, j.book, j.debit, j.credit, j.account_code, a.name as account_name, j.description,
      coalesce(u.name, j.unit_code) as unit, j.source_no
    from portal.journal j
    left join portal.accounts a on a.snapshot_no = ${head.snapshotNo} and a.account_code = j.account_code
    left join portal.units u on u.snapshot_no = ${head.snapshotNo} and u.lao_id = j.lao_id and u.unit_code = j.unit_code
    where j.snapshot_no = ${head.snapshotNo} and j.lao_id = ${head.laoId} and j.lao_id between ${scope.from} and ${scope.to} and j.entry_no = ${entry}
    order by j.entry_date, j.line_no`);
  const [first] = lines;
  if (!first) {
    const why = await whyNoDocument(db, scope, { head, number: entry, module: "accounting", table: "journal" });
    throw new AppError("not-found", documentNotFound(entry, why.damagedMonths, why.isInGap));
  }
  const debit = satang(lines.reduce((sum, line) => sum + line.debit, 0n));
  const credit = satang(lines.reduce((sum, line) => sum + line.credit, 0n));
  const records = lines.map((line) => line.row_no);
  return {
    period: `วันที่ ${[...new Set(lines.map((line) => formatDateLong(line.entry_date as IsoDate)))].join(", ")}`,
    fields: [
      { label: "เลขที่เอกสาร", value: entry },
      { label: "สมุดบัญชี", value: BOOK_NAMES[first.book] ?? first.book },
      { label: "คำอธิบาย", value: first.description },
      ...(first.unit ? [{ label: "หน่วยงาน", value: first.unit }] : []),
      ...(await linkedDocuments(db, scope, { head, book: first.book, sourceNo: first.source_no })),
    ],
    rowCount: lines.length,
    totals: [{ label: TOTAL, cells: { debit, credit } }],
    proof: [proveEqual(TOTAL, debit, credit)],
    reach: {
      months: [...new Set(lines.map((line) => monthFromNumber(line.month)))],
      tables: ["journal"],
      relatedTables: [],
      account: null,
      documents: entry,
      records: spanOf(records),
    },
    rows: async function* (window) {
      for (const line of lines.slice(window?.offset ?? 0, window ? window.offset + window.limit : undefined))
        yield toRow(line, entry);
    },
    place: async (places) =>
      places.map((place) => {
        if (place.at === "start-of-month") return 0;
        const next = place.at === "row" ? lines.findIndex((line) => line.row_no > place.rowNo) : -1;
        return next === -1 ? lines.length : next;
      }),
  };
}

/** The line leads to the ledger of its account in the month of the document. */
function toRow(line: Line, entry: string): SourceRow {
  const code = formatAccountCode(line.account_code);
  return {
    kind: "entry",
    cells: {
      line_no: line.line_no,
      account_name: line.account_name ?? NOT_IN_CHART,
      account_code: code,
      description: line.description,
      debit: line.debit === 0n ? null : satang(line.debit),
      credit: line.credit === 0n ? null : satang(line.credit),
    },
    link: { reportId: "ledger", params: { account: code, month: monthFromNumber(line.month) } },
    origin: {
      month: monthFromNumber(line.month),
      rowNo: line.row_no,
      doc: entry,
      account: accountDigits(line.account_code),
    },
  };
}
