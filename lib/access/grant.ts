/** Which grant goes with which role, and how a grant is written down in one line. */
import { parseLaoCode } from "@/lib/office/office";
import type { Grant, Role } from "./actor";

/** `lao:06350302`, `province:35`, `nation`, `none`: in the audit log and on the command line. */
export function formatGrant(grant: Grant): string {
  if (grant.kind === "lao") return `lao:${grant.lao}`;
  return grant.kind === "province" ? `province:${grant.provinceCode}` : grant.kind;
}

/** The grant's code as the table keeps it; null where the kind says it all. */
export function grantCode(grant: Grant): string | null {
  if (grant.kind === "lao") return grant.lao;
  return grant.kind === "province" ? grant.provinceCode : null;
}

/** From the table's two columns or a form's two fields; undefined when they make no grant. */
export function parseGrant(kind: string, code: string | null): Grant | undefined {
  if (kind === "nation" || kind === "none") return code === null ? { kind } : undefined;
  if (kind === "lao") {
    const lao = parseLaoCode(code ?? "");
    return lao ? { kind, lao } : undefined;
  }
  return kind === "province" && /^\d{1,8}$/.test(code ?? "") ? { kind, provinceCode: code ?? "" } : undefined;
}

const GRANT_OF_ROLE: Partial<Record<Role, Grant["kind"]>> = {
  accountant: "lao",
  auditor: "province",
  department: "nation",
};

/** An administrator may have any grant besides; everybody else exactly the one of their role. */
export function grantFitsRole(role: Role, grant: Grant): boolean {
  const needed = GRANT_OF_ROLE[role];
  return needed === undefined || needed === grant.kind;
}
