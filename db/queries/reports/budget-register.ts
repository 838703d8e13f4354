/**
 * ทะเบียนรายจ่ายตามงบประมาณ. Grain: below a heading for each budget code, one row a transfer and a requisition of the month, between the
 * code's states at the two months' ends. Excluded: codes without state and without movement; cancelled requisitions count for nothing.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { type Amount, satang, sumAmounts } from "@/lib/money/amount";
import { addMonths, type Month, monthOf, monthToNumber } from "@/lib/period/month";
import { matchesTerm } from "@/lib/reports/find-term";
import type { ReportQueryParams, ReportRows, SourceRow } from "@/lib/reports/report-rows";
import { BUDGET, NO_NAME, proveSame } from "@/lib/wording/budget";
import { TOTAL_OF_FOUND } from "@/lib/wording/reports";
import type { ScopedDb } from "../../scoped";
import { type BudgetLine, originOfLine, readBudgetLines } from "./budget-lines";
import { sumLines } from "./budget-remaining";
import { orderedRows } from "./ordered-rows";

interface Movement extends Record<string, unknown> {
  table_name: "requisitions" | "budget_transfers";
  row_no: number;
  code: string;
  day: string;
  number: string;
  text: string;
  moved_in: bigint;
  moved_out: bigint;
  disbursed: bigint;
  cancelled: boolean;
}

const MOVED = ["transferred_in", "transferred_out", "disbursed"] as const;

export async function queryBudgetRegister(db: ScopedDb, scope: Scope, params: ReportQueryParams): Promise<ReportRows> {
  const { input, head } = params;
  const month = monthOf(input.period.from);
  const before = addMonths(month, -1);
  const hasBefore = before >= monthOf(head.span.from);
  const months = hasBefore ? [before, month] : [month];
  const [lines, movements] = await Promise.all([
    readBudgetLines(db, scope, params, months),
    readMovements(db, scope, params, month),
  ]);
  const { find } = input;
  const shown = find
    ? movements.filter((row) => matchesTerm(find, [row.number, row.text, row.code], amountsOf(row)))
    : movements;
  const atEnd = lines.filter((line) => line.month === month);
  const codes = [...new Set([...lines.map((line) => line.code), ...movements.map((row) => row.code)])];
  const rows = find
    ? shown.map((row) => movementRow(row, month))
    : codes.flatMap((code) => codeRows(code, lines, movements, { month, before }));
  return {
    fields: [],
    totals: [
      find
        ? { label: TOTAL_OF_FOUND, cells: sumMovements(shown) }
        : { label: BUDGET.moved, cells: sumMovements(movements) },
      { label: BUDGET.sumAtEnd, cells: sumLines(atEnd), tables: ["budget_lines"] },
    ],
    proof: hasBefore ? proveRises(lines, { month, before }, movements) : [],
    reach: {
      months: [month],
      monthsOf: { budget_lines: months },
      tables: ["requisitions", "budget_transfers", "budget_lines"],
      relatedTables: [],
      account: null,
      documents: null,
      records: null,
    },
    ...orderedRows(rows, "in-groups"),
  };
}

async function readMovements(
  db: ScopedDb,
  scope: Scope,
  { head, input }: ReportQueryParams,
  month: Month,
): Promise<Movement[]> {
  const { plan = null, code = null } = input.chosen;
  const place = sql`snapshot_no = ${head.snapshotNo} and lao_id = ${head.laoId} and lao_id between ${scope.from} and ${scope.to}
    and month = ${monthToNumber(month)}`;
  const transfers = (side: "from" | "to") => sql`
    select 'budget_transfers' as table_name, row_no, ${sql.identifier(`${side}_budget_code`)} as code, transfer_date as day, transfer_no as number,
      reason as text, ${side === "to" ? sql`amount` : sql`0::bigint`} as moved_in, ${side === "from" ? sql`amount` : sql`0::bigint`} as moved_out,
      0::bigint as disbursed, false as cancelled
    from portal.budget_transfers where ${place}`;
  // Transfers name no plan: theirs is the one of their code, in any month.
  return db.execute<Movement>(sql`
    select * from (
      ${transfers("to")} union all ${transfers("from")} union all
      select 'requisitions', row_no, budget_code, paid_date, treasury_no, description || ' · ' || payee, 0::bigint, 0::bigint,
        case when cancelled then 0::bigint else gross end, cancelled
      from portal.requisitions where ${place}
    ) m
    where (${code}::text is null or m.code = ${code})
      and (${plan}::text is null or m.code in (
        select budget_code from portal.budget_lines
        where snapshot_no = ${head.snapshotNo} and lao_id = ${head.laoId} and lao_id between ${scope.from} and ${scope.to} and plan_code = ${plan}
      ))
    order by m.code, m.day, m.table_name, m.number, m.row_no`);
}

function codeRows(
  code: string,
  lines: readonly BudgetLine[],
  movements: readonly Movement[],
  { month, before }: { month: Month; before: Month },
): SourceRow[] {
  const carried = lines.find((line) => line.code === code && line.month === before);
  const end = lines.find((line) => line.code === code && line.month === month);
  const line = end ?? carried;
  const own = movements.filter((row) => row.code === code);
  return [
    { kind: "heading", cells: {}, text: line ? BUDGET.headline(line) : `${code} · ${NO_NAME}` },
    ...(carried ? [stateRow(carried, BUDGET.carried(before))] : []),
    ...own.map((row) => movementRow(row, month)),
    ...(end ? [stateRow(end, BUDGET.atEnd)] : []),
  ];
}

/** A state as the old system kept it: read, not summed here. */
function stateRow(line: BudgetLine, label: string): SourceRow {
  return {
    kind: "subtotal",
    cells: { description: label, ...line.figures },
    origin: originOfLine(line),
    tables: ["budget_lines"],
  };
}

