/** `portal findings`: what is damaged in a snapshot, one finding a line. */
import type { Command } from "commander";
import type { Finding } from "@/lib/finding/finding";
import { toFindingJson } from "@/lib/finding/finding-json";
import type { LaoCode } from "@/lib/office/office";
import { listFindings } from "@/lib/operations/list-findings";
import type { Door, Portal } from "../door";
import { toFindingLines } from "./finding-lines";
import { readLaoOption } from "./lao-option";

interface Options {
  readonly snapshot: string;
  readonly lao?: LaoCode;
  readonly json?: boolean;
}

export function addFindingsCommand(program: Command, door: Door): void {
  program
    .command("findings")
    .description("แสดงสิ่งที่พบว่าเสียหาย — list what was found damaged")
    .requiredOption("--snapshot <id>", "snapshot id")
    .option("--lao <code>", "one LAO, 8 digits", readLaoOption)
    .option("--json", "for scripts: one JSON object a line")
    .action((options: Options) =>
      door.withPortal(async (portal) => {
        const toLines = options.json ? toJsonLines : toFindingLines;
        let count = 0;
        for await (const findings of pages(portal, options)) {
          count += findings.length;
          if (findings.length > 0) await door.print(`${findings.flatMap(toLines).join("\n")}\n`);
        }
        if (!options.json) await door.print(`พบ ${count.toLocaleString("en-US")} รายการ\n`);
      }),
    );
}

async function* pages({ context }: Portal, options: Options): AsyncGenerator<readonly Finding[]> {
  let after: Parameters<typeof listFindings>[1]["after"];
  do {
    const page = await listFindings(context, { snapshot: options.snapshot, lao: options.lao, after });
    yield page.findings;
    after = page.next ?? undefined;
  } while (after !== undefined);
}

/** A consequence is a line of its own behind its cause: it lies in the same partition and says how much is missing there. */
function toJsonLines(finding: Finding): string[] {
  return [finding, ...finding.consequences].map((one) => JSON.stringify(toFindingJson(one)));
}
