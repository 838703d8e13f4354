/** A page of the users for the administrator, with what each may read and when they last signed in. */
import { z } from "zod";
import { listUsers as findUsers } from "@/db/queries/users";
import { mustBeAdministrator } from "@/lib/access/administrator";
import type { UserPage } from "@/lib/access/portal-user";
import { defineOperation } from "./define-operation";

export interface ListUsersInput {
  /** Part of a name or an address, or a whole code of an LAO or province; empty for everybody. */
  readonly term?: string | undefined;
  /** From 1, of so many users each; left out: everybody on one page. */
  readonly page?: number | undefined;
  readonly pageSize?: number | undefined;
}

const EVERYBODY = 100_000;

export const listUsers = defineOperation<ListUsersInput, UserPage>({
  name: "list-users",
  input: z.object({
    term: z.string().trim().max(200).optional(),
    page: z.int().min(1).max(1_000_000).optional(),
    pageSize: z.int().min(1).max(EVERYBODY).optional(),
  }),
  access: mustBeAdministrator,
  audit: () => null,
  run: ({ db, scope }, { term = "", page = 1, pageSize = EVERYBODY }) => findUsers(db, scope, { term, page, pageSize }),
});
