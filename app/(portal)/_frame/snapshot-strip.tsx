"use client";
/** Which archive the page shows: says so when its data is made up, and offers the others where there are several. */
import { usePathname, useSearchParams } from "next/navigation";
import { FRAME } from "@/lib/wording/screen";

export interface SnapshotChoice {
  readonly id: string;
  readonly title: string;
  readonly asOf: string;
  readonly synthetic: boolean;
}

interface SnapshotStripProps {
  /** Newest first; the first is shown where the address names none. */
  readonly snapshots: readonly SnapshotChoice[];
}

export function SnapshotStrip({ snapshots }: SnapshotStripProps) {
  const path = usePathname();
  const asked = useSearchParams().get("snapshot");
  const shown = snapshots.find((snapshot) => snapshot.id === asked) ?? snapshots[0];
  if (!shown) return null;
  const hasBooks = /^\/(lao|laos|provinces)(\/|$)/.test(path);
  return (
    <>
      {shown.synthetic && (
        <p className="border-y border-damage bg-sheet px-4 py-1.5 text-center">
          <strong>{FRAME.synthetic}</strong> <span className="no-print">— {FRAME.syntheticWhy}</span>
        </p>
      )}
      {hasBooks && snapshots.length > 1 && (
        <form
          action={path}
          className="no-print mx-auto flex max-w-[90rem] flex-wrap items-center gap-x-3 gap-y-1 px-4 pt-3"
        >
          <label htmlFor="snapshot" className="text-soft">
            {FRAME.snapshotLabel}
          </label>
          <select key={shown.id} id="snapshot" name="snapshot" defaultValue={shown.id} className="control">
            {snapshots.map((snapshot) => (
              <option key={snapshot.id} value={snapshot.id}>
                {snapshot.title} · {FRAME.asOf(snapshot.asOf)}
              </option>
            ))}
          </select>
          <button type="submit" className="button">
            {FRAME.snapshotGo}
          </button>
        </form>
      )}
    </>
  );
}
