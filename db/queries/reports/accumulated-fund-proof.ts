/**
 * รายงานพิสูจน์ยอดเงินสะสม at a month's end, from both sides: money less debts, and net assets less what is not money. Grain: one row a heading of
 * the chart, the equity by its accounts. Excluded: amounts approved out of the accumulated fund and not paid yet, which the archive does not
 * hold: their lines stay blank to be filled in.
 */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { accountDigits, formatAccountCode } from "@/lib/ledger/account-code";
import { type Amount, satang, subtractAmount, ZERO } from "@/lib/money/amount";
import { formatDateLong } from "@/lib/period/date";
import { monthOf, monthsBetween, monthToNumber } from "@/lib/period/month";
import type { ProofLine, ReportLink } from "@/lib/reports/document";
import type { ReportHead, ReportQueryParams, ReportRows, SourceRow } from "@/lib/reports/report-rows";
import { NOT_IN_CHART, proveSame } from "@/lib/wording/reports";
import { FUND_PROOF, STATEMENT } from "@/lib/wording/statements";
import type { ScopedDb } from "../../scoped";
import { cashBoxes, isCashAccount } from "./cash-boxes";
import { listedRows } from "./listed-rows";
import { periodAccounts } from "./period-accounts";
import { addKnown, closingBelow, headingNames, lastDayShown, statementLines, turned } from "./statement-lines";

/** เงินสะสม and เงินทุนสำรองเงินสะสม, the accounts whose way through the archive is proved (chart of accounts, 31020101…). */
const FUND = { from: 3102010100000n, to: 3102010199999n } as const;

export async function queryAccumulatedFundProof(
  db: ScopedDb,
  scope: Scope,
  { head, input }: ReportQueryParams,
): Promise<ReportRows> {
  const { period } = input;
  const month = monthOf(period.from);
  const months = monthsBetween(head.span.from, period.to);
  const [accounts, names, boxes, chain] = await Promise.all([
    periodAccounts(db, scope, head, { ...period, kind: "month" }),
    headingNames(db, head),
    cashBoxes(db, scope, head, { from: period.to, to: period.to }),
    fundChain(db, scope, head, months[0] ?? month, month),
  ]);
  const isCash = (code: bigint) => isCashAccount(code, boxes);
  const origin = (account: string | null) => ({ origin: { month, rowNo: null, doc: null, account } });
  const line = (
    item: string,
    code: string | null,
    amount: Amount | null,
    account: string | null,
    link?: ReportLink,
  ): SourceRow => ({
    kind: "entry",
    level: 1,
    cells: { item, account_code: code, amount },
    ...(link ? { link } : {}),
    ...origin(account),
  });
  const heading = (text: string): SourceRow => ({ kind: "heading", cells: {}, text });
  const sum = (item: string, amount: Amount | null): SourceRow => ({
    kind: "subtotal",
    rule: "double",
    cells: { item, account_code: null, amount },
  });
  const blank = (item: string): SourceRow => ({ kind: "subtotal", cells: { item } });
  const trialBalance: ReportLink = { reportId: "trial-balance", params: { month, groups: "1" } };

  const money =
    accounts.length === 0
      ? null
      : closingBelow(
          accounts.filter((one) => isCash(one.code)),
          "",
        );
  const debts = statementLines(accounts, names, "2", 4);
  const rest = accounts.filter((account) => !isCash(account.code));
  const others = statementLines(rest, names, "1", 4);
  const equity = accounts.filter((account) => accountDigits(account.code).startsWith("3"));
  const result = turned(closingBelow(accounts, "4", "5"));
  const free = addKnown(money, closingBelow(accounts, "2"));
  const proved = addKnown(
    turned(closingBelow(accounts, "3")),
    result,
    turned(accounts.length === 0 ? null : closingBelow(rest, "1")),
  );
  const rows: SourceRow[] = [
    heading(FUND_PROOF.byMoney),
    line(FUND_PROOF.money, null, money, null, {
      reportId: "daily-cash-position",
      params: { date: lastDayShown(period, head) },
    }),
    ...debts.map((debt) => line(FUND_PROOF.less(debt.name), null, debt.closing, debt.prefix, trialBalance)),
    sum(FUND_PROOF.free, free),
    heading(FUND_PROOF.byBooks),
    ...equity.map((account) => {
      const code = formatAccountCode(account.code);
      return line(account.name ?? NOT_IN_CHART, code, turned(account.closing), accountDigits(account.code), {
        reportId: "ledger",
        params: { account: code, month },
      });
    }),
    line(STATEMENT.resultOfYear, null, result, null, { reportId: "financial-performance", params: { month } }),
    ...others.map((other) =>
      line(FUND_PROOF.less(other.name), null, turned(other.closing), other.prefix, trialBalance),
    ),
    sum(FUND_PROOF.free, proved),
    heading(FUND_PROOF.usable),
    blank(FUND_PROOF.approved),
    blank(FUND_PROOF.reserved),
    blank(FUND_PROOF.left),
  ];
  return {
    ...listedRows(rows),
    period: `ณ วันที่ ${formatDateLong(lastDayShown(period, head))}`,
    fields: [],
    totals: [],
    proof: [
      ...(free === null || proved === null
        ? []
        : [
            proveSame(
              { what: FUND_PROOF.byMoneyShort, amount: free },
              { what: FUND_PROOF.byBooksShort, amount: proved },
            ),
          ]),
      ...proveFund(chain),
    ],
    reach: {
      months: [month],
      monthsOf: { journal: months, balances: [...new Set([months[0] ?? month, month])] },
      tables: ["balances"],
      relatedTables: ["journal", "cash"],
      account: null,
      documents: null,
      records: null,
    },
  };
}

interface FundChain {
  /** Of the archive's first month, credit-positive; null where a trial balance has no such account. */
  readonly opening: Amount | null;
  readonly credited: Amount;
  readonly debited: Amount;
  readonly closing: Amount | null;
}

/** The fund's opening in the archive, what the books did with it since, and its closing. */
async function fundChain(
  db: ScopedDb,
  scope: Scope,
  head: ReportHead,
  first: ReturnType<typeof monthOf>,
  last: ReturnType<typeof monthOf>,
): Promise<FundChain> {
  const place = sql`snapshot_no = ${head.snapshotNo} and lao_id = ${head.laoId} and lao_id between ${scope.from} and ${scope.to}
    and account_code between ${FUND.from} and ${FUND.to}`;
  const [row] = await db.execute<{ opening: string | null; closing: string | null; debit: string; credit: string }>(sql`
    select
      (select sum(opening) from portal.balances where ${place} and month = ${monthToNumber(first)}) as opening,
      (select sum(closing) from portal.balances where ${place} and month = ${monthToNumber(last)}) as closing,
      coalesce(sum(debit), 0) as debit, coalesce(sum(credit), 0) as credit
    from portal.journal_months where ${place} and month between ${monthToNumber(first)} and ${monthToNumber(last)}`);
  const creditSide = (text: string | null | undefined) => (text == null ? null : satang(-BigInt(text)));
  return {
    opening: creditSide(row?.opening),
    closing: creditSide(row?.closing),
    debited: satang(BigInt(row?.debit ?? 0)),
    credited: satang(BigInt(row?.credit ?? 0)),
  };
}

function proveFund({ opening, closing, credited, debited }: FundChain): ProofLine[] {
  if (opening === null || closing === null) return [];
  return [
    proveSame(
      { what: FUND_PROOF.fund, amount: closing },
      { what: FUND_PROOF.chain, amount: subtractAmount(addKnown(opening, credited) ?? ZERO, debited) },
    ),
  ];
}
