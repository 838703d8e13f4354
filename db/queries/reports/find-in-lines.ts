/** The condition that finds a term among journal lines `j`: exact amount, or words and numbers anywhere in the texts. */
import { type SQL, sql } from "drizzle-orm";
import { toThaiDigits } from "@/lib/period/thai-digits";
import type { FindTerm } from "@/lib/reports/find-term";
import { likePattern } from "./like-pattern";

/**
 * LIKE, not ILIKE: Thai has no case, and document numbers are written one way. A text is searched with Arabic and with Thai digits; to
 * translate every text instead costs three times as much on a long ledger.
 */
export function findInLines(term: FindTerm, over: "one account" | "all accounts"): SQL {
  const pattern = likePattern(term.text);
  const conditions = [
    sql`j.entry_no like ${pattern}`,
    sql`j.source_no like ${pattern}`,
    sql`j.description like ${pattern}`,
  ];
  const thai = likePattern(toThaiDigits(term.text));
  if (thai !== pattern) conditions.push(sql`j.description like ${thai}`);
  // An account, or the beginning of one, as people write it.
  if (over === "all accounts" && /^\d[\d.]{2,}$/.test(term.text))
    conditions.push(sql`j.account_code::text like ${`${term.text.replace(".", "")}%`}`);
  if (term.amount !== null) {
    const amount = term.amount < 0n ? -term.amount : term.amount;
    conditions.push(sql`j.debit = ${amount}::bigint`, sql`j.credit = ${amount}::bigint`);
  }
  return sql`(${sql.join(conditions, sql` or `)})`;
}
