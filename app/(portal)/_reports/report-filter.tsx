"use client";
/** Type to find a report in the list below by its usual name or abbreviation; Enter opens the first. Without scripts the list is simply whole. */
import { useEffect, useId, useState } from "react";
import { foldText, loosen } from "@/lib/search/fold-text";
import { REPORT_LIST } from "@/lib/wording/report-list";
import { GROUP_ATTRIBUTE, NAMES_ATTRIBUTE } from "./filter-marks";

/** As the names are compared: abbreviations with or without dots, words with or without tone marks. */
function fold(text: string): string {
  return loosen(foldText(text)).replace(/[.\-_/()]/g, "");
}

export function ReportFilter({ listId }: { readonly listId: string }) {
  const id = useId();
  const [isReady, setReady] = useState(false);
  const [shown, setShown] = useState<number | null>(null);
  useEffect(() => setReady(true), []);
  if (!isReady) return null;

  const filter = (typed: string) => {
    const list = document.getElementById(listId);
    if (!list) return;
    const term = fold(typed);
    let count = 0;
    for (const item of list.querySelectorAll<HTMLElement>(`[${NAMES_ATTRIBUTE}]`)) {
      item.hidden = !fold(item.getAttribute(NAMES_ATTRIBUTE) ?? "").includes(term);
      if (!item.hidden) count += 1;
    }
    for (const group of list.querySelectorAll<HTMLElement>(`[${GROUP_ATTRIBUTE}]`))
      group.hidden = !group.querySelector(`[${NAMES_ATTRIBUTE}]:not([hidden])`);
    setShown(term === "" ? null : count);
  };
  const open = () =>
    document.getElementById(listId)?.querySelector<HTMLElement>(`[${NAMES_ATTRIBUTE}]:not([hidden]) a`)?.click();
  return (
    <form
      className="no-print my-3 flex flex-wrap items-end gap-x-4"
      onSubmit={(event) => {
        event.preventDefault();
        open();
      }}
    >
      <div className="field field-wide">
        <label htmlFor={id}>{REPORT_LIST.filter}</label>
        <input
          id={id}
          type="search"
          autoComplete="off"
          placeholder={REPORT_LIST.filterHint}
          className="control"
          onChange={(event) => filter(event.target.value)}
        />
      </div>
      <p role="status" className="py-2 text-soft">
        {shown !== null && REPORT_LIST.shown(shown)}
      </p>
    </form>
  );
}
