/** `portal check`: reads and checks an archive bag without loading it. Exit code 0 when it could be loaded, damaged or not; 2 when not; with --bagit-only 0 and 1. */
import type { Command } from "commander";
import { toFindingJson } from "@/lib/finding/finding-json";
import { PARTITION_STATES } from "@/lib/finding/partition-state";
import { type ArchiveCheckProgress, checkArchive } from "@/lib/operations/check-archive";
import { stateName } from "@/lib/wording/names";
import type { Door } from "../door";
import { printBagItCheck } from "./check-bagit";
import { toFindingLines } from "./finding-lines";
import { openProgressLine } from "./progress-line";

const TELL_EVERY_MS = 250;

export function addCheckCommand(program: Command, door: Door): void {
  program
    .command("check")
    .description("ตรวจชุดข้อมูลโดยไม่นำเข้า — read and check an archive bag, load nothing")
    .argument("<bag>", "folder or .zip")
    .option("--json", "for scripts: progress, findings and result as JSON lines")
    .option("--bagit-only", "any bag, looked at as BagIt 0.93–1.0 alone; exit code 0 valid, 1 invalid")
    .action(async (bag: string, options: { json?: boolean; bagitOnly?: boolean }) => {
      if (options.bagitOnly) {
        process.exitCode = await printBagItCheck(door, bag, options.json === true);
        return;
      }
      const line = openProgressLine(door);
      const lineOf = (event: string, facts: object) => `${JSON.stringify({ event, ...facts })}\n`;
      const meter = openMeter();
      const result = await checkArchive(bag, {
        onProgress: (progress) => {
          const told = meter(progress);
          if (!told) return;
          if (options.json) void door.print(lineOf("progress", told));
          else line.show(told);
        },
        onFinding: (finding) =>
          door.print(
            options.json
              ? [finding, ...finding.consequences].map((one) => lineOf("finding", toFindingJson(one))).join("")
              : `${toFindingLines(finding).join("\n")}\n`,
          ),
      }).finally(line.end);
      if (options.json) return door.print(lineOf("result", result));
      const count = (number: number) => number.toLocaleString("en-US");
      await door.print(
        [
          `${result.snapshot.id}: อ่าน ${count(result.rowsRead)} แถว อ่านได้ ${count(result.rowsLoaded)} แถว ต้องเก็บแยกไว้ ${count(result.rowsQuarantined)} แถว`,
          `พบร่องรอยความเสียหาย ${count(result.findings)} รายการ`,
          ...PARTITION_STATES.map((state) => `${stateName(state)}: ${count(result.states[state])} ส่วน`),
          "",
        ].join("\n"),
      );
    });
}

/** Progress of a check in the words of a load, a few times a second. */
function openMeter() {
  const startedMs = performance.now();
  let toldMs = Number.NEGATIVE_INFINITY;
  return (progress: ArchiveCheckProgress) => {
    const nowMs = performance.now();
    if (nowMs - toldMs < TELL_EVERY_MS && progress.filesRead < progress.filesTotal) return undefined;
    toldMs = nowMs;
    const seconds = (nowMs - startedMs) / 1000;
    return {
      phase: "checking" as const,
      provincesDone: 0,
      provincesTotal: 0,
      partitionsDone: progress.partitionsDone,
      partitionsTotal: progress.partitionsTotal,
      rows: progress.rowsRead,
      rowsPerSecond: Math.round(progress.rowsRead / Math.max(seconds, 0.001)),
      secondsLeft: Math.ceil((seconds * (progress.filesTotal - progress.filesRead)) / Math.max(progress.filesRead, 1)),
    };
  };
}
