/** `portal load`: brings an archive bag into the portal. Exit code 0 when it is loaded, damaged or not; 2 when it is refused. */
import type { Command } from "commander";
import { type LoadResult, loadArchive } from "@/lib/operations/load-archive";
import { stateName } from "@/lib/wording/names";
import type { Door } from "../door";
import { openProgressLine } from "./progress-line";

interface Options {
  readonly replace?: boolean;
  readonly json?: boolean;
}

const OUTCOMES: Record<LoadResult["outcome"], string> = {
  loaded: "นำเข้าแล้ว",
  replaced: "นำเข้าแทนชุดเดิมแล้ว",
  unchanged: "มีชุดข้อมูลนี้อยู่แล้วและเนื้อหาตรงกัน จึงไม่เปลี่ยนแปลง",
};

export function addLoadCommand(program: Command, door: Door): void {
  program
    .command("load")
    .description("นำเข้าชุดข้อมูล — load an archive bag (folder or ZIP)")
    .argument("<bag>", "folder or .zip")
    .option("--replace", "replace the snapshot of the same id if its content differs")
    .option("--json", "for scripts: progress and result as JSON lines")
    .action((bag: string, options: Options) =>
      door.withPortal(async ({ ownerUrl }) => {
        const line = openProgressLine(door);
        const emit = (event: string, facts: object) => door.print(`${JSON.stringify({ event, ...facts })}\n`);
        const result = await loadArchive({
          bag,
          ownerUrl,
          actor: door.actor,
          replace: options.replace === true,
          now: new Date(),
          onProgress: options.json ? (progress) => void emit("progress", progress) : line.show,
        }).finally(line.end);
        if (options.json) await emit("result", result);
        else for (const text of describe(result)) await door.print(`${text}\n`);
      }),
    );
}

function describe(result: LoadResult): string[] {
  const count = (number: number) => number.toLocaleString("en-US");
  if (result.outcome === "unchanged") return [`${result.snapshot}: ${OUTCOMES.unchanged}`];
  return [
    `${result.snapshot}: ${OUTCOMES[result.outcome]}`,
    `อ่าน ${count(result.rowsRead)} แถว นำเข้า ${count(result.rowsLoaded)} แถว เก็บแยกไว้ ${count(result.rowsQuarantined)} แถว`,
    `พบร่องรอยความเสียหาย ${count(result.findings)} รายการ`,
    ...result.partitions.map(({ state, count: partitions }) => `${stateName(state)}: ${count(partitions)} ส่วน`),
  ];
}
