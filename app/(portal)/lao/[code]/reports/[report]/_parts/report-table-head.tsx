/** Column headings of a report; neighbours that share a group stand under one heading. */
import type { ReportColumn } from "@/lib/reports/document";
import { columnClass } from "./report-cell";

interface HeadCell {
  readonly label: string;
  readonly columns: readonly ReportColumn[];
}

/** Neighbouring columns of the same group as one cell. */
function joinGroups(columns: readonly ReportColumn[]): HeadCell[] {
  const cells: HeadCell[] = [];
  for (const column of columns) {
    const last = cells.at(-1);
    if (last && column.group && last.columns[0]?.group === column.group)
      cells[cells.length - 1] = { ...last, columns: [...last.columns, column] };
    else cells.push({ label: column.group ?? column.label, columns: [column] });
  }
  return cells;
}

export function ReportTableHead({ columns }: { readonly columns: readonly ReportColumn[] }) {
  const cells = joinGroups(columns);
  const hasGroups = columns.some((column) => column.group);
  const pin = (column: ReportColumn | undefined) => (column === columns[0] ? "pin" : "");
  return (
    <thead>
      <tr>
        {cells.map(({ label, columns: [first, ...others] }) =>
          first?.group ? (
            <th key={first.id} scope="colgroup" colSpan={others.length + 1} className="span">
              {label}
            </th>
          ) : (
            <th
              key={first?.id}
              scope="col"
              rowSpan={hasGroups ? 2 : 1}
              className={`${columnClass(first?.kind ?? "text")} ${pin(first)}`}
            >
              {label}
            </th>
          ),
        )}
      </tr>
      {hasGroups && (
        <tr>
          {columns
            .filter((column) => column.group)
            .map((column) => (
              <th key={column.id} scope="col" className={columnClass(column.kind)}>
                {column.label}
              </th>
            ))}
        </tr>
      )}
    </thead>
  );
}
