/** State of a part of the archive as shape and word, the same on every page. */

import type { PartitionState } from "@/lib/finding/partition-state";
import type { DamageMark } from "@/lib/reports/document";
import { stateName } from "@/lib/wording/names";
import { MARK_WORDS } from "@/lib/wording/screen";

const NUMBERS_MAX = 6;

/** The shape alone, for places where the word stands beside it. */
export function StateSwatch({ state }: { readonly state: PartitionState }) {
  return <span className={`swatch swatch-${state}`} aria-hidden="true" />;
}

export function StateMark({ state, word }: { readonly state: PartitionState; readonly word?: string }) {
  return (
    <span className="state">
      <StateSwatch state={state} />
      {word ?? stateName(state)}
    </span>
  );
}

/** A figure that rests on many notes names the first of them; its title names all. */
function numbersOf(notes: DamageMark["notes"]): string {
  return notes.length > NUMBERS_MAX ? `${notes.slice(0, NUMBERS_MAX).join(",")}…` : notes.join(",");
}

/** Before a figure that rests on damaged data: note numbers, then the shape, which keeps them apart from the figure; a link to the first note. */
export function FigureMark({ mark }: { readonly mark: DamageMark }) {
  return (
    <a
      className="figure-mark"
      href={`#note-${mark.notes[0] ?? 1}`}
      aria-label={MARK_WORDS.figure(mark.state, mark.notes)}
      title={MARK_WORDS.figure(mark.state, mark.notes)}
    >
      <span aria-hidden="true">{numbersOf(mark.notes)}</span>
      <StateSwatch state={mark.state} />
    </a>
  );
}
