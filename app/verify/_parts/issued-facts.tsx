/** What the file of a code says, as it is printed in it: nothing more. */
import type { IssuedFile } from "@/lib/issued/issued-file";
import { sayCount } from "@/lib/wording/finding-phrases";
import { VERDICTS, VERIFY_PAGE as WORDS } from "@/lib/wording/verify";

export function IssuedFacts({ file }: { readonly file: IssuedFile }) {
  const { printed, whole, format } = file;
  const facts: readonly (readonly [string, string])[] = [
    [WORDS.report, printed.title],
    [WORDS.place, [printed.place, printed.whereabouts].join(" ").trim()],
    [WORDS.period, printed.period],
    ...printed.parameters.map(({ label, text }) => [label, text] as const),
    [WORDS.snapshot, printed.snapshot],
    [WORDS.format, format.toUpperCase()],
    [WORDS.printed, printed.printed],
    [WORDS.sha256, whole?.sha256 ?? VERDICTS.unfinished.title],
    ...(whole ? [[WORDS.bytes, WORDS.byteCount(sayCount(whole.bytes))] as const] : []),
  ];
  return (
    <section className="mt-4" aria-labelledby="facts">
      <h2 id="facts" className="text-xl">
        {WORDS.facts}
      </h2>
      {printed.isSynthetic && <p className="font-semibold">{WORDS.synthetic}</p>}
      <dl className="my-2 grid gap-x-6 gap-y-1 sm:grid-cols-[max-content_1fr]">
        {facts.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-soft">{label}</dt>
            <dd className="mb-2 wrap-anywhere sm:mb-0">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
