/** Puts the headings of the chart above the accounts of a trial balance, each with the sum of the accounts below it. */
import { type Amount, addAmounts, ZERO } from "@/lib/money/amount";
import { accountDigits, headingPrefix } from "./account-code";

export interface Heading {
  readonly code: bigint;
  readonly name: string;
  readonly level: number;
}

export interface AccountFigures {
  readonly code: bigint;
  /** By column id; null is an unknown amount, which adds nothing. */
  readonly figures: Readonly<Record<string, Amount | null>>;
}

export type GroupedAccount<Account> =
  | {
      readonly kind: "heading";
      readonly heading: Heading;
      readonly prefix: string;
      readonly depth: number;
      readonly sums: Readonly<Record<string, Amount>>;
    }
  | { readonly kind: "account"; readonly account: Account; readonly depth: number };

/** Accounts must stand in order of their codes. Headings without an account below them are left out. */
export function groupAccounts<Account extends AccountFigures>(
  accounts: readonly Account[],
  headings: readonly Heading[],
): GroupedAccount<Account>[] {
  const open = headings
    .map((heading) => ({ heading, prefix: headingPrefix(heading.code, heading.level) }))
    .sort((a, b) => (a.prefix < b.prefix ? -1 : a.prefix > b.prefix ? 1 : 0));
  const sums = new Map<string, Record<string, Amount>>();
  const above = new Map<bigint, typeof open>();
  for (const account of accounts) {
    const digits = accountDigits(account.code);
    const mine = open.filter(({ heading, prefix }) => heading.code !== account.code && digits.startsWith(prefix));
    above.set(account.code, mine);
    for (const { prefix } of mine) {
      const sum = sums.get(prefix) ?? {};
      for (const [id, amount] of Object.entries(account.figures)) sum[id] = addAmounts(sum[id] ?? ZERO, amount ?? ZERO);
      sums.set(prefix, sum);
    }
  }
  const rows: GroupedAccount<Account>[] = [];
  const written = new Set<string>();
  for (const account of accounts) {
    const mine = above.get(account.code) ?? [];
    mine.forEach(({ heading, prefix }, depth) => {
      if (written.has(prefix)) return;
      written.add(prefix);
      rows.push({ kind: "heading", heading, prefix, depth, sums: sums.get(prefix) ?? {} });
    });
    rows.push({ kind: "account", account, depth: mine.length });
  }
  return rows;
}
