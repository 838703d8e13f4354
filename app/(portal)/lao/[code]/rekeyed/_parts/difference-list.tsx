/** What differs, cell by cell: as it stood in the archive, and as it was keyed again. */
import type { CellDifference } from "@/lib/rekeyed/match/match-result";
import { cellName, sayCell } from "@/lib/wording/rekeyed";

export function DifferenceList({ differences }: { readonly differences: readonly CellDifference[] }) {
  if (differences.length === 0) return null;
  return (
    <ul className="list-disc pl-5">
      {differences.map((difference) => (
        <li key={`${difference.column} ${difference.archive} ${difference.rekeyed}`}>
          {cellName(difference.column)}:{" "}
          <del className={styleOf(difference)}>{sayCell(difference.column, difference.archive)}</del> →{" "}
          <ins className={styleOf(difference)}>{sayCell(difference.column, difference.rekeyed)}</ins>
        </li>
      ))}
    </ul>
  );
}

/** An amount stays in one line; words may take several. */
function styleOf({ column }: CellDifference): string | undefined {
  return column === "amount" ? "whitespace-nowrap" : undefined;
}
