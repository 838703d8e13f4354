/** Below the table: the numbered notes that marks point to, with what was found, what to do, and the way to the evidence. */
import { Sentence } from "@/app/_ui/sentence";
import { StateMark } from "@/app/_ui/state-mark";
import { formatMonth } from "@/lib/period/month";
import type { DamageNote } from "@/lib/reports/document";
import { findingAdvice } from "@/lib/wording/findings";
import { moduleName } from "@/lib/wording/names";
import { DAMAGE, REPORT } from "@/lib/wording/screen";

interface DamageNotesProps {
  readonly notes: readonly DamageNote[];
  readonly evidenceHrefOf: (note: DamageNote) => string;
}

export function DamageNotes({ notes, evidenceHrefOf }: DamageNotesProps) {
  if (notes.length === 0) return null;
  return (
    <section className="mt-8">
      <h2 className="text-xl">{REPORT.notesTitle}</h2>
      <ol className="mt-2">
        {notes.map((note) => {
          const advice = [...new Set(note.findings.map((finding) => findingAdvice(finding.code)))].slice(0, 2);
          return (
            <li key={note.number} id={`note-${note.number}`} className="note keep flex gap-4 border-t border-rule py-3">
              <span className="w-8 text-right font-semibold">{note.number}</span>
              <div className="max-w-[100ch] space-y-1">
                <h3>
                  {DAMAGE.title(moduleName(note.partition.module), formatMonth(note.partition.month))}{" "}
                  <span className="ml-2 font-normal">
                    <StateMark state={note.state} />
                  </span>
                </h3>
                {note.sentences.map((sentence) => (
                  <p key={sentence}>
                    <Sentence text={sentence} />
                  </p>
                ))}
                {advice.length > 0 && (
                  <p className="text-soft">
                    {REPORT.advice}: {advice.join(" · ")}
                  </p>
                )}
                <p className="no-print">
                  <a className="inline-block py-1" href={evidenceHrefOf(note)}>
                    {REPORT.evidence}
                  </a>
                </p>
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
