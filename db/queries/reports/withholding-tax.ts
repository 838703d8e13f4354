/**
 * ภาษีหัก ณ ที่จ่าย. Grain: one row a requisition with tax withheld, below the account that its PV entry credits the tax to, in order of day
 * and treasury number, with a sum for each account. Excluded: requisitions without tax; cancelled ones stand without amounts.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { formatAccountCode, WITHHELD_TAX } from "@/lib/ledger/account-code";
import { type Amount, satang, sayBaht, sumAmounts } from "@/lib/money/amount";
import { monthFromNumber } from "@/lib/period/month";
import { monthsOfPeriod } from "@/lib/period/report-period";
import type { ReportQueryParams, ReportRows, SourceRow } from "@/lib/reports/report-rows";
import { cancelledNote, proveSame, sumOf, TAX_ACCOUNT_UNKNOWN } from "@/lib/wording/documents";
import { NOT_IN_CHART, TOTAL } from "@/lib/wording/reports";
import type { ScopedDb } from "../../scoped";
import { whereUnit } from "./document-list";

interface Payment extends Record<string, unknown> {
  paid_date: string;
  treasury_no: string;
  month: number;
  row_no: number;
  payee: string;
  description: string;
  goods_value: bigint;
  withholding_tax: bigint;
  entry_no: string | null;
  cancelled: boolean;
  unit: string | null;
  account_code: bigint | null;
}

interface TaxAccount extends Record<string, unknown> {
  account_code: bigint;
  name: string | null;
  withheld: string;
  passed_on: string;
}

export async function queryWithholdingTax(db: ScopedDb, scope: Scope, params: ReportQueryParams): Promise<ReportRows> {
  const { input } = params;
  const [payments, accounts] = await Promise.all([readPayments(db, scope, params), readTaxAccounts(db, scope, params)]);
  const groups = groupByAccount(payments, accounts);
  const rows = groups.flatMap(({ title, own }): SourceRow[] => [
    { kind: "heading", cells: {}, text: title },
    ...own.map(toRow),
    // Which account a tax belongs to, the journal says: the sum rests on both.
    { kind: "subtotal", cells: { description: sumOf(title), ...sums(own) } },
  ]);
  const all = sums(payments);
  return {
    fields: accounts
      .filter((account) => BigInt(account.passed_on) !== 0n)
      .map((account) => ({
        label: `นำส่งในงวด ${account.name ?? formatAccountCode(account.account_code)}`,
        value: sayBaht(satang(BigInt(account.passed_on))),
      })),
    rowCount: rows.length,
    totals: [{ label: TOTAL, cells: all, tables: ["requisitions"] }],
    proof: input.chosen.unit === undefined ? prove(groups, accounts) : [],
    reach: {
      months: monthsOfPeriod(input.period),
      tables: ["requisitions"],
      relatedTables: ["journal"],
      account: null,
      documents: null,
      records: null,
    },
    rows: async function* (window) {
      yield* rows.slice(window?.offset ?? 0, window ? window.offset + window.limit : undefined);
    },
    // what is missing may belong to any account: it is told above them
    place: async (places) => places.map(() => 0),
  };
}

function own({ head }: ReportQueryParams, scope: Scope, alias: "d" | "j") {
  const at = sql.raw(alias);
  return sql`${at}.snapshot_no = ${head.snapshotNo} and ${at}.lao_id = ${head.laoId} and ${at}.lao_id between ${scope.from} and ${scope.to}`;
}

const isTax = sql`j.account_code between ${WITHHELD_TAX.from}::bigint and ${WITHHELD_TAX.to}::bigint`;

function readPayments(db: ScopedDb, scope: Scope, params: ReportQueryParams): Promise<Payment[]> {
  const { head, input } = params;
  const { where } = whereUnit(input);
  return db.execute<Payment>(sql`
    with tax as materialized (
      select j.entry_no, j.credit, min(j.account_code) as account_code
      from portal.journal j
      where ${own(params, scope, "j")} and ${isTax} and j.credit > 0
      group by j.entry_no, j.credit
    )
    select d.paid_date::text as paid_date, d.treasury_no, d.month, d.row_no, d.payee, d.description, d.goods_value, d.withholding_tax,
      d.entry_no, d.cancelled, coalesce(u.name, d.unit_code) as unit, coalesce(t.account_code, o.account_code) as account_code
    from portal.requisitions d
    left join portal.units u on u.snapshot_no = ${head.snapshotNo} and u.lao_id = d.lao_id and u.unit_code = d.unit_code
    left join tax t on t.entry_no = d.entry_no and t.credit = d.withholding_tax
    left join (select entry_no, min(account_code) as account_code from tax group by entry_no) o on o.entry_no = d.entry_no
    where ${own(params, scope, "d")} and d.paid_date between ${input.period.from}::date and ${input.period.to}::date
      and d.withholding_tax <> 0 ${where ? sql`and ${where}` : sql``}
    order by d.paid_date, d.treasury_no, d.row_no`);
}

function readTaxAccounts(db: ScopedDb, scope: Scope, params: ReportQueryParams): Promise<TaxAccount[]> {
  const { head, input } = params;
  return db.execute<TaxAccount>(sql`
    select m.account_code, a.name, m.withheld, m.passed_on
    from (
      select j.account_code, coalesce(sum(j.credit) filter (where j.book = 'PV'), 0) as withheld,
        coalesce(sum(j.debit), 0) as passed_on
      from portal.journal j
      where ${own(params, scope, "j")} and ${isTax} and j.entry_date between ${input.period.from}::date and ${input.period.to}::date
      group by j.account_code
    ) m
    left join portal.accounts a on a.snapshot_no = ${head.snapshotNo} and a.account_code = m.account_code
    order by m.account_code`);
}

interface Group {
  readonly code: bigint | null;
  readonly title: string;
  readonly own: readonly Payment[];
}

/** In order of the chart; payments whose account cannot be told come last. */
function groupByAccount(payments: readonly Payment[], accounts: readonly TaxAccount[]): Group[] {
  const groups: Group[] = accounts.map((account) => ({
    code: account.account_code,
    title: `${formatAccountCode(account.account_code)} ${account.name ?? NOT_IN_CHART}`,
    own: payments.filter((payment) => payment.account_code === account.account_code),
  }));
  const codes = new Set(accounts.map((account) => account.account_code));
  const rest = payments.filter((payment) => payment.account_code === null || !codes.has(payment.account_code));
  return [...groups, { code: null, title: TAX_ACCOUNT_UNKNOWN, own: rest }].filter((group) => group.own.length > 0);
}

