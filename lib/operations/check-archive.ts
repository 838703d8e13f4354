/** Reads a whole archive without a database: what would be loaded, what is damaged, in which state each partition is. */
import type { Bag, BagLao } from "@/lib/archive/bag/bag";
import { openBag } from "@/lib/archive/bag/open-bag";
import type { SnapshotDescription } from "@/lib/archive/bag/snapshot-description";
import { scanFile } from "@/lib/archive/scan-file";
import { stateOf } from "@/lib/archive/state-of";
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
  /** Each finding as it is made, those of the bag itself first. */
  readonly onFinding?: (finding: Finding) => void;
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
}

function noEvidence(): Evidence {
  return { filesListed: 0, rowsRead: 0, rowsLoaded: 0, rowsQuarantined: 0, rowsUnreadable: 0, codes: new Set() };
}

/** Files of one LAO read into evidence by `module month`. */
async function readLao(
  bag: Bag,
  lao: BagLao,
  onFile: (rowsRead: number) => void,
  onFinding: (finding: Finding) => void,
): Promise<Map<string, Evidence>> {
  const partitions = new Map<string, Evidence>();
  for (const file of bag.files({ lao: lao.code })) {
    const key = `${file.module} ${file.month}`;
    const evidence = partitions.get(key) ?? noEvidence();
    partitions.set(key, evidence);
    const scan = await scanFile({ bag, file, laoId: 0, snapshotNo: 0, out: null });
    evidence.filesListed++;
    evidence.rowsRead += scan.rowsRead;
    evidence.rowsLoaded += scan.rowsLoaded;
    evidence.rowsQuarantined += scan.rowsQuarantined;
    evidence.rowsUnreadable += scan.rowsUnreadable;
    for (const finding of scan.findings) {
      evidence.codes.add(finding.code);
      onFinding(finding);
    }
    onFile(scan.rowsRead);
  }
  return partitions;
}

/**
 * Checks a bag, folder or ZIP. Memory does not grow with the bag: findings and partitions are handed out, not kept.
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
    const onFinding = (finding: Finding) => {
      sums.findings++;
      listener.onFinding?.(finding);
    };
    const onFile = (rowsRead: number) => {
      progress.filesRead++;
      progress.rowsRead += rowsRead;
      listener.onProgress?.({ ...progress });
    };
    for (const finding of bag.findings) onFinding(finding);
    for (const lao of bag.laos) {
      const partitions = await readLao(bag, lao, onFile, onFinding);
      for (const module of MODULES)
        for (const month of bag.months) {
          const { codes, ...evidence } = partitions.get(`${module} ${month}`) ?? noEvidence();
          const { rowsRead, rowsLoaded, rowsQuarantined } = evidence;
          const state = stateOf({ ...evidence, codes });
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
