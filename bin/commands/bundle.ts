/** `portal bundle`: all reports of an LAO, of one month or of all, as one ZIP with an index and checksums. */
import { stat } from "node:fs/promises";
import path from "node:path";
import type { Command } from "commander";
import { AppError } from "@/lib/errors/app-error";
import type { LaoCode } from "@/lib/office/office";
import { makeBundle } from "@/lib/operations/make-bundle";
import { FORMAT_IDS, type FormatId, isFormatId } from "@/lib/render/format-ids";
import type { Door } from "../door";
import { readLaoOption } from "./lao-option";

interface Options {
  readonly snapshot?: string;
  readonly lao: LaoCode;
  readonly month?: string;
  readonly formats: readonly FormatId[];
  readonly out: string;
}

export function addBundleCommand(program: Command, door: Door): void {
  program
    .command("bundle")
    .description(
      "ทุกรายงานของ อปท. หนึ่งแห่งในแฟ้ม ZIP เดียว — all reports of one LAO as one ZIP; started again after a stop, it goes on",
    )
    .option("--snapshot <id>", "snapshot id (default: the newest)")
    .requiredOption("--lao <code>", "LAO code, 8 digits", readLaoOption)
    .option("--month <YYYY-MM>", "one month, Common or Buddhist era (default: all months of the archive)")
    .option("--formats <list>", `comma-separated: ${FORMAT_IDS.join(", ")}`, readFormats, ["pdf", "xlsx"])
    .requiredOption("--out <file>", "the ZIP; it appears when it is whole")
    .action((options: Options) =>
      door.withPortal(async ({ context }) => {
        const file = path.resolve(options.out);
        if (!(await isFolder(path.dirname(file))))
          throw new AppError("set-up", `ไม่มีโฟลเดอร์ ${path.dirname(file)} — โปรดสร้างก่อน หรือเลือกที่เก็บอื่น`);
        const { snapshot, lao, month, formats } = options;
        const made = await makeBundle(
          { snapshot, laos: [lao], month, formats },
          {
            file,
            context: async () => context,
            onProgress: (done, total) => {
              if (done % 50 === 0 || done === total) door.note(`รายงาน (reports): ${done}/${total}`);
            },
          },
        );
        door.note(`เขียนแล้ว (written): ${options.out} · ${made.bytes} bytes · sha256 ${made.sha256}`);
      }),
    );
}

function readFormats(text: string): readonly FormatId[] {
  const formats = text.split(",").map((one) => one.trim());
  const known = formats.filter(isFormatId);
  if (known.length !== formats.length || known.length === 0)
    throw new AppError("input/invalid", `ไม่มีรูปแบบแฟ้ม «${text}» — รูปแบบที่มี: ${FORMAT_IDS.join(", ")}`);
  return [...new Set(known)];
}

async function isFolder(folder: string): Promise<boolean> {
  return (await stat(folder).catch(() => undefined))?.isDirectory() === true;
}
