/** Addresses inside the portal: everything a page shows is in its URL, so that links, Back and bookmarks keep the place. */

export type Query = Readonly<Record<string, string | readonly string[] | undefined>>;
/** What Next hands to a page. */
export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** Path, query without its empty values, and fragment. */
export function href(path: string, query: Query = {}, fragment?: string): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of typeof value === "string" ? [value] : (value ?? [])) if (one !== "") search.append(name, one);
  }
  const text = search.toString();
  return `${path}${text === "" ? "" : `?${text}`}${fragment ? `#${fragment}` : ""}`;
}

/** The query as single, trimmed, non-empty texts; of a name given twice the first counts. `back` is read by `readTrail`. */
export function readQuery(params: SearchParams): Record<string, string> {
  const query: Record<string, string> = {};
  for (const [name, value] of Object.entries(params)) {
    const first = (Array.isArray(value) ? value[0] : value)?.trim();
    if (first && name !== "back") query[name] = first;
  }
  return query;
}

/** Page number from 1; anything unreadable is page 1. */
export function readPageNumber(text: string | undefined): number {
  return text && /^[1-9]\d{0,6}$/.test(text) ? Number(text) : 1;
}
