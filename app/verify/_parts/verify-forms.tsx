/** The two ways in: the code from a paper, or the file itself. Plain forms, so that they work on any telephone. */
import { TextField } from "@/app/_ui/fields";
import { VERIFY_PAGE } from "@/lib/wording/verify";

export function CodeForm({ code }: { readonly code: string }) {
  return (
    <section className="mt-6" aria-labelledby="by-code">
      <h2 id="by-code" className="text-xl">
        {VERIFY_PAGE.byCode}
      </h2>
      <p className="text-soft">{VERIFY_PAGE.codeHint}</p>
      <form action="/verify" className="my-3 flex flex-wrap items-end gap-3">
        <TextField name="code" label={VERIFY_PAGE.code} value={code} isRequired placeholder="XXXXX-XXXXX-XXXXX-XXXXX" />
        <button type="submit" className="button button-main">
          {VERIFY_PAGE.show}
        </button>
      </form>
    </section>
  );
}

/** @param code of the page that the form stands on: the file may have lost its own */
export function FileForm({ code = "" }: { readonly code?: string }) {
  return (
    <section className="mt-6" aria-labelledby="by-file">
      <h2 id="by-file" className="text-xl">
        {VERIFY_PAGE.byFile}
      </h2>
      <p className="text-soft">{VERIFY_PAGE.fileHint}</p>
      <form
        action="/api/verify"
        method="post"
        encType="multipart/form-data"
        className="my-3 flex flex-wrap items-end gap-3"
      >
        {code !== "" && <input type="hidden" name="code" value={code} />}
        <div className="field">
          <label htmlFor="checked-file">{VERIFY_PAGE.file}</label>
          <input
            id="checked-file"
            type="file"
            name="file"
            accept=".pdf,.xlsx,.csv,.json"
            required
            className="control"
          />
        </div>
        <button type="submit" className="button button-main">
          {VERIFY_PAGE.send}
        </button>
      </form>
    </section>
  );
}
