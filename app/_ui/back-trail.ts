/**
 * The way back: pages that led here, outermost first, each as `back` in the query with its own filters, page and row.
 * Only addresses inside the portal are taken, so that no link made elsewhere can lead people away.
 */
import { href, type SearchParams } from "./href";

const LONGEST_TRAIL = 4;
const LONGEST_ADDRESS = 1500;
const NOWHERE = "http://portal.invalid";

/** The pages passed on the way here, as path, query and fragment; addresses of other sites are dropped. */
export function readTrail(params: SearchParams): readonly string[] {
  const given = params.back;
  const list = Array.isArray(given) ? given : given ? [given] : [];
  return list.filter(isInside).slice(-LONGEST_TRAIL);
}

function isInside(address: string): boolean {
  if (!address.startsWith("/") || address.length > LONGEST_ADDRESS) return false;
  if (!URL.canParse(address, NOWHERE)) return false;
  const url = new URL(address, NOWHERE);
  return url.origin === NOWHERE && /^\/(lao|laos|provinces|search)(\/|$)/.test(url.pathname);
}

/** The trail of a page that is reached from `here`. */
export function extendTrail(trail: readonly string[], here: string): readonly string[] {
  return [...trail, here].slice(-LONGEST_TRAIL);
}

/** Address of the `index`-th page of the trail, with the part of the trail before it. */
export function trailHref(trail: readonly string[], index: number): string {
  const url = new URL(trail[index] ?? "/", NOWHERE);
  const query: Record<string, string[]> = {};
  for (const [name, value] of url.searchParams) if (name !== "back") query[name] = [...(query[name] ?? []), value];
  return href(url.pathname, { ...query, back: trail.slice(0, index) }, url.hash.slice(1) || undefined);
}

/** The path of the `index`-th page: what kind of page it was. */
export function trailPath(trail: readonly string[], index: number): string {
  return new URL(trail[index] ?? "/", NOWHERE).pathname;
}
