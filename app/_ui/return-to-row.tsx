"use client";
/** Brings back the row that the reader left from: its id is the URL's fragment, and rows may arrive after the page. */
import { useEffect } from "react";

export function ReturnToRow() {
  useEffect(() => {
    const id = window.location.hash.slice(1);
    if (!/^row-\d+$/.test(id)) return;
    const row = document.getElementById(id);
    row?.classList.add("returned");
    row?.scrollIntoView({ block: "center" });
  }, []);
  return null;
}
