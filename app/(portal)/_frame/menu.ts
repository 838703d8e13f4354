/** The main menu: what each reader can go to, no more. */
import type { Actor } from "@/lib/access/actor";
import { BUNDLE_PAGE } from "@/lib/wording/bundles";
import { FRAME } from "@/lib/wording/screen";
import { homePath } from "./home-path";

export interface MenuItem {
  readonly label: string;
  readonly href: string;
}

export function menuOf(actor: Pick<Actor, "role" | "grant">): MenuItem[] {
  const books: Record<Actor["grant"]["kind"], string | null> = {
    lao: FRAME.myLao,
    province: FRAME.myProvince,
    nation: FRAME.allLaos,
    none: null,
  };
  const label = books[actor.grant.kind];
  const items: MenuItem[] = label ? [{ label, href: homePath(actor) }] : [];
  if (actor.role === "administrator")
    items.push(
      { label: FRAME.users, href: "/users" },
      { label: FRAME.auditLog, href: "/audit-log" },
      { label: FRAME.snapshots, href: "/snapshots" },
    );
  if (label) items.push({ label: BUNDLE_PAGE.title, href: "/bundles" });
  return [...items, { label: FRAME.help, href: "/help" }];
}
