/** `portal search`: documents of one LAO or of a province, one a line. */
import { type Command, Option } from "commander";
import { formatBaht, toBahtText } from "@/lib/money/amount";
import { type LaoCode, MODULES, type Module } from "@/lib/office/office";
import { type SearchHit, type SearchPage, searchDocuments } from "@/lib/operations/search-documents";
import { formatDate } from "@/lib/period/date";
import { DOCUMENT_KINDS, type DocumentKind } from "@/lib/search/document-kind";
import { kindName, unreadableLead } from "@/lib/wording/search";
import type { Door } from "../door";
import { readLaoOption } from "./lao-option";

interface Options {
  readonly snapshot?: string;
  readonly lao?: LaoCode;
  readonly province?: string;
  readonly kind?: DocumentKind;
  readonly module?: Module;
  readonly period?: string;
  readonly loose?: boolean;
  readonly json?: boolean;
}

export function addSearchCommand(program: Command, door: Door): void {
  program
    .command("search")
    .description("ค้นหาเอกสาร — find documents by number, name, words, amount or day")
    .argument("<text...>", "e.g. 'RV-12/67', 'ค่าน้ำมัน 1000-2000', '>5000', '15/3/2567'")
    .option("--snapshot <id>", "snapshot id (default: the newest)")
    .option("--lao <code>", "one LAO, 8 digits", readLaoOption)
    .option("--province <code>", "all LAOs of a province")
    .addOption(new Option("--kind <kind>", "kind of document").choices(DOCUMENT_KINDS))
    .addOption(new Option("--module <module>", "module of e-LAAS").choices(MODULES))
    .option("--period <text>", "only documents of this period, e.g. 'มี.ค. 2567'")
    .option("--loose", "tone marks do not count")
    .option("--json", "for scripts: one JSON object a line")
    .action((words: readonly string[], options: Options) =>
      door.withPortal(async ({ context }) => {
        const { loose, json, ...place } = options;
        const toLine = json ? (hit: SearchHit) => JSON.stringify(toJson(hit)) : toWords;
        let shown = 0;
        for (let page = 1; ; page++) {
          const found: SearchPage = await searchDocuments(context, {
            ...place,
            q: words.join(" "),
            isLoose: loose ?? false,
            page,
          });
          const { answer } = found;
          if (!answer || answer.hits.length === 0) {
            if (!json) await printEnd(door, found, shown);
            return;
          }
          shown += answer.hits.length;
          await door.print(`${answer.hits.map(toLine).join("\n")}\n`);
        }
      }),
    );
}

async function printEnd(door: Door, { answer, lao, province, provinces }: SearchPage, shown: number): Promise<void> {
  if (!lao && !province) {
    const names = provinces.map(({ code, name }) => `${code} ${name}`).join(", ");
    await door.print(`โปรดระบุ --lao หรือ --province (${names})\n`);
    return;
  }
  await door.print(`พบ ${shown.toLocaleString("en-US")} ฉบับ\n`);
  const parts = answer?.unreadable.partCount ?? 0;
  if (parts > 0) await door.print(`${unreadableLead(parts)}\n`);
}

function toWords(hit: SearchHit): string {
  const who = [hit.party, hit.description].filter((text) => text).join(" · ");
  return [hit.lao.code, kindName(hit.kind), hit.number, formatDate(hit.day), formatBaht(hit.amount), who].join("\t");
}

/** Amounts in baht as text, names as in the archive format. */
function toJson(hit: SearchHit): object {
  const { kind, number, day, party, description, reference, entryNo, isCancelled, link } = hit;
  return {
    lao: hit.lao.code,
    kind,
    number,
    day,
    amount: toBahtText(hit.amount),
    party,
    description,
    reference,
    entryNo,
    isCancelled,
    report: link,
  };
}
