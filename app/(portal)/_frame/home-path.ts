/** Where each role's day starts. */
import type { Actor } from "@/lib/access/actor";

/** Address of the first page that this actor may read. */
export function homePath(actor: Pick<Actor, "role" | "grant">): string {
  const { grant } = actor;
  if (grant.kind === "lao") return `/lao/${grant.lao}`;
  if (grant.kind === "province") return `/provinces/${grant.provinceCode}`;
  if (grant.kind === "nation") return "/laos";
  return actor.role === "administrator" ? "/users" : "/help";
}
