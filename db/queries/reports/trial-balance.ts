/**
 * งบทดลอง. Grain: one row an account, in order of the chart; heading rows above them when asked for. A month: the trial balance as the old
 * system closed it. At a date: the month's openings and the journal from the month's first day up to that day. Excluded: accounts without
 * a balance and without a line. What arithmetic proves of accounts whose row was not read stands in rows of its own. Of one unit: what its journal
 * moved (`trial-balance-of-unit.ts`).
 */
import type { Scope } from "@/lib/access/scope";
import { accountDigits, formatAccountCode } from "@/lib/ledger/account-code";
import { groupAccounts } from "@/lib/ledger/account-groups";
import { type Amount, negate, satang, sumAmounts, ZERO } from "@/lib/money/amount";
import { type Month, monthOf } from "@/lib/period/month";
import { matchesTerm } from "@/lib/reports/find-term";
import type { MarkerPlace, ReportQueryParams, ReportRows, SourceRow } from "@/lib/reports/report-rows";
import { provedBalanceSentence, provedOpeningSentence, withProvedRows } from "@/lib/wording/reconstruction";
import { NOT_IN_CHART, proveEqual, TOTAL, TOTAL_OF_FOUND, TOTAL_OF_REPORT } from "@/lib/wording/reports";
import type { ScopedDb } from "../../scoped";
import { type ProvedBalances, provedBalances } from "../reconstructions/proved-balances";
import { unconfirmedAccounts } from "../reconstructions/unconfirmed-accounts";
import { chartHeadings } from "./chart-headings";
import { type PeriodAccount, periodAccounts } from "./period-accounts";
import { queryTrialBalanceOfUnit } from "./trial-balance-of-unit";

const FIGURES = ["opening_debit", "opening_credit", "debit", "credit", "closing_debit", "closing_credit"] as const;
type Figure = (typeof FIGURES)[number];
/** What the balances of the months on both sides do not prove. */
const MOVEMENT: readonly Figure[] = ["debit", "credit"];

interface Account {
  readonly code: bigint;
  readonly name: string;
  readonly rowNo: number | null;
  readonly figures: Readonly<Record<Figure, Amount | null>>;
  /** How the figures were proved, where the account's row was not read. */
  readonly proof?: string;
}

export async function queryTrialBalance(db: ScopedDb, scope: Scope, params: ReportQueryParams): Promise<ReportRows> {
  const { input } = params;
  if (input.chosen.unit !== undefined) return queryTrialBalanceOfUnit(db, scope, params, input.chosen.unit);
  const month = monthOf(input.period.from);
  const isAtDate = input.period.kind === "date";
  const [rows, proved, unconfirmed, headings] = await Promise.all([
    periodAccounts(db, scope, params.head, input.period),
    provedBalances(db, scope, { head: params.head, month }),
    isAtDate ? new Set<bigint>() : unconfirmedAccounts({ db, scope, head: params.head }, month),
    // A heading sums all accounts below it, so it has no place above the few that were found.
    input.hasGroups && !input.find ? chartHeadings(db, params.head) : [],
  ]);
  const accounts = complete(rows, proved, isAtDate);
  const find = input.find;
  const shown = find
    ? accounts.filter((account) =>
        matchesTerm(
          find,
          [account.name, formatAccountCode(account.code)],
          FIGURES.map((id) => account.figures[id]),
        ),
      )
    : accounts;
  // A movement that nothing confirms says so beside itself, and so does every sum of it.
  const open = accounts.filter(({ code, proof }) => proof === undefined && unconfirmed.has(code));
  const doubtOf = (isBelow: (code: bigint) => boolean) =>
    open.some(({ code }) => isBelow(code)) ? { unconfirmed: MOVEMENT } : {};
  const lines = groupAccounts(shown, headings).map((row): SourceRow => {
    if (row.kind === "account") {
      const { code } = row.account;
      return { ...accountRow(row.account, row.depth, month, params), ...doubtOf((one) => one === code) };
    }
    const { heading } = row;
    return {
      kind: "group",
      level: row.depth,
      cells: { account_name: heading.name, account_code: formatAccountCode(heading.code), ...row.sums },
      origin: { month, rowNo: null, doc: null, account: row.prefix },
      ...doubtOf((code) => accountDigits(code).startsWith(row.prefix)),
    };
  });
  const isUnconfirmed = open.length > 0;
  const totals = sumFigures(accounts);
  // Proved in full: every account is read or determined, and the books balance with them.
  const isComplete = proved?.isComplete && (input.period.kind !== "date" || proved.isJournalWhole);
  const isProved = Boolean(isComplete && accounts.every(isKnown) && balances(totals));
  const hasProvedRows = accounts.some(({ proof }) => proof !== undefined);
  const provedAs = isProved ? { proved: hasProvedRows ? ("completed" as const) : ("complete" as const) } : {};
  return {
    fields: [],
    isPartlyProved: hasProvedRows,
    rowCount: lines.length,
    totals: find
      ? [
          { label: TOTAL_OF_FOUND, cells: sumFigures(shown), isUnconfirmed },
          { label: TOTAL_OF_REPORT, cells: totals, isUnconfirmed, ...provedAs },
        ]
      : [{ label: TOTAL, cells: totals, isUnconfirmed, ...provedAs }],
    proof: [
      proveEqual("ยอดยกมา", totals.opening_debit, totals.opening_credit),
      proveEqual("รายการระหว่างงวด", totals.debit, totals.credit),
      proveEqual("ยอดคงเหลือ", totals.closing_debit, totals.closing_credit),
    ].map(hasProvedRows ? withProvedRows : (line) => line),
    reach: {
      months: [month],
      ...(isAtDate ? { tables: ["balances", "journal"] } : { tables: ["balances"], witnesses: ["journal"] }),
      relatedTables: ["journal"],
      account: null,
      documents: null,
      records: null,
    },
    rows: async function* (window) {
      yield* lines.slice(window?.offset ?? 0, window ? window.offset + window.limit : undefined);
    },
    place: async (places) => places.map((place) => rankOf(place, lines)),
  };
}

