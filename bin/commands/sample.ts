/** `portal sample`: writes a made-up archive bag, small for trying things out or national for benchmarks. */
import { existsSync } from "node:fs";
import { type Command, InvalidArgumentError, Option } from "commander";
import { makeSample } from "@/lib/operations/make-sample";
import type { SampleEdition } from "@/lib/sample/earlier-edition";
import {
  type DamageLevel,
  NATIONAL_LAOS,
  NATIONAL_PROVINCES,
  type SampleEncoding,
  type SampleProgress,
} from "@/lib/sample/options";
import type { Door } from "../door";

interface Flags {
  readonly out: string;
  readonly laos?: number;
  readonly seed?: number;
  readonly damage: DamageLevel;
  readonly id?: string;
  readonly encoding: SampleEncoding;
  readonly edition: SampleEdition;
  readonly provinces?: number;
  readonly lines?: number;
  readonly gzipLevel?: number;
  readonly national?: true;
  readonly json?: true;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,10}$/.test(text)) throw new InvalidArgumentError("ต้องเป็นจำนวนเต็ม (a whole number)");
  return Number(text);
}

/** A line now and then: rewritten in place on a terminal, one every few seconds in a log. */
function reporter(door: Door, startedMs: number): (progress: SampleProgress) => void {
  let saidMs = 0;
  return ({ laosDone, laosTotal, journalLines }) => {
    const nowMs = Date.now();
    if (nowMs - saidMs < (door.isTerminal ? 200 : 5000) && laosDone < laosTotal) return;
    saidMs = nowMs;
    const perSecond = Math.round(journalLines / Math.max(0.001, (nowMs - startedMs) / 1000));
    const text = `สร้างแล้ว ${laosDone}/${laosTotal} อปท. · ${journalLines} บรรทัดบัญชี · ${perSecond} บรรทัด/วินาที`;
    if (door.isTerminal) process.stderr.write(`\r${text}${laosDone === laosTotal ? "\n" : ""}`);
    else door.note(text);
  };
}

/** Many LAOs are made by all cores; a few are made before a worker has started. */
function workers(laos: number): { workerFile?: URL } {
  const workerFile = new URL("./sample-worker.mjs", import.meta.url);
  return laos >= 100 && existsSync(workerFile) ? { workerFile } : {};
}

export function addSampleCommand(program: Command, door: Door): void {
  program
    .command("sample")
    .description("สร้างคลังข้อมูลสมมุติ (make a made-up archive)")
    .requiredOption("--out <folder>", "โฟลเดอร์ว่างที่จะเขียน (empty folder to write)")
    .option("--laos <n>", "จำนวน อปท. (number of LAOs; 8)", wholeNumber)
    .option("--seed <n>", "เลขตั้งต้น: เลขเดียวกันได้ข้อมูลเดียวกัน (same seed, same bytes; 1)", wholeNumber)
    .addOption(
      new Option("--damage <level>", "ความเสียหาย (damage)").choices(["none", "light", "heavy"]).default("none"),
    )
    .addOption(
      new Option("--encoding <name>", "รหัสอักขระ (encoding of CSV)").choices(["utf-8", "windows-874"]).default("utf-8"),
    )
    .addOption(
      new Option("--edition <name>", "ชุดที่กู้คืน หรือชุดก่อนหน้าสำหรับเทียบ (as recovered, or an earlier copy to compare)")
        .choices(["recovered", "baseline"])
        .default("recovered"),
    )
    .option("--id <id>", "รหัสชุดข้อมูล (snapshot id; sample-<seed>)")
    .option("--provinces <n>", "จำนวนจังหวัดสมมุติ (made-up provinces; 1)", wholeNumber)
    .option("--lines <n>", "บรรทัดบัญชีรวมโดยประมาณ (journal lines altogether, about)", wholeNumber)
    .option("--gzip-level <n>", "ระดับการบีบอัด 1–9 (6)", wholeNumber)
    .option(
      "--national",
      `ทั้งประเทศ สำหรับวัดความเร็ว (benchmark: ${NATIONAL_LAOS} LAOs, ${NATIONAL_PROVINCES} provinces, 10 million lines unless --lines)`,
    )
    .option("--json", "ผลเป็น JSON (print the result as JSON)")
    .action(async (flags: Flags) => {
      const startedMs = Date.now();
      const { national, lines, json, ...given } = flags;
      const journalLines = lines ?? (national ? 10_000_000 : undefined);
      const result = await makeSample({
        ...(national ? { laos: NATIONAL_LAOS, provinces: NATIONAL_PROVINCES, gzipLevel: 1 } : {}),
        ...given,
        ...workers(given.laos ?? (national ? NATIONAL_LAOS : 0)),
        ...(journalLines === undefined ? {} : { journalLines }),
        onProgress: reporter(door, startedMs),
      });
      const { snapshot, laos, journalLines: written, files, bytes } = result;
      await door.print(
        json
          ? `${JSON.stringify({ ...result, elapsedMs: Date.now() - startedMs })}\n`
          : `${flags.out}: ${snapshot} · ${laos} อปท. · ${written} บรรทัดบัญชี · ${files} แฟ้ม · ${bytes} ไบต์\n`,
      );
    });
}
