"use client";
/** Asks for the page again every few seconds while something is being made; without scripts the page says how to. */
import { useRouter } from "next/navigation";
import { useEffect } from "react";

const AGAIN_MS = 2_000;

export function WatchProgress() {
  const router = useRouter();
  useEffect(() => {
    const again = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, AGAIN_MS);
    return () => clearInterval(again);
  }, [router]);
  return null;
}