function sums(payments: readonly Payment[]): { goods_value: Amount; withholding_tax: Amount } {
  const counted = payments.filter((payment) => !payment.cancelled);
  return {
    goods_value: sumAmounts(counted.map((payment) => satang(payment.goods_value))),
    withholding_tax: sumAmounts(counted.map((payment) => satang(payment.withholding_tax))),
  };
}

/** What was withheld against what the payments book credits, in all and for each account that differs. */
function prove(groups: readonly Group[], accounts: readonly TaxAccount[]) {
  const booked = "เครดิตภาษีหัก ณ ที่จ่ายรอนำส่งในสมุดเงินสดจ่าย";
  const withheld = sums(groups.flatMap((group) => group.own)).withholding_tax;
  const all = satang(accounts.reduce((sum, account) => sum + BigInt(account.withheld), 0n));
  const single = accounts.map((account) => {
    const group = groups.find((one) => one.code === account.account_code);
    const code = formatAccountCode(account.account_code);
    return proveSame(
      `${code}: ภาษีที่หัก`,
      sums(group?.own ?? []).withholding_tax,
      booked,
      satang(BigInt(account.withheld)),
    );
  });
  return [proveSame("ภาษีที่หัก", withheld, booked, all), ...single.filter((line) => !line.holds)];
}

/** The row leads to the requisition. */
function toRow(payment: Payment): SourceRow {
  const notes = [
    ...(payment.cancelled ? [cancelledNote(satang(payment.withholding_tax))] : []),
    ...(payment.unit ? [payment.unit] : []),
  ];
  return {
    kind: "entry",
    cells: {
      paid_date: payment.paid_date,
      treasury_no: payment.treasury_no,
      payee: payment.payee,
      description: payment.description,
      goods_value: payment.cancelled ? null : satang(payment.goods_value),
      withholding_tax: payment.cancelled ? null : satang(payment.withholding_tax),
      entry_no: payment.entry_no,
      note: notes.length > 0 ? notes.join(" · ") : null,
    },
    link: { reportId: "requisition", params: { requisition: payment.treasury_no } },
    origin: {
      month: monthFromNumber(payment.month),
      rowNo: payment.row_no,
      doc: payment.treasury_no,
      account: null,
    },
  };
}
