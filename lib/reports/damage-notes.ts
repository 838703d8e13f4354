/** Numbers the damaged partitions that a report rests on and says of each what is damaged; marks point to these numbers. */
import { fullLaoName, type Lao } from "@/lib/office/office";
import { findingSentence } from "@/lib/wording/findings";
import { stateName } from "@/lib/wording/names";
import { leavesUnchecked, moreFindings, RESTS_ELSEWHERE, usableRows } from "@/lib/wording/reports";
import { type DamagedPartition, isOnlyUnchecked, reachOf } from "./damage-evidence";
import type { DamageNote } from "./document";
import { modulesOfReach, restsOn } from "./reach";
import type { ReportReach } from "./report-rows";

const SENTENCES_PER_NOTE = 12;

/** One note a partition that the report rests on, by month and module; place and state are told by whoever prints the note's heading. Findings that touch the report's figures come first; `laos` are named where the report is about several. */
export function buildDamageNotes(
  damage: readonly DamagedPartition[],
  reach: ReportReach,
  laos: readonly Lao[] = [],
): DamageNote[] {
  const modules = modulesOfReach(reach);
  const names = laos.map((lao) => ({ code: lao.code, name: fullLaoName(lao) }));
  const ordered = damage
    .filter((partition) => restsOn(reach, partition))
    .sort((a, b) =>
      a.month === b.month ? modules.indexOf(a.module) - modules.indexOf(b.module) : a.month < b.month ? -1 : 1,
    );
  return ordered.map((partition, index) => {
    const touching = partition.findings.filter((finding) => reachOf(finding, reach) !== "none");
    const others = partition.findings.filter((finding) => reachOf(finding, reach) === "none");
    const consequences = partition.findings.flatMap((finding) => finding.consequences);
    const findings = [...touching, ...others];
    const place = { lao: partition.lao, module: partition.module, month: partition.month };
    const { state } = partition;
    // what follows from a finding marks figures too, and is told with it
    const known = { state, partition: place, findings: [...findings, ...consequences] };
    const told = findings.slice(0, SENTENCES_PER_NOTE);
    const untold = partition.findingCount - told.length;
    return {
      number: index + 1,
      partition: place,
      state,
      sentences: [
        ...names.filter(({ code }) => code === partition.lao).map(({ name }) => name),
        ...(told.length === 0
          ? [stateName(partition.state)]
          : new Set(told.map((finding) => findingSentence(finding)))),
        ...(untold > 0 ? [moreFindings(untold)] : []),
        ...(partition.rowsQuarantined > 0 ? [usableRows(partition.rowsLoaded, partition.rowsRead)] : []),
        ...(touching.length === 0 && others.length > 0 ? [RESTS_ELSEWHERE] : []),
        ...(isOnlyUnchecked(known, reach) ? [leavesUnchecked(reach.witnesses ?? [], partition.month)] : []),
      ],
      findings: known.findings,
      untold: partition.findingCount - partition.findings.length,
    };
  });
}
