/**
 * ภาษีหัก ณ ที่จ่าย. Grain: one row a requisition with tax withheld, below the account that its PV entry credits the tax to, in order of day
 * and treasury number, with a sum for each account. Excluded: requisitions without tax; cancelled ones stand without amounts.
 * Sums are made in the database over the whole period, whatever page is read.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { formatAccountCode, WITHHELD_TAX } from "@/lib/ledger/account-code";
import { type Amount, satang, sayBaht, sumAmounts } from "@/lib/money/amount";
import { monthFromNumber } from "@/lib/period/month";
import { monthsOfPeriod } from "@/lib/period/report-period";
import type { RowWindow } from "@/lib/reports/document";
import type { ReportQueryParams, ReportRows, SourceRow } from "@/lib/reports/report-rows";
import { cancelledNote, proveSame, sumOf, TAX_ACCOUNT_UNKNOWN } from "@/lib/wording/documents";
import { NOT_IN_CHART, TOTAL } from "@/lib/wording/reports";
import type { ScopedDb } from "../../scoped";
import { whereUnit } from "./document-list";
import { groupedRows } from "./grouped-rows";

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
}

/** Payments of the period whose tax one account took; of cancelled ones only the number counts. */
interface AccountSums extends Record<string, unknown> {
  /** Null where the entry is not in the journal. */
  account_code: bigint | null;
  payments: number;
  goods_value: string;
  withholding_tax: string;
}

interface TaxAccount extends Record<string, unknown> {
  account_code: bigint;
  name: string | null;
  withheld: string;
  passed_on: string;
}

export async function queryWithholdingTax(db: ScopedDb, scope: Scope, params: ReportQueryParams): Promise<ReportRows> {
  const { input } = params;
  const [parts, accounts] = await Promise.all([readSums(db, scope, params), readTaxAccounts(db, scope, params)]);
  const groups = groupByAccount(parts, accounts);
  return {
    fields: accounts
      .filter((account) => BigInt(account.passed_on) !== 0n)
      .map((account) => ({
        label: `นำส่งในงวด ${account.name ?? formatAccountCode(account.account_code)}`,
        value: sayBaht(satang(BigInt(account.passed_on))),
      })),
    totals: [{ label: TOTAL, cells: sums(parts), tables: ["requisitions"] }],
    proof: input.chosen.unit === undefined ? prove(groups, accounts) : [],
    reach: {
      months: monthsOfPeriod(input.period),
      tables: ["requisitions"],
      relatedTables: ["journal"],
      account: null,
      documents: null,
      records: null,
    },
    ...groupedRows(
      groups.map(({ title, parts: own }) => ({
        heading: { kind: "heading", cells: {}, text: title },
        count: own.reduce((all, part) => all + part.payments, 0),
        read: async (window) => (await readPayments(db, scope, params, own, window)).map(toRow),
        // Which account a tax belongs to, the journal says: the sum rests on both.
        subtotal: { kind: "subtotal", cells: { description: sumOf(title), ...sums(own) } },
      })),
    ),
  };
}

function own({ head }: ReportQueryParams, scope: Scope, alias: "d" | "j") {
  const at = sql.raw(alias);
  return sql`${at}.snapshot_no = ${head.snapshotNo} and ${at}.lao_id = ${head.laoId} and ${at}.lao_id between ${scope.from} and ${scope.to}`;
}

const isTax = sql`j.account_code between ${WITHHELD_TAX.from}::bigint and ${WITHHELD_TAX.to}::bigint`;

