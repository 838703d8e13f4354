/** The totals of a file, to be compared with a paper by eye or by typing them. */
import { TextField } from "@/app/_ui/fields";
import { compareTypedTotals } from "@/lib/issued/compare-paper";
import type { PrintedFacts } from "@/lib/issued/printed-facts";
import { formatBaht, parseBaht } from "@/lib/money/amount";
import { VERIFY_PAGE as WORDS } from "@/lib/wording/verify";

interface PrintedTotalsProps {
  readonly printed: PrintedFacts;
  /** What was typed from the paper. */
  readonly paper: string;
}

export function PrintedTotals({ printed, paper }: PrintedTotalsProps) {
  const lines = printed.totals.flatMap((total, index) =>
    total.figures.map((figure) => ({ key: `${index} ${figure.label}`, total: total.label, ...figure })),
  );
  if (lines.length === 0) return <p className="mt-5">{WORDS.noTotals}</p>;
  return (
    <section className="mt-5" aria-labelledby="totals">
      <h2 id="totals" className="text-xl">
        {WORDS.totals}
      </h2>
      <ul className="my-2 max-w-[60ch]">
        {lines.map(({ key, total, label, baht }) => (
          <li key={key} className="flex flex-wrap justify-between gap-x-6 border-b border-rule py-1.5">
            <span>
              {total} · {label}
            </span>
            <span className="ml-auto font-semibold tabular-nums">{bahtOf(baht)}</span>
          </li>
        ))}
      </ul>
      <h3 className="mt-4 text-lg">{WORDS.paperTitle}</h3>
      <p className="text-soft">{WORDS.paperHint}</p>
      <form action="#totals" className="my-2 flex flex-wrap items-end gap-3">
        <TextField name="paper" label={WORDS.paper} value={paper} isRequired />
        <button type="submit" className="button">
          {WORDS.compare}
        </button>
      </form>
      <ul aria-live="polite">
        {compareTypedTotals(printed, paper).map(({ typed, found }, index) => (
          // Typed in this order, and the same amount may be typed twice.
          <li key={`${String(index)} ${typed}`} className={found?.length ? "" : "font-semibold text-damage"}>
            {found === null
              ? `✗ ${WORDS.noAmount(typed)}`
              : found.length > 0
                ? `✓ ${WORDS.matches(typed, found.join(", "))}`
                : `✗ ${WORDS.differs(typed)}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

function bahtOf(text: string): string {
  const amount = parseBaht(text);
  return amount === undefined ? text : formatBaht(amount);
}
