/** `portal report`: one report of one LAO or of a province, as JSON, CSV, PDF or Excel, to a file or to standard output. */
import { type Command, Option } from "commander";
import { AppError } from "@/lib/errors/app-error";
import type { LaoCode } from "@/lib/office/office";
import { exportReport } from "@/lib/operations/export-report";
import { PROVINCE_REPORTS } from "@/lib/operations/province-report-registry";
import { REPORTS } from "@/lib/operations/report-registry";
import { FORMAT_IDS, type FormatId, OWN_FORMAT_IDS, type OwnFormatId } from "@/lib/render/format-ids";
import { findFormat } from "@/lib/render/formats";
import type { ReportDefinition } from "@/lib/reports/definition";
import { CHOICE_IDS, type ChoiceId, PARAMETER_CHOICES } from "@/lib/reports/parameter-choices";
import { EXPORT_SENTENCES } from "@/lib/wording/export";
import { PARAMETER_LABELS } from "@/lib/wording/reports";
import type { Door } from "../door";
import { readLaoOption } from "./lao-option";
import { writeWhole } from "./write-whole";

interface Options {
  readonly snapshot?: string;
  readonly lao?: LaoCode;
  readonly province?: string;
  readonly format: FormatId | OwnFormatId;
  readonly out?: string;
  readonly groups?: boolean;
  readonly period?: string;
  readonly month?: string;
  readonly from?: string;
  readonly to?: string;
  readonly date?: string;
  readonly account?: string;
  readonly entry?: string;
  readonly find?: string;
}

const PLACE_NEEDED = "โปรดระบุ --lao รหัส อปท. หรือ --province รหัสจังหวัด อย่างใดอย่างหนึ่ง — give either --lao or --province";

/** Parameters that choose by code or number: options of the same names. */
type Chosen = Partial<Record<ChoiceId, string>>;

export function addReportCommand(program: Command, door: Door): void {
  const list = (reports: readonly { readonly definition: ReportDefinition }[]) =>
    reports.map(({ definition }) => `  ${definition.id.padEnd(24)} ${definition.title}`).join("\n");
  const command = program.command("report");
  command
    .description("ออกรายงานของ อปท. หนึ่งแห่ง หรือของจังหวัด — one report of one LAO or of a province")
    .argument("<report>", "id of the report, see below")
    .option("--snapshot <id>", "snapshot id (default: the newest)")
    .option("--lao <code>", "LAO code, 8 digits", readLaoOption)
    .option(
      "--province <code>",
      "instead of --lao: province code, for reports on all its LAOs, e.g. 35; all: the nation, where the report can",
    )
    .option("--period <text>", "period in words, e.g. 'มี.ค. 2567', 'ไตรมาส 2', '6 ม.ค. - 31 มี.ค.', 'ปีงบ 2567'")
    .option("--month <YYYY-MM>", "month, Common or Buddhist era (default: the last full month)")
    .option("--from <YYYY-MM-DD>", "first day")
    .option("--to <YYYY-MM-DD>", "last day")
    .option("--date <YYYY-MM-DD>", "state at the end of this day")
    .option("--account <code>", "account, NNNNNNNNNN.NNN")
    .option("--entry <no>", "document number, e.g. RV-00012/67")
    .option("--groups", "with the headings of the chart")
    .option("--find <text>", "only rows with this amount, number or text")
    .addOption(
      new Option("--format <format>", "file format").choices([...FORMAT_IDS, ...OWN_FORMAT_IDS]).default("json"),
    )
    .option("--out <file>", "write to this file instead of standard output")
    .addHelpText(
      "after",
      `\nReports of one LAO (--lao):\n${list(REPORTS)}\nReports of a province (--province):\n${list(PROVINCE_REPORTS)}`,
    )
    .action((reportId: string, options: Options & Chosen) =>
      door.withPortal(async ({ context }) => {
        const { snapshot, lao, province } = options;
        if ((lao === undefined) === (province === undefined)) throw new AppError("input/invalid", PLACE_NEEDED);
        const request = { snapshot, lao, province, reportId, params: paramsOf(options) };
        if (!findFormat(options.format, reportId))
          throw new AppError("input/invalid", EXPORT_SENTENCES.unknownFormat(FORMAT_IDS.join(", ")));
        await exportReport(context, {
          ...request,
          format: options.format,
          sink: async (_document, issue) => {
            if (options.out === undefined) for await (const bytes of issue(options.format)) await door.print(bytes);
            else await writeWhole(options.out, issue(options.format));
          },
        });
        if (options.out !== undefined) door.note(`เขียนแล้ว (written): ${options.out}`);
      }),
    );
  for (const id of CHOICE_IDS)
    command.option(`--${id} <value>`, `${PARAMETER_LABELS[id]}, e.g. ${PARAMETER_CHOICES[id].example}`);
}

function paramsOf(options: Options & Chosen): Record<string, string> {
  const { period, month, from, to, date, account, entry, find } = options;
  const chosen = Object.fromEntries(CHOICE_IDS.map((id) => [id, options[id]]));
  const groups = options.groups ? "1" : undefined;
  const given = { period, month, from, to, date, account, entry, ...chosen, q: find, groups };
  return Object.fromEntries(Object.entries(given).filter((pair): pair is [string, string] => pair[1] !== undefined));
}
