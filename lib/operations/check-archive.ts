/** Reads a whole archive without a database: what would be loaded, what bytes, rows and ties show of damage, in which state each partition is. */
import type { Bag, BagLao } from "@/lib/archive/bag/bag";
import { openBag } from "@/lib/archive/bag/open-bag";
import type { SnapshotDescription } from "@/lib/archive/bag/snapshot-description";
import { stateOf } from "@/lib/archive/state-of";
import { nestConsequences } from "@/lib/damage/find-causes";
import { findDamage } from "@/lib/damage/find-damage";
import { type KnownCodes, readKnownCodes } from "@/lib/damage/known-codes";
import { stateWithTies } from "@/lib/damage/partition-state";
import { readEvidence } from "@/lib/damage/read-evidence";
import type { Finding, FindingCode } from "@/lib/finding/finding";
import { PARTITION_STATES, type Partition, type PartitionState } from "@/lib/finding/partition-state";
import { MODULES } from "@/lib/office/office";

export interface ArchiveCheckProgress {
  readonly filesRead: number;
  readonly filesTotal: number;
  readonly partitionsDone: number;
  readonly partitionsTotal: number;
  readonly rowsRead: number;
}

export interface ArchiveCheckListener {
  /** After each file. */
  readonly onProgress?: (progress: ArchiveCheckProgress) => void;
  /** Each finding with its consequences, those of the bag itself first, then an LAO at a time. A promise is waited for, so that a slow reader of a million findings fills no memory. */
  readonly onFinding?: (finding: Finding) => unknown;
  /** Every LAO × module × month of the snapshot, an LAO at a time. */
  readonly onPartition?: (partition: Partition) => void;
}

export interface ArchiveCheck {
  readonly snapshot: SnapshotDescription;
  readonly digest: string;
  readonly laos: number;
  readonly files: number;
  readonly rowsRead: number;
  readonly rowsLoaded: number;
  readonly rowsQuarantined: number;
  readonly findings: number;
  /** Partitions by state. */
  readonly states: Readonly<Record<PartitionState, number>>;
}

interface Evidence {
  filesListed: number;
  rowsRead: number;
  rowsLoaded: number;
  rowsQuarantined: number;
  rowsUnreadable: number;
  readonly codes: Set<FindingCode>;
  readonly ties: Finding[];
}

function noEvidence(): Evidence {
  return {
    filesListed: 0,
    rowsRead: 0,
    rowsLoaded: 0,
    rowsQuarantined: 0,
    rowsUnreadable: 0,
    codes: new Set(),
    ties: [],
  };
}

/** What the files of one LAO and their ties show, by `module month`. */
async function readLao(
  bag: Bag,
  lao: BagLao,
  codes: KnownCodes,
  onFile: (rowsRead: number) => void,
  onFinding: (finding: Finding) => Promise<void>,
): Promise<Map<string, Evidence>> {
  const partitions = new Map<string, Evidence>();
  const at = (module: string | null, month: string | null): Evidence => {
    const key = `${module} ${month}`;
    const known = partitions.get(key) ?? noEvidence();
    partitions.set(key, known);
    return known;
  };
  const evidence = await readEvidence(bag, lao, codes, (file, scan) => {
    const sum = at(file.module, file.month);
    sum.filesListed++;
    sum.rowsRead += scan.rowsRead;
    sum.rowsLoaded += scan.rowsLoaded;
    sum.rowsQuarantined += scan.rowsQuarantined;
    sum.rowsUnreadable += scan.rowsUnreadable;
    onFile(scan.rowsRead);
  });
  for (const { module, month, code } of evidence.known) at(module, month).codes.add(code);
  const found = findDamage(evidence);
  for (const { finding } of found) at(finding.module, finding.month).ties.push(finding);
  for (const finding of nestConsequences(evidence.known, found)) await onFinding(finding);
  return partitions;
}

/**
 * Checks a bag, folder or ZIP. Memory does not grow with the bag but with its largest LAO: findings and partitions are handed out, not kept.
 * @throws AppError("bag/refused") if nothing of it can or may be loaded
 */
export async function checkArchive(path: string, listener: ArchiveCheckListener = {}): Promise<ArchiveCheck> {
  const bag = await openBag(path);
  try {
    const states = Object.fromEntries(PARTITION_STATES.map((state) => [state, 0])) as Record<PartitionState, number>;
    const sums = { rowsRead: 0, rowsLoaded: 0, rowsQuarantined: 0, findings: 0 };
    const progress = {
      filesRead: 0,
      filesTotal: bag.fileCount,
      partitionsDone: 0,
      partitionsTotal: bag.laos.length * MODULES.length * bag.months.length,
      rowsRead: 0,
    };
    const onFinding = async (finding: Finding) => {
      sums.findings += 1 + finding.consequences.length;
      await listener.onFinding?.(finding);
    };
    const onFile = (rowsRead: number) => {
      progress.filesRead++;
      progress.rowsRead += rowsRead;
      listener.onProgress?.({ ...progress });
    };
    // those of an LAO stand with its own
    const codesOfLaos = new Set(bag.laos.map(({ code }) => code));
    for (const finding of bag.findings)
      if (finding.lao === null || !codesOfLaos.has(finding.lao)) await onFinding(finding);
    const codes = readKnownCodes(bag.reference);
    for (const lao of bag.laos) {
      const partitions = await readLao(bag, lao, codes, onFile, onFinding);
      for (const module of MODULES)
        for (const month of bag.months) {
          const { ties, ...evidence } = partitions.get(`${module} ${month}`) ?? noEvidence();
          const { rowsRead, rowsLoaded, rowsQuarantined } = evidence;
          const state = stateWithTies(stateOf(evidence), rowsLoaded, ties);
          states[state]++;
          sums.rowsRead += rowsRead;
          sums.rowsLoaded += rowsLoaded;
          sums.rowsQuarantined += rowsQuarantined;
          progress.partitionsDone++;
          listener.onPartition?.({ lao: lao.code, module, month, state, rowsRead, rowsLoaded, rowsQuarantined });
        }
    }
    return { snapshot: bag.snapshot, digest: bag.digest, laos: bag.laos.length, files: bag.fileCount, ...sums, states };
  } finally {
    await bag.close();
  }
}
