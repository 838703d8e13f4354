/** Reads all files of one LAO of a bag into evidence: for checking an archive without a database, and for trying faults by the thousand. */
import type { Bag, BagLao, PartitionFile } from "@/lib/archive/bag/bag";
import { createCopyBuffer } from "@/lib/archive/csv/copy-buffer";
import { type FileScan, scanFile } from "@/lib/archive/scan-file";
import type { LaoEvidence } from "./evidence";
import { gatherEvidence } from "./gather-evidence";
import type { KnownCodes } from "./known-codes";

/** Rows are taken over in pieces of about this size. */
const PIECE_BYTES = 1 << 18;

/** @param onFile told of each file that the manifest lists, in the bag's order */
export async function readEvidence(
  bag: Bag,
  lao: BagLao,
  codes: KnownCodes,
  onFile: (file: PartitionFile, scan: FileScan) => void = () => {},
): Promise<LaoEvidence> {
  const gatherer = gatherEvidence(lao.code, bag.months, bag.reference, codes);
  for (const finding of bag.findings) if (finding.lao === lao.code) gatherer.takeFinding(finding);
  let take: (piece: Buffer) => void = () => {};
  const out = createCopyBuffer({ flush: (piece) => take(piece), flushAtBytes: PIECE_BYTES });
  for (const file of bag.files({ lao: lao.code })) {
    take = (piece) => gatherer.takeRows(file.table, file.month, piece.toString("utf8"));
    const scan = await scanFile({ bag, file, laoId: 1, snapshotNo: 1, out });
    // what is left is read in place: a buffer of its own for each small file would cost more than the file
    take(out.bytes.subarray(0, out.length));
    out.length = 0;
    gatherer.takeFile(file.table, file.month, scan.rowsLoaded, scan.findings);
    onFile(file, scan);
  }
  return gatherer.evidence();
}
