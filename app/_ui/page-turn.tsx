"use client";
/**
 * While the next page is fetched, this one's figures turn into grey lines, so that nobody reads or prints the old ones for the new.
 * Full page loads keep the right status codes and work without scripts; this is the skeleton between them.
 */
import { useEffect, useState } from "react";

const PATIENCE_MS = 400;

function leadsAway(event: MouseEvent): boolean {
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || link.hasAttribute("download") || link.target !== "") return false;
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return false;
  const there = new URL(link.href);
  return there.origin === location.origin && there.pathname + there.search !== location.pathname + location.search;
}

export function PageTurn({ label }: { readonly label: string }) {
  const [isLeaving, setLeaving] = useState(false);
  useEffect(() => {
    let timer: number | undefined;
    const leave = () => {
      timer = window.setTimeout(() => setLeaving(true), PATIENCE_MS);
    };
    // Forms that a script answers have been taken in hand by now.
    const submit = (event: SubmitEvent) => event.defaultPrevented || leave();
    const click = (event: MouseEvent) => leadsAway(event) && leave();
    // A page that comes back from the browser's memory is whole again.
    const stay = () => {
      window.clearTimeout(timer);
      setLeaving(false);
    };
    document.addEventListener("click", click);
    document.addEventListener("submit", submit);
    window.addEventListener("pageshow", stay);
    window.addEventListener("pagehide", stay);
    return () => {
      document.removeEventListener("click", click);
      document.removeEventListener("submit", submit);
      window.removeEventListener("pageshow", stay);
      window.removeEventListener("pagehide", stay);
    };
  }, []);
  return (
    <div role="status" className={isLeaving ? "page-turn" : undefined}>
      {isLeaving && label}
    </div>
  );
}
