/** Which items of the worksheet are shown. */
import { CheckField, HiddenFields, SelectField, TextField } from "@/app/_ui/fields";
import { formatMonth, type Month } from "@/lib/period/month";
import { REKEYED_BOOKS } from "@/lib/rekeyed/book-document";
import { OUTCOMES } from "@/lib/rekeyed/worksheet";
import { bookName, outcomeName, REKEYED } from "@/lib/wording/rekeyed";

interface FilterFormProps {
  readonly query: Readonly<Record<string, string>>;
  readonly path: string;
  readonly months: readonly Month[];
}

export function FilterForm({ query, path, months }: FilterFormProps) {
  return (
    <form action={`${path}#worksheet`} className="my-3 flex flex-wrap items-end gap-3">
      <HiddenFields values={{ snapshot: query.snapshot }} />
      <SelectField
        name="outcome"
        label={REKEYED.outcome}
        value={query.outcome ?? ""}
        none={REKEYED.anyOutcome}
        choices={OUTCOMES.map((value) => ({ value, label: outcomeName(value) }))}
      />
      <SelectField
        name="book"
        label={REKEYED.book}
        value={query.book ?? ""}
        none={REKEYED.anyBook}
        choices={REKEYED_BOOKS.map((value) => ({ value, label: bookName(value) }))}
      />
      <SelectField
        name="month"
        label={REKEYED.month}
        value={query.month ?? ""}
        none={REKEYED.anyMonth}
        choices={months.map((value) => ({ value, label: formatMonth(value) }))}
      />
      <TextField name="q" label={REKEYED.find} value={query.q ?? ""} type="search" />
      <CheckField name="open" label={REKEYED.isOpen} isChecked={query.open === "1"} />
      <button type="submit" className="button">
        {REKEYED.show}
      </button>
    </form>
  );
}
