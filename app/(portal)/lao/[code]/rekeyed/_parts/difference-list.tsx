/** What differs, cell by cell: as it stood in the archive, and as it was keyed again. */
import { formatDate, parseIsoDate } from "@/lib/period/date";
import type { CellDifference } from "@/lib/rekeyed/match/match-result";
import { cellName, REKEYED } from "@/lib/wording/rekeyed";

export function DifferenceList({ differences }: { readonly differences: readonly CellDifference[] }) {
  if (differences.length === 0) return null;
  return (
    <ul className="list-disc pl-5">
      {differences.map(({ column, archive, rekeyed }) => (
        <li key={`${column} ${archive} ${rekeyed}`}>
          {cellName(column)}: <del>{shown(archive)}</del> → <ins>{shown(rekeyed)}</ins>
        </li>
      ))}
    </ul>
  );
}

function shown(value: string | null): string {
  if (value === null) return REKEYED.nothing;
  const day = parseIsoDate(value);
  return day ? formatDate(day) : value;
}
