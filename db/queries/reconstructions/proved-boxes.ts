/**
 * What the ledger proves of cash in hand and of deposits where the daily position of a month is not there (T9): their balance is that of the ledger
 * account that carries them. Grain: one amount for the boxes asked about together. Excluded: boxes that share an account with others that are not.
 */
import type { Scope } from "@/lib/access/scope";
import { formatAccountCode } from "@/lib/ledger/account-code";
import { type Amount, satang } from "@/lib/money/amount";
import type { Month } from "@/lib/period/month";
import type { ReportHead } from "@/lib/reports/report-rows";
import type { ScopedDb } from "../../scoped";
import { type CashBox, isCarriedBy } from "../reports/cash-boxes";
import type { PeriodAccount } from "../reports/period-accounts";
import { tableGaps } from "./table-gaps";

export interface ProvedBoxes {
  readonly amount: Amount;
  /** The ledger accounts that prove it, as they are written. */
  readonly accounts: readonly string[];
}

export interface BoxProof {
  /** What the boxes together closed with; null where the ledger does not prove it. */
  readonly closingOf: (boxes: readonly CashBox[]) => ProvedBoxes | null;
}

export interface BoxProofQuery {
  readonly head: ReportHead;
  readonly month: Month;
  readonly boxes: readonly CashBox[];
  /** Of the month as it was closed, or moved on by the journal to a day of it. */
  readonly accounts: readonly PeriodAccount[];
  readonly isAtDay: boolean;
}

export async function proveBoxes(db: ScopedDb, scope: Scope, query: BoxProofQuery): Promise<BoxProof> {
  const { head, month, boxes, accounts, isAtDay } = query;
  if (boxes.every(({ closing }) => closing !== null)) return { closingOf: () => null };
  const gaps = await tableGaps(db, scope, { snapshotNo: head.snapshotNo, laoId: head.laoId, months: [month] });
  const isRead = gaps.isWhole("balances", month) && (!isAtDay || gaps.isWhole("journal", month));
  return {
    closingOf: (asked) => {
      const carriers = accounts.filter((account) => asked.some((box) => isCarriedBy(box, account)));
      const others = boxes.filter(
        (box) => !asked.includes(box) && carriers.some((account) => isCarriedBy(box, account)),
      );
      if (!isRead || asked.length === 0 || others.length > 0) return null;
      let amount = 0n;
      for (const { code, closing } of carriers) {
        if (closing === null || gaps.isInDoubt("balances", month, formatAccountCode(code))) return null;
        amount += closing;
      }
      // an account that the whole trial balance does not have stands at zero
      return { amount: satang(amount), accounts: carriers.map(({ code }) => formatAccountCode(code)) };
    },
  };
}
