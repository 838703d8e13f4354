"use client";
/** Shown when something failed that the reader cannot mend: a sentence, a reference number for the operator, and another try. */
import { Notice } from "@/app/_ui/notice";
import { TROUBLE } from "@/lib/wording/screen";

/** Another try asks the portal again: React's own reset would only draw the same failed answer once more. */
interface ErrorPageProps {
  readonly error: Error & { readonly digest?: string };
}

export default function ErrorPage({ error }: ErrorPageProps) {
  return (
    <main className="mx-auto max-w-[90rem] px-4 py-8">
      <Notice title={TROUBLE.errorTitle} level={1}>
        <p>{TROUBLE.errorText}</p>
        <p>{TROUBLE.errorAdvice}</p>
        {error.digest && <p className="font-semibold">{TROUBLE.errorReference(error.digest)}</p>}
        <p className="flex flex-wrap gap-3 pt-2">
          <button type="button" className="button button-main" onClick={() => location.reload()}>
            {TROUBLE.retry}
          </button>
          <a className="button" href="/">
            {TROUBLE.toHome}
          </a>
        </p>
      </Notice>
    </main>
  );
}
