/** `portal work-pack`: the workbook to keep an LAO's or a unit's books in by hand while e-LAAS is down. */
import type { Command } from "commander";
import type { LaoCode } from "@/lib/office/office";
import { makeWorkPack } from "@/lib/operations/make-work-pack";
import { renderWorkPack } from "@/lib/render/excel/render-work-pack";
import type { Door } from "../door";
import { readLaoOption } from "./lao-option";
import { writeWhole } from "./write-whole";

interface Options {
  readonly snapshot?: string;
  readonly lao: LaoCode;
  readonly unit?: string;
  readonly out: string;
}

export function addWorkPackCommand(program: Command, door: Door): void {
  program
    .command("work-pack")
    .description("แฟ้มงานสำหรับทำบัญชีด้วยมือเมื่อระบบใช้งานไม่ได้ — a workbook to keep books in by hand while e-LAAS is down")
    .option("--snapshot <id>", "snapshot id (default: the newest)")
    .requiredOption("--lao <code>", "LAO code, 8 digits", readLaoOption)
    .option("--unit <code>", "code of a unit (default: the LAO as a whole)")
    .requiredOption("--out <file>", "the Excel workbook; it appears when it is whole")
    .action(({ snapshot, lao, unit, out }: Options) =>
      door.withPortal(async ({ context }) => {
        const pack = await makeWorkPack(context, { snapshot, lao, unit });
        await writeWhole(out, renderWorkPack(pack));
        door.note(`เขียนแล้ว (written): ${out} · ${pack.id}`);
      }),
    );
}
