/** The daily cash position behind the small books of `seed-books.ts`: cash in hand and one bank account, by their entries, as the old system kept it. */
import { openOwner } from "@/db/owner";
import { BANK, baht, CASH, ENTRIES, type Entry, LAOS, number, OPENINGS, SNAPSHOT_NO } from "./seed-books";

export const BANK_ACCOUNT_NO = "0973900501";

/** Rows of days with movement, as archives have them; `entries` if an LAO's books are others. */
export async function seedCash(ownerUrl: string, entries: readonly Entry[] = ENTRIES): Promise<void> {
  const owner = openOwner(ownerUrl);
  try {
    for (const { id } of LAOS) {
      const rowNo = new Map<number, number>();
      for (const [account, boxNo] of [
        [CASH, "CASH"],
        [BANK, BANK_ACCOUNT_NO],
      ] as const) {
        let balance = baht(OPENINGS[account] ?? "0.00");
        for (const day of [...new Set(entries.map((entry) => entry.date))].sort()) {
          const lines = entries
            .filter((entry) => entry.date === day)
            .flatMap((entry) => entry.lines.filter(([code]) => code === account));
          if (lines.length === 0) continue;
          const received = lines.reduce((sum, [, debit]) => sum + baht(debit), 0n);
          const paid = lines.reduce((sum, [, , credit]) => sum + baht(credit), 0n);
          const month = Number(day.slice(0, 7).replace("-", ""));
          rowNo.set(month, (rowNo.get(month) ?? 0) + 1);
          await owner`insert into portal.cash ${owner({
            opening: balance,
            received,
            paid,
            closing: balance + received - paid,
            account_code: number(account),
            lao_id: id,
            month,
            row_no: rowNo.get(month) ?? 1,
            day,
            snapshot_no: SNAPSHOT_NO,
            bank_account_no: boxNo,
          })}`;
          balance += received - paid;
        }
      }
    }
  } finally {
    await owner.end();
  }
}
