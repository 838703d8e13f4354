/**
 * Accounts of a month whose movement in the trial balance nothing confirms. The balances on both sides prove the difference of debit and credit
 * (T3), and the journal alone both of them; where it lacks both, they could have been changed alike, and no tie would show it. Grain: one code
 * an account. Excluded: accounts of which the journal lacks one side alone, since a change alike would lack on both.
 */
import type { Month } from "@/lib/period/month";
import type { LineSelection } from "../reports/journal-lines";
import { accountMovements } from "./account-movements";
import { tableGaps } from "./table-gaps";

export async function unconfirmedAccounts(
  selection: Pick<LineSelection, "db" | "head" | "scope">,
  month: Month,
): Promise<ReadonlySet<bigint>> {
  const { db, scope, head } = selection;
  const gaps = await tableGaps(db, scope, { snapshotNo: head.snapshotNo, laoId: head.laoId, months: [month] });
  if (!gaps.isShort("journal", month)) return new Set();
  const movements = await accountMovements(selection, month);
  const isOpen = ({ closed, read }: (typeof movements)[number]) =>
    closed.debit > read.debit && closed.credit > read.credit;
  return new Set(movements.filter(isOpen).map(({ account }) => account));
}
