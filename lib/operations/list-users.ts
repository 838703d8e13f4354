/** All users for the administrator, with what each may read and when they last signed in. */
import { z } from "zod";
import { listUsers as findUsers } from "@/db/queries/users";
import { mustBeAdministrator } from "@/lib/access/administrator";
import type { PortalUser } from "@/lib/access/portal-user";
import { defineOperation } from "./define-operation";

export const listUsers = defineOperation<Record<string, never>, PortalUser[]>({
  name: "list-users",
  input: z.strictObject({}),
  access: mustBeAdministrator,
  audit: () => null,
  run: ({ db, scope }) => findUsers(db, scope),
});