/** `taxed`: the requisitions `d` of the period with tax, and the account that took it; the one of the same amount, if an entry has several. */
function taxedPayments(scope: Scope, params: ReportQueryParams) {
  const { period } = params.input;
  const { where } = whereUnit(params.input);
  return sql`
    tax as materialized (
      select j.entry_no, j.credit, min(j.account_code) as account_code
      from portal.journal j
      where ${own(params, scope, "j")} and ${isTax} and j.credit > 0
      group by j.entry_no, j.credit
    ),
    taxed as (
      select d.*, coalesce(t.account_code, o.account_code) as tax_account
      from portal.requisitions d
      left join tax t on t.entry_no = d.entry_no and t.credit = d.withholding_tax
      left join (select entry_no, min(account_code) as account_code from tax group by entry_no) o on o.entry_no = d.entry_no
      where ${own(params, scope, "d")} and d.paid_date between ${period.from}::date and ${period.to}::date
        and d.withholding_tax <> 0 ${where ? sql`and ${where}` : sql``}
    )`;
}

function readSums(db: ScopedDb, scope: Scope, params: ReportQueryParams): Promise<AccountSums[]> {
  return db.execute<AccountSums>(sql`
    with ${taxedPayments(scope, params)}
    select d.tax_account as account_code, count(*)::integer as payments,
      coalesce(sum(d.goods_value) filter (where not d.cancelled), 0) as goods_value,
      coalesce(sum(d.withholding_tax) filter (where not d.cancelled), 0) as withholding_tax
    from taxed d
    group by d.tax_account`);
}

function readPayments(
  db: ScopedDb,
  scope: Scope,
  params: ReportQueryParams,
  parts: readonly AccountSums[],
  { offset, limit }: RowWindow,
): Promise<Payment[]> {
  const ofParts = parts.map(({ account_code: code }) => sql`d.tax_account is not distinct from ${code}::bigint`);
  return db.execute<Payment>(sql`
    with ${taxedPayments(scope, params)}
    select d.paid_date::text as paid_date, d.treasury_no, d.month, d.row_no, d.payee, d.description, d.goods_value, d.withholding_tax,
      d.entry_no, d.cancelled, coalesce(u.name, d.unit_code) as unit
    from taxed d
    left join portal.units u on u.snapshot_no = ${params.head.snapshotNo} and u.lao_id = d.lao_id and u.unit_code = d.unit_code
    where ${sql.join(ofParts, sql` or `)}
    order by d.paid_date, d.treasury_no, d.row_no, d.month
    offset ${offset} limit ${limit}`);
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
  readonly parts: readonly AccountSums[];
}

/** In order of the chart; payments whose account cannot be told come last. */
function groupByAccount(parts: readonly AccountSums[], accounts: readonly TaxAccount[]): Group[] {
  const groups: Group[] = accounts.map((account) => ({
    code: account.account_code,
    title: `${formatAccountCode(account.account_code)} ${account.name ?? NOT_IN_CHART}`,
    parts: parts.filter((part) => part.account_code === account.account_code),
  }));
  const codes = new Set<bigint | null>(accounts.map((account) => account.account_code));
  const rest = parts.filter((part) => !codes.has(part.account_code));
  return [...groups, { code: null, title: TAX_ACCOUNT_UNKNOWN, parts: rest }].filter((group) => group.parts.length > 0);
}

function sums(parts: readonly AccountSums[]): { goods_value: Amount; withholding_tax: Amount } {
  return {
    goods_value: sumAmounts(parts.map((part) => satang(BigInt(part.goods_value)))),
    withholding_tax: sumAmounts(parts.map((part) => satang(BigInt(part.withholding_tax)))),
  };
}

/** What was withheld against what the payments book credits, in all and for each account that differs. */
function prove(groups: readonly Group[], accounts: readonly TaxAccount[]) {
  const booked = "เครดิตภาษีหัก ณ ที่จ่ายรอนำส่งในสมุดเงินสดจ่าย";
  const withheld = sums(groups.flatMap((group) => group.parts)).withholding_tax;
  const all = satang(accounts.reduce((sum, account) => sum + BigInt(account.withheld), 0n));
  const single = accounts.map((account) => {
    const group = groups.find((one) => one.code === account.account_code);
    const code = formatAccountCode(account.account_code);
    return proveSame(
      `${code}: ภาษีที่หัก`,
      sums(group?.parts ?? []).withholding_tax,
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
