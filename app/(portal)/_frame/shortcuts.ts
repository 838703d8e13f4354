/** The keys after `g`: pages and reports that each reader can go to. Keys are those of the keyboard (`KeyT`), whatever language it types. */
import type { Actor } from "@/lib/access/actor";
import { REPORTS } from "@/lib/operations/report-registry";
import { REPORT_LIST } from "@/lib/wording/report-list";
import { FRAME } from "@/lib/wording/screen";
import { SEARCH } from "@/lib/wording/search";
import { KEYS } from "@/lib/wording/shortcuts";
import { homePath } from "./home-path";

export interface Shortcut {
  /** `KeyboardEvent.code`. */
  readonly code: string;
  readonly label: string;
  /** Address, or the part of it below an LAO's home. */
  readonly path: string;
  /** Only where an LAO is at hand: the one of the page, else the reader's own. */
  readonly isOfLao: boolean;
}

const REPORT_KEYS: Readonly<Record<string, string>> = {
  KeyT: "trial-balance",
  KeyL: "ledger",
  KeyI: "cash-receipts-book",
  KeyO: "cash-payments-book",
  KeyJ: "general-journal",
  KeyD: "journal-document",
};

export function shortcutsOf(actor: Pick<Actor, "role" | "grant">): Shortcut[] {
  const page = (code: string, label: string, path: string): Shortcut => ({ code, label, path, isOfLao: false });
  const pages = [page("KeyH", KEYS.home, homePath(actor)), page("KeyU", FRAME.help, "/help")];
  if (actor.role === "administrator") pages.push(page("KeyA", FRAME.auditLog, "/audit-log"));
  if (actor.grant.kind === "none") return pages;
  const reports = Object.entries(REPORT_KEYS).flatMap(([code, id]) => {
    const title = REPORTS.find(({ definition }) => definition.id === id)?.definition.title;
    return title === undefined ? [] : [{ code, label: title, path: `/reports/${id}`, isOfLao: true }];
  });
  const list: Shortcut = { code: "KeyR", label: REPORT_LIST.title, path: "/reports", isOfLao: true };
  return [...pages, page("KeyS", SEARCH.title, "/search"), list, ...reports];
}

/** `KeyT` → `T`. */
export function letterOf(code: string): string {
  return code.replace(/^Key/, "");
}
