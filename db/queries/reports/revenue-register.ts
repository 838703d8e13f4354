/**
 * ทะเบียนเงินรายรับ. Grain: one row a kind of revenue, day and remittance, below the kind with its estimate and what came in since the year
 * began, with a sum for each kind. Excluded: cancelled receipts; kinds without an estimate of which nothing was ever received.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { type Amount, addAmounts, satang, subtractAmount, sumAmounts, ZERO } from "@/lib/money/amount";
import { firstDay, monthFromNumber, monthOf, monthToNumber } from "@/lib/period/month";
import { monthsOfPeriod } from "@/lib/period/report-period";
import type { CellValue, ProofLine } from "@/lib/reports/document";
import type { ReportQueryParams, ReportRows, SourceRow } from "@/lib/reports/report-rows";
import { ALL_KINDS, NOT_IN_CLASSIFICATION, proveSame, sumOf, unknownToDate } from "@/lib/wording/documents";
import { missingReceiptsSentence, withProvedRows } from "@/lib/wording/reconstruction";
import { OPENING, TOTAL } from "@/lib/wording/reports";
import type { ScopedDb } from "../../scoped";
import { type MissingKind, missingReceipts } from "../reconstructions/missing-receipts";
import { partsOf } from "./journal-lines";
import { orderedRows } from "./ordered-rows";
import { proveRegister } from "./prove-register";
import { isTableUnread } from "./table-unread";
import { wholeMonths } from "./whole-months";

interface Taken extends Record<string, unknown> {
  revenue_code: string;
  receipt_date: string;
  remittance_no: string | null;
  month: number;
  amount: string;
}

interface Registered extends Record<string, unknown> {
  month: number;
  revenue_code: string;
  estimate: bigint;
  received: bigint;
  received_to_date: bigint;
}

/** One kind of revenue in the period. */
interface Kind {
  readonly code: string;
  readonly name: string;
  readonly estimate: Amount | null;
  /** Since the year began, before the period; null where it cannot be known. */
  readonly opening: Amount | null;
  readonly taken: readonly Taken[];
  /** Proved by the register or its neighbours, never read. */
  readonly missing: readonly MissingKind[];
  readonly amount: Amount;
}

export async function queryRevenueRegister(db: ScopedDb, scope: Scope, params: ReportQueryParams): Promise<ReportRows> {
  const { head, input } = params;
  const months = monthsOfPeriod(input.period);
  const first = monthOf(input.period.from);
  const own = sql`t.snapshot_no = ${head.snapshotNo} and t.lao_id = ${head.laoId} and t.lao_id between ${scope.from} and ${scope.to}`;
  const [taken, registered, names, [known], missing] = await Promise.all([
    db.execute<Taken>(sql`
      select t.revenue_code, t.receipt_date::text as receipt_date, t.remittance_no, t.month, sum(t.amount) as amount
      from portal.receipts t
      where ${own} and t.receipt_date between ${firstDay(first)}::date and ${input.period.to}::date and not t.cancelled
      group by t.revenue_code, t.receipt_date, t.remittance_no, t.month
      order by t.revenue_code, t.receipt_date, t.remittance_no`),
    db.execute<Registered>(sql`
      select t.month, t.revenue_code, t.estimate, t.received, t.received_to_date
      from portal.revenue_register t
      where ${own} and t.month between ${monthToNumber(first)} and ${monthToNumber(monthOf(input.period.to))}
      order by t.month`),
    db.execute<{ code: string; name: string }>(sql`
      select code, name from portal.classifications where snapshot_no = ${head.snapshotNo} and kind = 'revenue'`),
    db.execute<{ is_unread: boolean }>(sql`
      select ${isTableUnread({ head, scope }, { module: "revenue", table: "revenue_register", month: monthToNumber(first) })} as is_unread`),
    missingReceipts({ db, head, scope }, partsOf(input.period)),
  ]);
  const nameOf = new Map(names.map(({ code, name }) => [code, name]));
  const kinds = [
    ...new Set([...registered, ...taken].map((row) => row.revenue_code).concat(missing.kinds.map(({ code }) => code))),
  ]
    .sort()
    .map((code) => {
      const all = taken.filter((row) => row.revenue_code === code);
      const before = all.filter((row) => row.receipt_date < input.period.from);
      const inside = all.filter((row) => row.receipt_date >= input.period.from);
      const lacking = missing.kinds.filter((kind) => kind.code === code);
      const states = registered.filter((row) => row.revenue_code === code);
      const start = states.find((row) => row.month === monthToNumber(first));
      const yearBefore = start ? start.received_to_date - start.received : known?.is_unread ? null : 0n;
      const last = states.at(-1);
      return {
        code,
        name: nameOf.get(code) ?? NOT_IN_CLASSIFICATION,
        estimate: last ? satang(last.estimate) : known?.is_unread ? null : ZERO,
        opening: yearBefore === null ? null : satang(yearBefore + sum(before)),
        taken: inside,
        missing: lacking,
        amount: addAmounts(satang(sum(inside)), ...lacking.map(lackingAmount)),
      };
    })
    .filter((kind) => kind.taken.length > 0 || kind.missing.length > 0 || kind.opening !== 0n || kind.estimate !== 0n);
  const rows = kinds.flatMap(rowsOf);
  const amount = sumAmounts(kinds.map((kind) => kind.amount));
  if (kinds.length > 0) rows.push(closingRow(kinds));
  const unknown = kinds.filter((kind) => kind.opening === null);
  return {
    fields: [],
    totals: [
      {
        label: TOTAL,
        cells: { amount },
        tables: ["receipts"],
        ...(missing.isDetermined && missing.kinds.length > 0 ? { proved: "completed" } : {}),
      },
    ],
    isPartlyProved: missing.kinds.length > 0,
    proof: [
      // Against the register that proves what is missing, only what was read says anything.
      ...(await proveRegister(
        { db, head, scope, period: input.period },
        satang(sum(kinds.flatMap((kind) => kind.taken))),
      )),
      ...proveToDate(kinds, registered, params).map(missing.kinds.length > 0 ? withProvedRows : (line) => line),
    ],
    absences:
      unknown.length > 0
        ? [
            unknownToDate(
              first,
              unknown.map((kind) => kind.code),
            ),
          ]
        : [],
    reach: {
      months,
      tables: ["receipts", "revenue_register"],
      relatedTables: [],
      account: null,
      documents: null,
      records: null,
    },
    ...orderedRows(rows, "in-groups"),
  };
}

