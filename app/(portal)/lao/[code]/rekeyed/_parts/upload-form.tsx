/** Sends a file of re-keyed books. A plain form to a route handler: pages' own actions take no files of this size. */
import { CheckField, SelectField } from "@/app/_ui/fields";
import { href } from "@/app/_ui/href";
import { formatMonth, type Month } from "@/lib/period/month";
import { TABLE_BOOKS } from "@/lib/rekeyed/book-document";
import { REKEYED_COLUMNS } from "@/lib/rekeyed/read/columns";
import { bookName, ELAAS_UPLOAD, REKEYED } from "@/lib/wording/rekeyed";
import { TEMPLATE } from "@/lib/wording/rekeyed-template";

const TEMPLATE_LINKS = [
  { format: "xlsx", label: TEMPLATE.excel },
  { format: "csv", label: TEMPLATE.csv },
] as const;

interface UploadFormProps {
  readonly lao: string;
  /** Of the archive. */
  readonly months: readonly Month[];
}

export function UploadForm({ lao, months }: UploadFormProps) {
  return (
    <section className="mt-5" aria-labelledby="upload">
      <h2 id="upload" className="text-xl">
        {REKEYED.uploadTitle}
      </h2>
      <p className="max-w-[80ch] text-soft">{REKEYED.uploadNote}</p>
      <p className="max-w-[80ch] text-soft">{ELAAS_UPLOAD.note}</p>
      <form
        action="/api/rekeyed"
        method="post"
        encType="multipart/form-data"
        className="my-3 flex flex-wrap items-end gap-3"
      >
        <input type="hidden" name="lao" value={lao} />
        <div className="field">
          <label htmlFor="rekeyed-file">{REKEYED.file}</label>
          <input id="rekeyed-file" type="file" name="file" accept=".xlsx,.csv,.txt,.zip" required className="control" />
        </div>
        <SelectField
          name="month"
          label={ELAAS_UPLOAD.month}
          value=""
          none={ELAAS_UPLOAD.noMonth}
          choices={months.map((month) => ({ value: month, label: formatMonth(month) }))}
        />
        <CheckField name="replace" label={REKEYED.isReplacing} isChecked />
        <button type="submit" className="button button-main">
          {REKEYED.send}
        </button>
      </form>
      <details>
        <summary>{REKEYED.templates}</summary>
        <dl className="max-w-[80ch] py-2">
          {TABLE_BOOKS.map((book) => (
            <div key={book} className="py-1">
              <dt className="font-semibold">{bookName(book)}</dt>
              <dd>
                {REKEYED_COLUMNS[book].map(({ names: [name] }) => name).join(" · ")}
                <span className="flex flex-wrap gap-x-5">
                  {TEMPLATE_LINKS.map(({ format, label }) => (
                    <a
                      key={format}
                      className="inline-block py-1"
                      href={href("/api/rekeyed/template", { book, format })}
                      download
                    >
                      {label}
                      <span className="sr-only"> {bookName(book)}</span>
                    </a>
                  ))}
                </span>
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}
