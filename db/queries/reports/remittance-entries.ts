/** The RV entries that booked remittances: their day and their cash and bank debits (T4). Grain: one record a remittance. */
import { type SQL, sql } from "drizzle-orm";
import { BANK_DEPOSITS, CASH_IN_HAND } from "@/lib/ledger/account-code";

/** Over the alias `j`: the line stands on cash in hand or on a deposit. */
export const isCashOrBank: SQL = sql`(j.account_code between ${CASH_IN_HAND.from}::bigint and ${CASH_IN_HAND.to}::bigint
  or j.account_code between ${BANK_DEPOSITS.from}::bigint and ${BANK_DEPOSITS.to}::bigint)`;