function sum(taken: readonly Taken[]): bigint {
  return taken.reduce((all, row) => all + BigInt(row.amount), 0n);
}

function lackingAmount({ received, read }: MissingKind): Amount {
  return satang(received - read);
}

function toDateOf(kind: Kind): Amount | null {
  return kind.opening === null ? null : addAmounts(kind.opening, kind.amount);
}

/** Above the estimate, or (below) it. */
function overOf(toDate: Amount | null, estimate: Amount | null): Amount | null {
  return toDate === null || estimate === null ? null : subtractAmount(toDate, estimate);
}

function rowsOf(kind: Kind): SourceRow[] {
  const { code, name, estimate, opening, taken, missing, amount } = kind;
  const month = taken[0] && monthFromNumber(taken[0].month);
  const place = (at: typeof month) => (at ? { origin: { month: at, rowNo: null, doc: null, account: null } } : {});
  let running = opening;
  const entries = taken.map((row): SourceRow => {
    const received = satang(BigInt(row.amount));
    running = running === null ? null : addAmounts(running, received);
    return {
      kind: "entry",
      level: 1,
      cells: {
        revenue_name: name,
        revenue_code: code,
        receipt_date: row.receipt_date,
        remittance_no: row.remittance_no,
        amount: received,
        to_date: running,
      },
      ...(row.remittance_no ? { link: { reportId: "remittance", params: { remittance: row.remittance_no } } } : {}),
      ...place(monthFromNumber(row.month)),
    };
  });
  // What is missing has no day: it stands below what was read.
  const proved = missing.map((lacking): SourceRow => {
    running = running === null ? null : addAmounts(running, lackingAmount(lacking));
    const { month: at, received, toDate, read } = lacking;
    return {
      kind: "reconstructed",
      level: 1,
      cells: { revenue_name: name, revenue_code: code, amount: lackingAmount(lacking), to_date: running },
      text: missingReceiptsSentence(at, received, toDate, read),
      link: { reportId: "receipt-details", params: { month: at } },
      ...place(at),
    };
  });
  const toDate = toDateOf(kind);
  const sums: Record<string, CellValue> = { estimate, amount, to_date: toDate, over: overOf(toDate, estimate) };
  return [
    {
      kind: "opening",
      cells: { revenue_name: `${name} — ${OPENING}`, revenue_code: code, estimate, to_date: opening },
      ...place(month),
    },
    ...entries,
    ...proved,
    { kind: "subtotal", cells: { revenue_name: sumOf(name), ...sums } },
  ];
}

/** All kinds together; what is unknown of one of them is unknown of all. */
function closingRow(kinds: readonly Kind[]): SourceRow {
  const add = (parts: readonly (Amount | null)[]) =>
    parts.some((part) => part === null) ? null : sumAmounts(parts.map((part) => part ?? ZERO));
  const estimate = add(kinds.map((kind) => kind.estimate));
  const toDate = add(kinds.map(toDateOf));
  const amount = sumAmounts(kinds.map((kind) => kind.amount));
  return {
    kind: "subtotal",
    rule: "double",
    cells: { revenue_name: ALL_KINDS, estimate, amount, to_date: toDate, over: overOf(toDate, estimate) },
  };
}

/** What came in since the year began against what the register says at the end of the last month. */
function proveToDate(
  kinds: readonly Kind[],
  registered: readonly Registered[],
  { head, input }: ReportQueryParams,
): ProofLine[] {
  const last = wholeMonths(input.period, head.span).at(-1);
  const toDate = kinds.map(toDateOf);
  if (last === undefined || toDate.some((one) => one === null)) return [];
  const states = registered.filter((row) => row.month === monthToNumber(last));
  if (states.length === 0) return [];
  return [
    proveSame(
      "รวมแต่ต้นปี",
      sumAmounts(toDate.map((one) => one ?? ZERO)),
      "รับจริงแต่ต้นปีในทะเบียนเงินรายรับ",
      satang(states.reduce((all, row) => all + row.received_to_date, 0n)),
    ),
  ];
}
