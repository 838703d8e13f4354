/** The condition that finds a term among journal lines `j`: exact amount, or words and numbers anywhere in the texts, Thai digits read as Arabic. */
import { type SQL, sql } from "drizzle-orm";
import { THAI_DIGITS } from "@/lib/period/thai-digits";
import type { FindTerm } from "@/lib/reports/find-term";

/** LIKE, not ILIKE: Thai has no case, and document numbers are written one way. */
export function findInLines(term: FindTerm): SQL {
  const pattern = `%${term.text.replace(/[\\%_]/g, "\\$&")}%`;
  const texts = sql`(j.entry_no like ${pattern} or j.source_no like ${pattern} or translate(j.description, ${THAI_DIGITS}, '0123456789') like ${pattern}
    or ${accountText()} like ${pattern})`;
  if (term.amount === null) return texts;
  const amount = term.amount < 0n ? -term.amount : term.amount;
  return sql`(j.debit = ${amount}::bigint or j.credit = ${amount}::bigint or ${texts})`;
}

/** The account as people write it. */
function accountText(): SQL {
  return sql`overlay(lpad(j.account_code::text, 13, '0') placing '.' from 11 for 0)`;
}
