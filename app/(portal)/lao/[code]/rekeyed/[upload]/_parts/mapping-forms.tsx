/** One folded form a book for each sheet: row of heads and columns, filled with what was guessed or told before. */
import { CheckField, SelectField, TextField } from "@/app/_ui/fields";
import { LedgerRegion } from "@/app/_ui/ledger-region";
import type { RekeyedPreview } from "@/lib/operations/preview-rekeyed";
import { TABLE_BOOKS } from "@/lib/rekeyed/book-document";
import { REKEYED_COLUMNS } from "@/lib/rekeyed/read/columns";
import { addressOf } from "@/lib/rekeyed/read/sheet";
import { bookName, REKEYED } from "@/lib/wording/rekeyed";
import { mapUploadAction } from "./map-upload-action";

type PreviewedSheet = RekeyedPreview["sheets"][number];

export function MappingForms({ preview }: { readonly preview: RekeyedPreview }) {
  return preview.sheets.map((sheet) => (
    <section key={sheet.name} className="mt-6">
      <h2 className="text-xl">
        {REKEYED.sheet} {sheet.name}
      </h2>
      <PreviewTable sheet={sheet} />
      {TABLE_BOOKS.map((book) => (
        <MappingForm key={book} book={book} sheet={sheet} preview={preview} />
      ))}
    </section>
  ));
}

function letterOf(column: number): string {
  return addressOf(column, 1).slice(0, -1);
}

function PreviewTable({ sheet }: { readonly sheet: PreviewedSheet }) {
  const columns = Array.from({ length: sheet.columnCount }, (_, column) => column);
  return (
    <LedgerRegion label={REKEYED.preview}>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">{REKEYED.row}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {letterOf(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map(({ rowNo, cells }) => (
            <tr key={rowNo}>
              <th scope="row">{rowNo}</th>
              {columns.map((column) => (
                <td key={column}>{cells.get(column)?.text.slice(0, 60) ?? ""}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </LedgerRegion>
  );
}

interface MappingFormProps {
  readonly book: (typeof TABLE_BOOKS)[number];
  readonly sheet: PreviewedSheet;
  readonly preview: RekeyedPreview;
}

function MappingForm({ book, sheet, preview }: MappingFormProps) {
  const { lao, upload } = preview;
  const told = upload.state !== "waiting" && upload.book === book && upload.sheet === sheet.name ? upload : undefined;
  const guess = told ?? (sheet.guess?.book === book ? sheet.guess : undefined);
  const choices = Array.from({ length: sheet.columnCount }, (_, column) => ({
    value: String(column),
    label: letterOf(column),
  }));
  return (
    <details open={guess !== undefined} className="my-3">
      <summary className="text-lg">{bookName(book)}</summary>
      <form action={mapUploadAction} className="flex flex-wrap items-end gap-3 py-2">
        <input type="hidden" name="lao" value={lao.code} />
        <input type="hidden" name="upload" value={String(upload.uploadNo)} />
        <input type="hidden" name="sheet" value={sheet.name} />
        <input type="hidden" name="book" value={book} />
        <TextField name="headRow" label={REKEYED.headRow} value={String(guess?.headRow ?? 1)} isRequired />
        {REKEYED_COLUMNS[book].map(({ id, names, isRequired }) => (
          <SelectField
            key={id}
            name={`column-${id}`}
            label={names[0] ?? id}
            value={guess?.mapping[id] === undefined ? "" : String(guess.mapping[id])}
            none={REKEYED.unused}
            choices={choices}
            isRequired={isRequired ?? false}
          />
        ))}
        <CheckField name="replace" label={REKEYED.isReplacing} isChecked />
        <button type="submit" className="button">
          {REKEYED.read}
        </button>
      </form>
    </details>
  );
}
