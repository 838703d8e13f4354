"use client";
/** The search field in the head of every page. On a page of one LAO it looks there, on a province's page in the province. */
import { usePathname, useSearchParams } from "next/navigation";
import { SEARCH } from "@/lib/wording/search";

export const QUICK_SEARCH_ID = "quick-search";

export function QuickSearch() {
  const [, top = "", code = ""] = usePathname().split("/");
  const params = useSearchParams();
  const lao = top === "lao" ? code : top === "search" ? params.get("lao") : null;
  const province = top === "provinces" ? code : top === "search" ? params.get("province") : null;
  const hidden = { snapshot: params.get("snapshot"), lao, province };
  return (
    <search>
      <form action="/search" method="get" className="flex gap-2">
        {Object.entries(hidden).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <input
          id={QUICK_SEARCH_ID}
          type="search"
          name="q"
          aria-label={SEARCH.title}
          placeholder={SEARCH.title}
          maxLength={200}
          autoComplete="off"
          required
          className="control quick-search"
        />
      </form>
    </search>
  );
}
