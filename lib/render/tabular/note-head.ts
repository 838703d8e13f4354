/** The heading of a damage note in Excel and CSV. */
import { formatMonth } from "@/lib/period/month";
import type { DamageNote } from "@/lib/reports/document";
import { moduleName, stateName } from "@/lib/wording/names";

/** «1 · บัญชี มีนาคม 2567 · เสียหายบางส่วน» */
export function noteHead(note: DamageNote): string {
  return `${note.number} · ${moduleName(note.partition.module)} ${formatMonth(note.partition.month)} · ${stateName(note.state)}`;
}