function movementRow(row: Movement, month: Month): SourceRow {
  const text =
    row.table_name === "requisitions"
      ? row.cancelled
        ? BUDGET.cancelled(row.text)
        : row.text
      : row.moved_in > 0n
        ? BUDGET.transferIn(row.text)
        : BUDGET.transferOut(row.text);
  return {
    kind: "entry",
    cells: {
      date: row.day,
      number: row.number,
      description: text,
      transferred_in: row.moved_in === 0n ? null : satang(row.moved_in),
      transferred_out: row.moved_out === 0n ? null : satang(row.moved_out),
      disbursed: row.table_name === "requisitions" ? satang(row.disbursed) : null,
    },
    ...(row.table_name === "requisitions"
      ? { link: { reportId: "requisition", params: { requisition: row.number } } }
      : {}),
    origin: { month, rowNo: row.row_no, doc: row.number, account: row.code, table: row.table_name },
  };
}

function amountsOf(row: Movement): Amount[] {
  return [satang(row.moved_in), satang(row.moved_out), satang(row.disbursed)];
}

function sumMovements(rows: readonly Movement[]): Record<(typeof MOVED)[number], Amount> {
  return {
    transferred_in: sumAmounts(rows.map((row) => satang(row.moved_in))),
    transferred_out: sumAmounts(rows.map((row) => satang(row.moved_out))),
    disbursed: sumAmounts(rows.map((row) => satang(row.disbursed))),
  };
}

/** T8: what rose between two months' ends is what moved between them. Only over codes that stand in both: of the others nothing is known. */
function proveRises(
  lines: readonly BudgetLine[],
  { month, before }: { month: Month; before: Month },
  movements: readonly Movement[],
): ReportRows["proof"] {
  const codesAt = (which: Month) => new Set(lines.filter((line) => line.month === which).map((line) => line.code));
  const [first, last] = [codesAt(before), codesAt(month)];
  const isKnown = ({ code }: { readonly code: string }) => first.has(code) && last.has(code);
  const moved = sumMovements(movements.filter(isKnown));
  const at = (which: Month) => sumLines(lines.filter((line) => line.month === which && isKnown(line)));
  const [start, end] = [at(before), at(month)];
  const names = { transferred_in: "โอนเพิ่ม", transferred_out: "โอนลด", disbursed: "เบิกจ่าย" } as const;
  return MOVED.map((id) =>
    proveSame(`${names[id]}ที่เพิ่มขึ้นจากสิ้นเดือนก่อน`, satang(end[id] - start[id]), "ผลรวมรายการในเดือน", moved[id]),
  );
}
