/**
 * Tries faults on the LAOs of a sound bag: puts a few into one LAO, reads it as a check would, without touching the disk, and gives what was
 * found. Files that no fault touched are read once.
 */
import { createHash } from "node:crypto";
import type { Bag, BagLao, PartitionFile } from "@/lib/archive/bag/bag";
import type { StoredFile } from "@/lib/archive/bag/bag-store";
import { openBag } from "@/lib/archive/bag/open-bag";
import { createCopyBuffer } from "@/lib/archive/csv/copy-buffer";
import { bufferSource } from "@/lib/archive/gzip/byte-source";
import { type FileScan, scanFile } from "@/lib/archive/scan-file";
import { stateOf } from "@/lib/archive/state-of";
import { findDamage } from "@/lib/damage/find-damage";
import { gatherEvidence } from "@/lib/damage/gather-evidence";
import { readKnownCodes } from "@/lib/damage/known-codes";
import { stateWithTies } from "@/lib/damage/partition-state";
import type { Finding } from "@/lib/finding/finding";
import { createChance } from "../seeded-random";
import { ACCOUNTING_FAULTS } from "./accounting-faults";
import { BUDGET_FAULTS, SILENCE_FAULTS } from "./budget-faults";
import { Draft, type Fault, type FaultTruth } from "./draft";
import { EXPENDITURE_FAULTS } from "./expenditure-faults";
import { FILE_FAULTS, UNLISTED_FAULTS } from "./file-faults";
import { MOVED_FAULTS } from "./moved-faults";
import { REVENUE_FAULTS } from "./revenue-faults";
import { ROW_FAULTS } from "./row-faults";
import { readSoundBooks, type SoundBooks } from "./sound-books";

export const FAULTS: Readonly<Record<string, Fault>> = {
  ...FILE_FAULTS,
  ...ROW_FAULTS,
  ...ACCOUNTING_FAULTS,
  ...REVENUE_FAULTS,
  ...EXPENDITURE_FAULTS,
  ...BUDGET_FAULTS,
  ...SILENCE_FAULTS,
  ...MOVED_FAULTS,
};

/** One LAO with its faults, and what was found there. */
export interface Trial {
  readonly seed: number;
  readonly lao: string;
  readonly truths: readonly FaultTruth[];
  readonly findings: readonly Finding[];
  /** By `module month`. */
  readonly states: ReadonlyMap<string, string>;
  readonly rows: { readonly read: number; readonly loaded: number; readonly quarantined: number };
}

interface ReadFile {
  readonly file: PartitionFile;
  readonly scan: FileScan;
  readonly text: string;
}

export interface Drawn {
  readonly draft: Draft;
  readonly truths: readonly FaultTruth[];
}

export interface FaultBench {
  readonly books: SoundBooks;
  /** Puts faults of these names, each in files of its own, into an LAO by chance. */
  readonly draw: (seed: number, names: readonly string[]) => Drawn;
  /** Draws, and reads the LAO in memory. */
  readonly try: (seed: number, names: readonly string[]) => Promise<Trial>;
  readonly close: () => Promise<void>;
}

const MODULES = ["accounting", "revenue", "expenditure", "budget", "assets"] as const;

async function read(bag: Bag, file: PartitionFile): Promise<ReadFile> {
  const pieces: Buffer[] = [];
  const out = createCopyBuffer({ flush: (piece) => void pieces.push(Buffer.from(piece)) });
  const scan = await scanFile({ bag, file, laoId: 1, snapshotNo: 1, out });
  await out.end();
  return { file, scan, text: Buffer.concat(pieces).toString("utf8") };
}

function storedBytes(bytes: Buffer): StoredFile {
  return {
    sizeBytes: bytes.length,
    source: bufferSource(bytes),
    isCutShort: false,
    readAll: () => bytes,
    close: () => {},
  };
}

