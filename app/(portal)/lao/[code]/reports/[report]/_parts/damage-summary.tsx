/** Above the table: which damaged parts of the archive this report rests on, in words; each line leads to its note. */

import { Notice } from "@/app/_ui/notice";
import { Sentence } from "@/app/_ui/sentence";
import { StateMark } from "@/app/_ui/state-mark";
import { formatMonth } from "@/lib/period/month";
import type { DamageNote } from "@/lib/reports/document";
import { moduleName } from "@/lib/wording/names";
import { moreNotes } from "@/lib/wording/render";
import { DAMAGE, REPORT } from "@/lib/wording/screen";

const NOTES_SHOWN = 6;

interface DamageSummaryProps {
  readonly notes: readonly DamageNote[];
  /** When the archive was loaded, for people. */
  readonly knownSince: string;
}

export function DamageSummary({ notes, knownSince }: DamageSummaryProps) {
  if (notes.length === 0) return null;
  return (
    <Notice title={REPORT.restsOnDamage(notes.length)} tone="damage">
      <ul className="space-y-1">
        {notes.slice(0, NOTES_SHOWN).map((note) => (
          <li key={note.number}>
            <StateMark state={note.state} />{" "}
            <a href={`#note-${note.number}`} className="inline-block py-0.5">
              {REPORT.seeNote(note.number)}
            </a>{" "}
            {DAMAGE.title(moduleName(note.partition.module), formatMonth(note.partition.month))}
            {note.sentences[0] && (
              <>
                : <Sentence text={note.sentences[0]} />
              </>
            )}
          </li>
        ))}
      </ul>
      {notes.length > NOTES_SHOWN && <p>{moreNotes(notes.length - NOTES_SHOWN)}</p>}
      <p className="text-soft">{REPORT.sinceKnown(knownSince)}</p>
    </Notice>
  );
}
