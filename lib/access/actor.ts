/** Who asks: a signed-in user, or the operator at the machine's command line. */
import type { LaoCode } from "@/lib/office/office";

export const ROLES = ["accountant", "auditor", "department", "administrator"] as const;
export type Role = (typeof ROLES)[number];

/** Whose books a user may read. An administrator has none unless one is given as well. */
export type Grant =
  | { readonly kind: "lao"; readonly lao: LaoCode }
  | { readonly kind: "province"; readonly provinceCode: string }
  | { readonly kind: "nation" }
  | { readonly kind: "none" };

export interface Actor {
  /** Null for the operator at the command line. */
  readonly userId: number | null;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly grant: Grant;
}

/** The operator: whoever may run commands on the machine also holds the database; audited by their system user name. */
export function operatorActor(systemUser: string): Actor {
  return {
    userId: null,
    email: `${systemUser}@command-line`,
    name: systemUser,
    role: "administrator",
    grant: { kind: "nation" },
  };
}
