/** Which archive a page shows; where there are several, the others to choose from. The choice goes into the address. */
import { formatDate, parseIsoDate } from "@/lib/period/date";
import { FRAME } from "@/lib/wording/screen";

interface ShownSnapshot {
  readonly id: string;
  readonly title: string;
  readonly asOf: string;
}

interface SnapshotLineProps {
  readonly shown: ShownSnapshot;
  readonly all: readonly ShownSnapshot[];
  /** The page's own address. */
  readonly path: string;
}

function titleOf({ title, asOf }: ShownSnapshot): string {
  const day = parseIsoDate(asOf);
  return day ? `${title} · ${FRAME.asOf(formatDate(day))}` : title;
}

export function SnapshotLine({ shown, all, path }: SnapshotLineProps) {
  const line = `${FRAME.snapshotLabel}: ${titleOf(shown)}`;
  if (all.length < 2) return <p className="text-soft">{line}</p>;
  return (
    <>
      <p className="hidden print:block">{line}</p>
      <form action={path} className="no-print my-2 flex flex-wrap items-center gap-x-3 gap-y-1">
        <label htmlFor="snapshot" className="text-soft">
          {FRAME.snapshotLabel}
        </label>
        <select id="snapshot" name="snapshot" defaultValue={shown.id} className="control">
          {all.map((snapshot) => (
            <option key={snapshot.id} value={snapshot.id}>
              {titleOf(snapshot)}
            </option>
          ))}
        </select>
        <button type="submit" className="button">
          {FRAME.snapshotGo}
        </button>
      </form>
    </>
  );
}
