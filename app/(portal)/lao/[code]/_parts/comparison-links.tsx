/** From an LAO's home to its comparison with each other snapshot that holds it; nothing where there is none. */
import { COMPARISON } from "@/lib/wording/comparison";

interface ComparisonLinksProps {
  readonly shown: string;
  readonly snapshots: readonly { readonly id: string; readonly title: string }[];
  /** Address of the comparison with that snapshot. */
  readonly hrefOf: (snapshotId: string) => string;
}

export function ComparisonLinks({ shown, snapshots, hrefOf }: ComparisonLinksProps) {
  const others = snapshots.filter(({ id }) => id !== shown);
  if (others.length === 0) return null;
  return (
    <section className="no-print mt-8">
      <h2 className="text-xl">{COMPARISON.title}</h2>
      <ul className="mt-1">
        {others.map(({ id, title }) => (
          <li key={id}>
            <a className="inline-block py-1" href={hrefOf(id)}>
              {COMPARISON.with(title)}
            </a>
          </li>
        ))}
      </ul>
      <p className="max-w-[80ch] text-soft">{COMPARISON.linkNote}</p>
    </section>
  );
}
