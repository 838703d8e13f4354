/** The way from an LAO's home to its re-keyed books. */
import { REKEYED } from "@/lib/wording/rekeyed";

export function RekeyedLink({ address }: { readonly address: string }) {
  return (
    <section className="no-print mt-8">
      <h2 className="text-xl">{REKEYED.title}</h2>
      <p className="mt-1">
        <a href={address} className="inline-block py-1">
          {REKEYED.link}
        </a>
      </p>
      <p className="max-w-[80ch] text-soft">{REKEYED.linkNote}</p>
    </section>
  );
}
