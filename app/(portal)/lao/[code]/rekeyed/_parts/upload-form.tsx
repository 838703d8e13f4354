/** Sends a file of re-keyed books. A plain form to a route handler: pages' own actions take no files of this size. */
import { CheckField } from "@/app/_ui/fields";
import { href } from "@/app/_ui/href";
import { REKEYED_BOOKS } from "@/lib/rekeyed/book-document";
import { REKEYED_COLUMNS } from "@/lib/rekeyed/read/columns";
import { bookName, REKEYED } from "@/lib/wording/rekeyed";
import { TEMPLATE } from "@/lib/wording/rekeyed-template";

const TEMPLATE_LINKS = [
  { format: "xlsx", label: TEMPLATE.excel },
  { format: "csv", label: TEMPLATE.csv },
] as const;

export function UploadForm({ lao }: { readonly lao: string }) {
  return (
    <section className="mt-5" aria-labelledby="upload">
      <h2 id="upload" className="text-xl">
        {REKEYED.uploadTitle}
      </h2>
      <p className="max-w-[80ch] text-soft">{REKEYED.uploadNote}</p>
      <form
        action="/api/rekeyed"
        method="post"
        encType="multipart/form-data"
        className="my-3 flex flex-wrap items-end gap-3"
      >
        <input type="hidden" name="lao" value={lao} />
        <div className="field">
          <label htmlFor="rekeyed-file">{REKEYED.file}</label>
          <input id="rekeyed-file" type="file" name="file" accept=".xlsx,.csv,.txt" required className="control" />
        </div>
        <CheckField name="replace" label={REKEYED.isReplacing} isChecked />
        <button type="submit" className="button button-main">
          {REKEYED.send}
        </button>
      </form>
      <details>
        <summary>{REKEYED.templates}</summary>
        <dl className="max-w-[80ch] py-2">
          {REKEYED_BOOKS.map((book) => (
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
