/** The accounts of an LAO that have a balance or a movement, for choosing a ledger. */
import { z } from "zod";
import { type AccountName, accountNames } from "@/db/queries/account-names";
import { mustReadBooks } from "@/lib/access/checks";
import { defineOperation } from "./define-operation";
import { openLao } from "./open-lao";

export interface FindAccountsInput {
  /** Default: the newest archive. */
  readonly snapshot?: string | undefined;
  readonly lao: string;
}

export const findAccounts = defineOperation<FindAccountsInput, readonly AccountName[]>({
  name: "find-accounts",
  input: z.object({ snapshot: z.string().max(64).optional(), lao: z.string().max(20) }),
  access: mustReadBooks,
  // A list of account names, no figures: the report that follows is recorded.
  audit: () => null,
  run: async ({ db, scope }, input) => {
    const head = await openLao(db, scope, input.lao, input.snapshot);
    return accountNames(db, scope, { snapshotNo: head.snapshotNo, laoId: head.laoId });
  },
});
