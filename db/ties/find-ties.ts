/**
 * Holds the books of a province's LAOs against each other once their rows stand and are indexed: LAOs are taken in batches of bounded size,
 * so that memory depends on the largest LAO and not on the province.
 */
import type pg from "pg";
import type { FoundFinding } from "@/lib/damage/find-causes";
import { findDamage } from "@/lib/damage/find-damage";
import type { Finding } from "@/lib/finding/finding";
import type { LaoId } from "@/lib/office/office";
import type { Month } from "@/lib/period/month";
import { type FindingToInsert, insertFindings, insertNumberedFindings } from "../load/damage-rows";
import { type EvidenceLao, readEvidence } from "./read-evidence";

/** Rows of the LAOs that are read at once; a larger LAO is a batch of its own. */
const ROWS_A_BATCH = 20_000;

export interface TiesRequest {
  readonly session: pg.Client;
  readonly snapshotNo: number;
  readonly provinceNo: number;
  readonly months: readonly Month[];
  /** In order of their numbers. */
  readonly laos: readonly EvidenceLao[];
  /** Takes the findings of each LAO that has any. */
  readonly onFindings: (laoId: LaoId, findings: readonly Finding[]) => void;
}

/** Writes the findings in the caller's transaction and hands them on. */
export async function findTies({ laos, onFindings, ...request }: TiesRequest): Promise<void> {
  const { session, snapshotNo } = request;
  for (const batch of batchesOf(laos)) {
    const { evidences, numberOfKnown } = await readEvidence({ ...request, laos: batch });
    const found = batch.flatMap(({ laoId }, at) => {
      const evidence = evidences[at];
      const ofLao = evidence ? findDamage(evidence) : [];
      if (ofLao.length > 0)
        onFindings(
          laoId,
          ofLao.map(({ finding }) => finding),
        );
      return ofLao.map((one) => ({ ...one, laoId }));
    });
    await insertWithCauses(session, snapshotNo, found, numberOfKnown);
  }
}

/** Causes go first, since their consequences name their numbers. */
async function insertWithCauses(
  session: pg.Client,
  snapshotNo: number,
  found: readonly (FoundFinding & { readonly laoId: LaoId })[],
  numberOfKnown: ReadonlyMap<Finding, bigint>,
): Promise<void> {
  const firsts = found.filter(({ cause }) => cause === null);
  const consequences = found.filter(({ cause }) => cause !== null);
  const numbers = new Map(numberOfKnown);
  if (consequences.length === 0) await insertFindings(session, snapshotNo, firsts);
  else {
    const given = await insertNumberedFindings(session, snapshotNo, firsts);
    firsts.forEach(({ finding }, at) => {
      const no = given[at];
      if (no !== undefined) numbers.set(finding, no);
    });
  }
  const rows = consequences.map(
    ({ laoId, finding, cause }): FindingToInsert => ({
      laoId,
      finding,
      causeNo: cause ? numbers.get(cause) : undefined,
    }),
  );
  await insertFindings(session, snapshotNo, rows);
}

function* batchesOf(laos: readonly EvidenceLao[]): Generator<EvidenceLao[]> {
  let batch: EvidenceLao[] = [];
  let rows = 0;
  for (const lao of laos) {
    let rowsOfLao = 0;
    for (const count of lao.rowCounts.values()) rowsOfLao += count;
    if (batch.length > 0 && rows + rowsOfLao > ROWS_A_BATCH) {
      yield batch;
      batch = [];
      rows = 0;
    }
    batch.push(lao);
    rows += rowsOfLao;
  }
  if (batch.length > 0) yield batch;
}