/** The bag as it would be opened with the draft's files in place of the sound ones. */
function withDraft(bag: Bag, draft: Draft): Bag {
  return {
    ...bag,
    *files(filter) {
      for (const file of bag.files(filter)) {
        const changed = draft.changed.get(file.path);
        if (!changed) yield file;
        else if (changed.listed !== null) yield { ...file, isPresent: changed.stored !== null };
      }
    },
    expectedDigests(file) {
      const listed = draft.changed.get(file.path)?.listed;
      return listed ? { sha256: createHash("sha256").update(listed).digest() } : bag.expectedDigests(file);
    },
    async openFile(file) {
      const changed = draft.changed.get(file.path);
      if (!changed) return bag.openFile(file);
      return changed.stored ? storedBytes(changed.stored) : undefined;
    },
  };
}

/** @param root folder of a sound bag */
export async function openFaultBench(root: string): Promise<FaultBench> {
  const books = readSoundBooks(root);
  const bag = await openBag(root);
  const codes = readKnownCodes(bag.reference);
  const sound = new Map<string, ReadFile>();

  async function evaluate(lao: BagLao, draft: Draft): Promise<Pick<Trial, "findings" | "states" | "rows">> {
    const damaged = withDraft(bag, draft);
    const gatherer = gatherEvidence(lao.code, bag.months, bag.reference, codes);
    const partitions = new Map<string, Parameters<typeof stateOf>[0] & { rowsQuarantined: number }>();
    for (const file of damaged.files({ lao: lao.code })) {
      const isSound = !draft.changed.has(file.path);
      const one = (isSound ? sound.get(file.path) : undefined) ?? (await read(damaged, file));
      if (isSound) sound.set(file.path, one);
      gatherer.takeRows(file.table, file.month, one.text);
      gatherer.takeFile(file.table, file.month, one.scan.rowsLoaded, one.scan.findings);
      const key = `${file.module} ${file.month}`;
      const before = partitions.get(key);
      partitions.set(key, {
        filesListed: (before?.filesListed ?? 0) + 1,
        rowsRead: (before?.rowsRead ?? 0) + one.scan.rowsRead,
        rowsLoaded: (before?.rowsLoaded ?? 0) + one.scan.rowsLoaded,
        rowsQuarantined: (before?.rowsQuarantined ?? 0) + one.scan.rowsQuarantined,
        rowsUnreadable: (before?.rowsUnreadable ?? 0) + one.scan.rowsUnreadable,
        codes: [...(before?.codes ?? []), ...one.scan.findings.map(({ code }) => code)],
      });
    }
    const evidence = gatherer.evidence();
    const ties = findDamage(evidence).map(({ finding }) => finding);
    const nothing = { filesListed: 0, rowsRead: 0, rowsLoaded: 0, rowsQuarantined: 0, rowsUnreadable: 0, codes: [] };
    const states = new Map<string, string>();
    for (const module of MODULES)
      for (const month of bag.months) {
        const partition = partitions.get(`${module} ${month}`) ?? nothing;
        const own = ties.filter((finding) => finding.module === module && finding.month === month);
        states.set(`${module} ${month}`, stateWithTies(stateOf(partition), partition.rowsLoaded, own));
      }
    const sum = (key: "rowsRead" | "rowsLoaded" | "rowsQuarantined") =>
      [...partitions.values()].reduce((total, partition) => total + partition[key], 0);
    return {
      findings: [...evidence.known, ...ties],
      states,
      rows: { read: sum("rowsRead"), loaded: sum("rowsLoaded"), quarantined: sum("rowsQuarantined") },
    };
  }

  const draw = (seed: number, names: readonly string[]): Drawn => {
    const chance = createChance(seed);
    const draft = new Draft(books, chance.pick(bag.laos).code, chance);
    return { draft, truths: names.flatMap((name) => ({ ...FAULTS, ...UNLISTED_FAULTS })[name]?.(draft) ?? []) };
  };
  return {
    books,
    draw,
    try: async (seed, names) => {
      const { draft, truths } = draw(seed, names);
      const lao = bag.laos.find(({ code }) => code === draft.lao);
      if (!lao) throw new Error(`no LAO ${draft.lao}`);
      return { seed, lao: lao.code, truths, ...(await evaluate(lao, draft)) };
    },
    close: () => bag.close(),
  };
}
