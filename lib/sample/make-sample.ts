/** Makes a whole sample archive, LAO by LAO: only a few of them stand in memory, however many there are. */
import { writeFileSync } from "node:fs";
import { REFERENCE_TABLES } from "@/lib/archive/tables";
import { type BagSize, openManifest, type PayloadFile, soundFile, writePayload } from "./bag-writer";
import { FISCAL_YEAR, PERIOD_FROM, PERIOD_TO } from "./calendar";
import { encodeText, fileText } from "./csv-text";
import type { DamageReport, DamageTruth } from "./damage/truth";
import { BASELINE_TO } from "./earlier-edition";
import { planOffices } from "./offices";
import { type SampleOptions, type SampleSettings, settleOptions } from "./options";
import {
  accountRecords,
  addReference,
  classificationRecords,
  emptyReference,
  type OfficeReference,
} from "./reference-files";
import { writeWithWorkers } from "./worker-pool";
import { type OfficeJob, type WrittenOffice, writeOffice } from "./write-office";

export interface SampleResult extends BagSize {
  readonly snapshot: string;
  readonly laos: number;
  readonly journalLines: number;
  readonly damages: number;
}

/** Where the truth about the damage stands: beside the bag, never in it. */
export function truthPath(out: string): string {
  return `${out.replace(/[/\\]+$/, "")}.truth.json`;
}

function snapshotFile(settings: SampleSettings): PayloadFile {
  const isBaseline = settings.edition === "baseline";
  const to = isBaseline ? BASELINE_TO : PERIOD_TO;
  const snapshot = {
    format: "laas-archive/1",
    id: settings.id,
    title: `ข้อมูลสมมุติสำหรับทดลองใช้ ชุดที่ ${settings.seed}${isBaseline ? " ก่อนระบบล่ม" : ""}`,
    kind: settings.edition,
    asOf: to,
    period: { from: PERIOD_FROM, to },
    fiscalYear: FISCAL_YEAR,
    encoding: settings.encoding,
    synthetic: true,
  };
  return soundFile("data/snapshot.json", Buffer.from(`${JSON.stringify(snapshot, null, 2)}\n`));
}

function referenceFiles(reference: OfficeReference, settings: SampleSettings): PayloadFile[] {
  const records = new Map<string, readonly string[]>([
    ...Object.entries(reference),
    ["accounts", accountRecords()],
    ["classifications", classificationRecords()],
  ]);
  return REFERENCE_TABLES.map(({ name, columns }) => {
    const header = columns.map((column) => column.name).join(",");
    const text = fileText(header, records.get(name) ?? [], false);
    return soundFile(`data/reference/${name}.csv`, encodeText(text, settings.encoding));
  });
}

function* writeHere(jobs: readonly OfficeJob[], settings: SampleSettings): Generator<WrittenOffice> {
  for (const job of jobs) yield writeOffice(job, settings);
}

/**
 * Writes a complete bag `laas-archive/1`, and beside it `<out>.truth.json` where there is damage. The same options give the
 * same bytes, with workers or without. AppErrors: `input/invalid` names a wrong option, `conflict` when the folder is not empty.
 */
export async function makeSample(options: SampleOptions): Promise<SampleResult> {
  const settings = settleOptions(options);
  const manifest = openManifest(settings.out);
  const offices = planOffices(settings);
  const jobs = offices.map(
    (office): OfficeJob => ({ office, neighbour: offices[(office.index + 1) % offices.length]?.code ?? "" }),
  );
  const reference = emptyReference();
  const damages: DamageTruth[] = [];
  let [journalLines, filesWritten, laosDone] = [0, 0, 0];

  const written = settings.workerFile
    ? writeWithWorkers(jobs, settings, settings.workerFile)
    : writeHere(jobs, settings);
  for await (const office of written) {
    await manifest.add(office.listing);
    addReference(reference, office.reference);
    damages.push(...office.truth);
    journalLines += office.journalLines;
    filesWritten += office.listing.files;
    laosDone += 1;
    settings.onProgress?.({ laosDone, laosTotal: offices.length, journalLines, filesWritten });
  }

  await manifest.add(writePayload(settings.out, [...referenceFiles(reference, settings), snapshotFile(settings)]));
  const snapshot = settings.id;
  const size = await manifest.finish([
    ["Source-Organization", "ข้อมูลสมมุติ ไม่ใช่ข้อมูลของ อปท. ใด (synthetic data)"],
    ["External-Identifier", snapshot],
    ["Bagging-Date", "2024-08-09"],
  ]);
  if (settings.damage !== "none") {
    const report: DamageReport = { snapshot, seed: settings.seed, level: settings.damage, damages };
    writeFileSync(truthPath(settings.out), `${JSON.stringify(report, null, 1)}\n`);
  }
  return { ...size, snapshot, laos: offices.length, journalLines, damages: damages.length };
}
