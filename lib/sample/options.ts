/** What one asks of the sample archive; everything but the folder has a default. */
import { AppError } from "@/lib/errors/app-error";
import type { SampleEdition } from "./earlier-edition";

export type DamageLevel = "none" | "light" | "heavy";
export type SampleEncoding = "utf-8" | "windows-874";

export interface SampleProgress {
  readonly laosDone: number;
  readonly laosTotal: number;
  readonly journalLines: number;
  readonly filesWritten: number;
}

export interface SampleOptions {
  /** Folder of the bag; made if absent, refused if it holds anything. */
  readonly out: string;
  readonly laos?: number;
  readonly seed?: number;
  readonly damage?: DamageLevel;
  /** As the books were recovered, or as they stood earlier; `recovered` without it. */
  readonly edition?: SampleEdition;
  /** Snapshot id; `sample-<seed>` without it, `sample-<seed>-baseline` for the earlier edition. */
  readonly id?: string;
  readonly encoding?: SampleEncoding;
  /** Made-up provinces that share the LAOs. */
  readonly provinces?: number;
  /** About how many journal lines all LAOs have together; without it each has the size of its kind. */
  readonly journalLines?: number;
  /** zlib level of partition files, 1 (fast) to 9. */
  readonly gzipLevel?: number;
  /** Program of the worker threads (`bin/sample-worker.ts`, bundled); without it all work is done in this thread. */
  readonly workerFile?: URL;
  readonly onProgress?: (progress: SampleProgress) => void;
}

type Extras = "onProgress" | "journalLines" | "workerFile";
export type SampleSettings = Required<Omit<SampleOptions, Extras>> & Pick<SampleOptions, Extras>;

export const NATIONAL_LAOS = 7850;
export const NATIONAL_PROVINCES = 76;

function wholeWithin(value: number, from: number, to: number, name: string): void {
  if (Number.isInteger(value) && value >= from && value <= to) return;
  throw new AppError("input/invalid", `${name} ต้องเป็นจำนวนเต็มตั้งแต่ ${from} ถึง ${to}`);
}

/** Fills in the defaults; throws AppError (input/invalid) that names the wrong option. */
export function settleOptions(options: SampleOptions): SampleSettings {
  const settings: SampleSettings = {
    laos: 8,
    seed: 1,
    damage: "none",
    id: `sample-${options.seed ?? 1}${options.edition === "baseline" ? "-baseline" : ""}`,
    edition: "recovered",
    encoding: "utf-8",
    provinces: 1,
    gzipLevel: 6,
    ...options,
  };
  wholeWithin(settings.laos, 1, 10_000, "จำนวน อปท. (--laos)");
  wholeWithin(settings.seed, 0, 2 ** 31, "เลขตั้งต้น (--seed)");
  wholeWithin(settings.provinces, 1, Math.min(90, settings.laos), "จำนวนจังหวัด (--provinces)");
  wholeWithin(settings.gzipLevel, 1, 9, "ระดับการบีบอัด (--gzip-level)");
  if (settings.journalLines !== undefined)
    wholeWithin(settings.journalLines, 100 * settings.laos, 200_000_000, "จำนวนบรรทัดบัญชีรวม (--lines)");
  if (!/^[a-z0-9-]{1,64}$/.test(settings.id))
    throw new AppError("input/invalid", "รหัสชุดข้อมูล (--id) ใช้ได้เฉพาะ a–z 0–9 และ - ไม่เกิน 64 ตัว");
  if (Math.ceil(settings.laos / settings.provinces) > 900)
    throw new AppError("input/invalid", "จังหวัดสมมุติหนึ่งจังหวัดมีได้ไม่เกิน 900 อปท. — โปรดเพิ่ม --provinces");
  return settings;
}
