/** A place inside a report as text in an address: `2024-03:document:RV-00214/67`, `2024-03:row:57`, `2024-03:start-of-month`. */
import { parseMonth } from "@/lib/period/month";
import type { MarkerPlace } from "./report-rows";

export function sayRowPlace(place: MarkerPlace): string {
  if (place.at === "document") return `${place.month}:document:${place.doc}`;
  return place.at === "row" ? `${place.month}:row:${place.rowNo}` : `${place.month}:${place.at}`;
}

/** Undefined for what is no place. */
export function readRowPlace(text: string): MarkerPlace | undefined {
  const [monthText = "", at, ...rest] = text.split(":");
  const [month, what] = [parseMonth(monthText), rest.join(":")];
  if (!month) return undefined;
  if (at === "start-of-month" || at === "end-of-month") return { at, month };
  if (at === "document" && what !== "") return { at, month, doc: what };
  return at === "row" && /^\d{1,9}$/.test(what) ? { at, month, rowNo: Number(what) } : undefined;
}
