/** Rows of a report by kind: entries, headings, opening balance, and marker rows where something is missing or worked out. */

import { Sentence } from "@/app/_ui/sentence";
import { FigureMark, StateSwatch } from "@/app/_ui/state-mark";
import type { ReportColumn, ReportRow } from "@/lib/reports/document";
import { REPORT } from "@/lib/wording/screen";
import { cellClass, cellText, markFound } from "./report-cell";

export interface RowContext {
  readonly columns: readonly ReportColumn[];
  readonly find: string | undefined;
  /** Address that a row's link leads to; `rowNumber` is where Back returns to. */
  readonly hrefOf: (link: NonNullable<ReportRow["link"]>, rowNumber: number) => string;
}

interface RowProps {
  readonly row: ReportRow;
  /** From 1 over the whole report. */
  readonly number: number;
  readonly context: RowContext;
}

/** The column that carries a row's link: the first one if it names the row, else the first number or code, else a text. */
function linkColumn(row: ReportRow, columns: readonly ReportColumn[]): string | undefined {
  const filled = columns.filter((column) => row.cells[column.id] && (column.kind === "code" || column.kind === "text"));
  if (filled[0] && filled[0] === columns[0]) return filled[0].id;
  return (filled.find((column) => column.kind === "code") ?? filled[0])?.id;
}

function MarkerRow({ row, number, context }: Omit<RowProps, "number"> & { readonly number?: number }) {
  const isMissing = row.kind === "missing";
  const [mark] = Object.values(row.marks ?? {});
  return (
    <tr id={number === undefined ? undefined : `row-${number}`} className={`note-row ${row.kind}`}>
      <td colSpan={context.columns.length}>
        <span className="note-text">
          <strong className="state">
            <StateSwatch state={isMissing ? "lost" : "inconsistent"} />
            {isMissing ? REPORT.missingRow : REPORT.reconstructedRow}
          </strong>{" "}
          {row.text && <Sentence text={row.text} />} {mark && <FigureMark mark={mark} />}
        </span>
      </td>
    </tr>
  );
}

/** A section's name over the columns, or an empty line. */
function FormRow({ row, number, context }: RowProps) {
  const indent = row.level ? { paddingInlineStart: `${0.6 + row.level * 1.1}rem` } : {};
  return (
    <tr id={`row-${number}`} className={`${row.kind} ${row.rule ? `rule-${row.rule}` : ""}`}>
      {row.kind === "heading" ? (
        <th scope="rowgroup" colSpan={context.columns.length} style={indent}>
          <span className="note-text">{row.text}</span>
        </th>
      ) : (
        <td colSpan={context.columns.length} />
      )}
    </tr>
  );
}

export function ReportRowView({ row, number, context }: RowProps) {
  const hasCells = context.columns.some((column) => (row.cells[column.id] ?? null) !== null);
  if (row.kind === "heading" || row.kind === "blank") return <FormRow row={row} number={number} context={context} />;
  if (!hasCells) return <MarkerRow row={row} number={number} context={context} />;
  const linked = row.link ? linkColumn(row, context.columns) : undefined;
  return (
    <>
      <tr id={`row-${number}`} className={row.rule ? `${row.kind} rule-${row.rule}` : row.kind}>
        {context.columns.map((column, index) => {
          const text = markFound(cellText(column, row.cells[column.id] ?? null), context.find);
          const mark = row.marks?.[column.id];
          const link = row.links?.[column.id] ?? (column.id === linked ? row.link : undefined);
          const indent =
            column.kind === "text" && row.level ? { paddingInlineStart: `${0.6 + row.level * 1.1}rem` } : {};
          return (
            <td key={column.id} className={`${cellClass(column, row)} ${index === 0 ? "pin" : ""}`} style={indent}>
              {mark && <FigureMark mark={mark} />}
              {link ? <a href={context.hrefOf(link, number)}>{text}</a> : text}
            </td>
          );
        })}
      </tr>
      {row.text && <MarkerRow row={{ kind: row.kind, cells: {}, text: row.text }} context={context} />}
    </>
  );
}
