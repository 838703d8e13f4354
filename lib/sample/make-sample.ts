/** Makes a whole sample archive, LAO by LAO: never more than two of them stand in memory, however many there are. */
import { REFERENCE_TABLES } from "@/lib/archive/tables";
import { type BagSize, openBag, type PayloadFile } from "./bag-writer";
import { FISCAL_YEAR, PERIOD_FROM, PERIOD_TO } from "./calendar";
import { encodeText, fileText } from "./csv-text";
import { runHalfYear } from "./half-year";
import { planOffices } from "./offices";
import { type SampleOptions, type SampleSettings, settleOptions } from "./options";
import { packFile, partitionFiles } from "./partition-files";
import { makeRandom } from "./random";
import {
  accountRecords,
  addOfficeReference,
  classificationRecords,
  emptyOfficeReference,
  type OfficeReference,
} from "./reference-files";

export interface SampleResult extends BagSize {
  readonly snapshot: string;
  readonly laos: number;
  readonly journalLines: number;
}

/** Snapshot id of the archive that these settings give. */
export function snapshotId(settings: Pick<SampleSettings, "seed">): string {
  return `sample-${settings.seed}`;
}

function snapshotFile(settings: SampleSettings): PayloadFile {
  const text = JSON.stringify(
    {
      format: "laas-archive/1",
      id: snapshotId(settings),
      title: `ข้อมูลสมมุติสำหรับทดลองใช้ ชุดที่ ${settings.seed}`,
      kind: "recovered",
      asOf: PERIOD_TO,
      period: { from: PERIOD_FROM, to: PERIOD_TO },
      fiscalYear: FISCAL_YEAR,
      encoding: settings.encoding,
      synthetic: true,
    },
    null,
    2,
  );
  return { path: "data/snapshot.json", bytes: Buffer.from(`${text}\n`) };
}

function referenceFiles(reference: OfficeReference, settings: SampleSettings): PayloadFile[] {
  const records = new Map<string, readonly string[]>([
    ...Object.entries(reference),
    ["accounts", accountRecords()],
    ["classifications", classificationRecords()],
  ]);
  return REFERENCE_TABLES.map(({ name, columns }) => {
    const header = columns.map((column) => column.name).join(",");
    const bytes = encodeText(fileText(header, records.get(name) ?? [], false), settings.encoding);
    return { path: `data/reference/${name}.csv`, bytes };
  });
}

/**
 * Writes a complete bag `laas-archive/1`. The same options give the same bytes.
 * AppErrors: `input/invalid` names a wrong option, `conflict` when the folder is not empty.
 */
export async function makeSample(options: SampleOptions): Promise<SampleResult> {
  const settings = settleOptions(options);
  const bag = openBag(settings.out);
  const reference = emptyOfficeReference();
  const offices = planOffices(settings);
  let journalLines = 0;
  let filesWritten = 0;
  let writing: Promise<void> = Promise.resolve();
  for (const office of offices) {
    const half = runHalfYear(office, settings.seed);
    const random = makeRandom(settings.seed, "packing", office.code);
    const files = partitionFiles(half, settings.seed).map(
      (file): PayloadFile => ({ path: file.path, bytes: packFile(file, half, settings, random) }),
    );
    addOfficeReference(reference, half);
    journalLines += half.journalLines;
    filesWritten += files.length;
    await writing;
    writing = bag.add(files);
    settings.onProgress?.({ laosDone: office.index + 1, laosTotal: offices.length, journalLines, filesWritten });
  }
  await writing;
  await bag.add([...referenceFiles(reference, settings), snapshotFile(settings)]);
  const size = await bag.finish([
    ["Source-Organization", "ข้อมูลสมมุติ ไม่ใช่ข้อมูลของ อปท. ใด (synthetic data)"],
    ["External-Identifier", snapshotId(settings)],
    ["Bagging-Date", "2024-08-09"],
  ]);
  return { ...size, snapshot: snapshotId(settings), laos: offices.length, journalLines };
}
