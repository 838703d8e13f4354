/** The reader's bundles: what each holds, how far it is, and what can be done with it. */

import type { ListedBundle } from "@/lib/operations/list-bundles";
import { parseMonth } from "@/lib/period/month";
import { BUNDLE_PAGE, BUNDLE_WORDS, bundleState, bundleSubject } from "@/lib/wording/bundles";
import { CancelButton } from "./cancel-button";

export function BundleList({ bundles }: { readonly bundles: readonly ListedBundle[] }) {
  return (
    <section aria-labelledby="bundles">
      <h2 id="bundles" className="mt-6 text-xl">
        {BUNDLE_PAGE.listTitle}
      </h2>
      <ul className="my-4 max-w-[80ch]">
        {bundles.map((bundle) => (
          <li key={bundle.id} className="border-t border-rule py-4">
            <h3 className="text-lg">{bundle.laoNames.join(" · ")}</h3>
            <p>{bundleSubject(bundle.month === null ? null : (parseMonth(bundle.month) ?? null), bundle.formats)}</p>
            <p className="text-soft">{BUNDLE_PAGE.askedAt(BUNDLE_WORDS.moment(bundle.askedAt))}</p>
            <p>{bundleState(bundle)}</p>
            {bundle.status === "running" && bundle.total !== null && (
              <progress
                value={bundle.done}
                max={bundle.total}
                aria-label={BUNDLE_PAGE.progressOf(bundle.laoNames[0] ?? "")}
                className="w-full max-w-[30rem]"
              />
            )}
            {bundle.sha256 !== null && (
              <p className="text-soft break-all">
                SHA-256: <code>{bundle.sha256}</code>
              </p>
            )}
            <div className="mt-2 flex flex-wrap gap-3">
              {bundle.status === "ready" && (
                <a href={`/api/bundles/${bundle.id}`} download className="button button-main">
                  {BUNDLE_PAGE.download}
                </a>
              )}
              <CancelButton
                bundle={bundle.id}
                label={
                  bundle.status === "ready" || bundle.status === "failed" ? BUNDLE_PAGE.remove : BUNDLE_PAGE.cancel
                }
              />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
