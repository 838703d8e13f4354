"use client";
/** Says on every page that the data is made up, where it is: by the archive that the address names, else by the newest. */
import { useSearchParams } from "next/navigation";
import { FRAME } from "@/lib/wording/screen";

interface SyntheticBannerProps {
  readonly snapshots: readonly { readonly id: string; readonly synthetic: boolean }[];
}

export function SyntheticBanner({ snapshots }: SyntheticBannerProps) {
  const asked = useSearchParams().get("snapshot");
  const shown = snapshots.find((snapshot) => snapshot.id === asked);
  // Where the address names none, a page may show any of them: one made-up archive is enough for the warning.
  const isSynthetic = shown ? shown.synthetic : snapshots.some((snapshot) => snapshot.synthetic);
  if (!isSynthetic) return null;
  return (
    <aside aria-label={FRAME.synthetic} className="border-y border-damage bg-sheet px-4 py-1.5 text-center">
      <strong>{FRAME.synthetic}</strong> — {FRAME.syntheticWhy}
    </aside>
  );
}
