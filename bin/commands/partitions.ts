/** `portal partitions`: the state of every LAO × module × month of a snapshot. */
import type { Command } from "commander";
import { PARTITION_STATES, type Partition } from "@/lib/finding/partition-state";
import type { LaoCode } from "@/lib/office/office";
import { listPartitions } from "@/lib/operations/list-partitions";
import { formatMonthShort } from "@/lib/period/month";
import { moduleName, stateName } from "@/lib/wording/names";
import type { Door, Portal } from "../door";
import { readLaoOption } from "./lao-option";

interface Options {
  readonly snapshot: string;
  readonly lao?: LaoCode;
  readonly json?: boolean;
}

export function addPartitionsCommand(program: Command, door: Door): void {
  program
    .command("partitions")
    .description("แสดงสภาพข้อมูลของแต่ละ อปท. ระบบ และเดือน — list the state of every partition")
    .requiredOption("--snapshot <id>", "snapshot id")
    .option("--lao <code>", "one LAO, 8 digits", readLaoOption)
    .option("--json", "for scripts: one JSON array")
    .action((options: Options) =>
      door.withPortal((portal) =>
        options.json ? printJson(portal, door, options) : printTable(portal, door, options),
      ),
    );
}

async function* pages({ context }: Portal, options: Options): AsyncGenerator<readonly Partition[]> {
  let afterLaoId: Parameters<typeof listPartitions>[1]["afterLaoId"];
  do {
    const page = await listPartitions(context, { snapshot: options.snapshot, lao: options.lao, afterLaoId });
    yield page.partitions;
    afterLaoId = page.lastLaoId ?? undefined;
  } while (afterLaoId !== undefined);
}

async function printJson(portal: Portal, door: Door, options: Options): Promise<void> {
  let separator = "[\n";
  for await (const page of pages(portal, options)) {
    for (const { lao, module, month, state, rowsRead, rowsLoaded, rowsQuarantined } of page) {
      await door.print(
        `${separator}${JSON.stringify({ lao, module, month, state, rowsRead, rowsLoaded, rowsQuarantined })}`,
      );
      separator = ",\n";
    }
  }
  await door.print(separator === "[\n" ? "[]\n" : "\n]\n");
}

/** For people: a count of each state, and the partitions that are not whole. */
async function printTable(portal: Portal, door: Door, options: Options): Promise<void> {
  const counts = new Map(PARTITION_STATES.map((state) => [state, 0]));
  for await (const page of pages(portal, options)) {
    for (const partition of page) {
      counts.set(partition.state, (counts.get(partition.state) ?? 0) + 1);
      if (partition.state !== "intact" && partition.state !== "empty") await door.print(toLine(partition));
    }
  }
  for (const [state, count] of counts) await door.print(`${stateName(state)}: ${count.toLocaleString("en-US")} ส่วน\n`);
}

function toLine({ lao, module, month, state, rowsRead, rowsLoaded }: Partition): string {
  return `${lao}\t${moduleName(module)}\t${formatMonthShort(month)}\t${stateName(state)}\tอ่าน ${rowsRead} แถว นำเข้า ${rowsLoaded} แถว\n`;
}