function toAccount({ code, name, rowNo, opening, debit, credit, closing }: PeriodAccount): Account {
  return {
    code,
    name: name ?? NOT_IN_CHART,
    rowNo,
    figures: {
      opening_debit: debitSide(opening),
      opening_credit: creditSide(opening),
      debit,
      credit,
      closing_debit: debitSide(closing),
      closing_credit: creditSide(closing),
    },
  };
}

/** The accounts that were read, and those that are proved, in order of the chart. */
function complete(rows: readonly PeriodAccount[], proved: ProvedBalances | null, isAtDate: boolean): Account[] {
  if (!proved) return rows.map(toAccount);
  const { months } = proved;
  const byCode = new Map(proved.accounts.map((account) => [account.code, account]));
  // At a day, what moved must be known too: a proved opening with half of what followed would be a wrong balance.
  const isMovedKnown = !isAtDate || proved.isJournalWhole;
  const accounts = rows.map((row): Account => {
    const found = row.rowNo === null ? byCode.get(row.code) : undefined;
    if (found && !isMovedKnown) byCode.delete(row.code);
    if (!isMovedKnown) return toAccount(row);
    if (!found) return toAccount(row);
    byCode.delete(row.code);
    const proof = provedOpeningSentence(found.proved, found.sources, months);
    const { opening } = found.proved;
    return { ...toAccount({ ...row, opening, closing: satang(opening + row.debit - row.credit) }), proof };
  });
  for (const { code, name, proved: figures, sources } of byCode.values()) {
    const nothing = { code, name, rowNo: null };
    const proof = isAtDate
      ? provedOpeningSentence(figures, sources, months)
      : provedBalanceSentence(figures, sources, months);
    const row = isAtDate ? { ...figures, debit: ZERO, credit: ZERO, closing: figures.opening } : figures;
    const account = { ...toAccount({ ...nothing, ...row }), proof };
    accounts.push(!isMovedKnown ? openingOnly(account) : account);
  }
  return accounts.sort((a, b) => (a.code < b.code ? -1 : 1));
}

function openingOnly(account: Account): Account {
  const { opening_debit, opening_credit } = account.figures;
  const unknown = { debit: null, credit: null, closing_debit: null, closing_credit: null };
  return { ...account, figures: { opening_debit, opening_credit, ...unknown } };
}

function isKnown({ figures }: Account): boolean {
  return FIGURES.every((id) => figures[id] !== null);
}

function balances(totals: Record<Figure, Amount>): boolean {
  return (
    totals.opening_debit === totals.opening_credit &&
    totals.debit === totals.credit &&
    totals.closing_debit === totals.closing_credit
  );
}

function debitSide(amount: Amount | null): Amount | null {
  return amount === null ? null : amount > 0n ? amount : ZERO;
}

function creditSide(amount: Amount | null): Amount | null {
  return amount === null ? null : amount < 0n ? negate(amount) : ZERO;
}

/** The row leads to the account's ledger of the same days. */
function accountRow(account: Account, level: number, month: Month, { input }: ReportQueryParams): SourceRow {
  const { period } = input;
  const code = formatAccountCode(account.code);
  const days = period.kind === "date" ? { from: period.from, to: period.to } : { month };
  return {
    kind: account.proof === undefined ? "entry" : "reconstructed",
    ...(account.proof === undefined ? {} : { text: account.proof }),
    level,
    cells: { account_name: account.name, account_code: code, ...account.figures },
    link: { reportId: "ledger", params: { account: code, ...days } },
    origin: { month, rowNo: account.rowNo, doc: null, account: accountDigits(account.code) },
  };
}

function sumFigures(accounts: readonly Account[]): Record<Figure, Amount> {
  const sum = (id: Figure) => sumAmounts(accounts.map((account) => account.figures[id] ?? ZERO));
  return {
    opening_debit: sum("opening_debit"),
    opening_credit: sum("opening_credit"),
    debit: sum("debit"),
    credit: sum("credit"),
    closing_debit: sum("closing_debit"),
    closing_credit: sum("closing_credit"),
  };
}

/** Unread records stood between their neighbours in the file; headings stay with the account below them. */
function rankOf(place: MarkerPlace, rows: readonly SourceRow[]): number {
  if (place.at === "start-of-month") return 0;
  if (place.at !== "row") return rows.length;
  const next = rows.findIndex((row) => (row.origin?.rowNo ?? 0) > place.rowNo);
  if (next === -1) return rows.length;
  let rank = next;
  while (rank > 0 && rows[rank - 1]?.kind === "group") rank -= 1;
  return rank;
}
