/** What an issued file says, in the words it says it with. It is kept to be shown to whoever holds the file, so nothing stands here that the file does not hold. */
import { toBahtText } from "@/lib/money/amount";
import { formatMoment } from "@/lib/period/date";
import { formatMonth } from "@/lib/period/month";
import type { ReportDocument } from "@/lib/reports/document";
import { moduleName, stateName } from "@/lib/wording/names";
import { placeName, printedLine, TOTAL_KIND_WORDS, whereabouts } from "@/lib/wording/render";

export interface PrintedTotal {
  /** With «ไม่ครบ อย่างน้อย» where the sum is not whole. */
  readonly label: string;
  /** Amounts in baht, `1234.50`, by the heads of their columns. */
  readonly figures: readonly { readonly label: string; readonly baht: string }[];
}

export interface PrintedFacts {
  readonly title: string;
  readonly period: string;
  readonly place: string;
  readonly whereabouts: string;
  readonly snapshot: string;
  readonly isSynthetic: boolean;
  readonly parameters: readonly { readonly label: string; readonly text: string }[];
  readonly rowCount: number;
  readonly totals: readonly PrintedTotal[];
  /** Heads of its damage notes, the first of them; `damageCount` counts all. */
  readonly damage: readonly string[];
  readonly damageCount: number;
  /** Damage is told by the rows of an overview, not by notes. */
  readonly isDamageInRows: boolean;
  /** Proof lines that do not hold. */
  readonly untied: number;
  /** «พิมพ์เมื่อ … โดย …» */
  readonly printed: string;
}

/** A province may have thousands of notes; its file has them all, its page the first ones. */
const DAMAGE_MAX = 30;

export function printedFacts(document: ReportDocument): PrintedFacts {
  const { snapshot, notes } = document;
  return {
    title: document.title,
    period: document.period,
    place: placeName(document.place),
    whereabouts: whereabouts(document.place),
    snapshot: `${snapshot.title} (${snapshot.id})`,
    isSynthetic: snapshot.synthetic,
    parameters: document.parameters.map(({ label, text }) => ({ label, text })),
    rowCount: document.rowCount,
    totals: printedTotals(document),
    damage: notes
      .slice(0, DAMAGE_MAX)
      .map(
        (note) =>
          `${moduleName(note.partition.module)} ${formatMonth(note.partition.month)} · ${stateName(note.state)}`,
      ),
    damageCount: notes.length,
    isDamageInRows: document.damageIsInRows === true,
    untied: document.proof.filter((line) => !line.holds).length,
    printed: printedLine(formatMoment(document.printedAt), document.printedBy),
  };
}

function printedTotals({ totals, columns }: ReportDocument): PrintedTotal[] {
  return totals.map((total) => {
    const kind = TOTAL_KIND_WORDS[total.kind];
    return {
      label: kind === "" ? total.label : `${total.label} (${kind})`,
      figures: columns.flatMap(({ id, label, group }) => {
        const amount = total.cells[id];
        return amount === undefined ? [] : [{ label: group ? `${group} ${label}` : label, baht: toBahtText(amount) }];
      }),
    };
  });
}
