/** `portal compare`: two snapshots of an LAO or a province held against each other. */
import type { Command } from "commander";
import { VERDICTS, type Verdict } from "@/lib/finding/verdict";
import { toBahtText } from "@/lib/money/amount";
import { fullLaoName, type LaoCode } from "@/lib/office/office";
import { compareSnapshots, type SnapshotComparison } from "@/lib/operations/compare-snapshots";
import { formatMonthShort } from "@/lib/period/month";
import { sayVerdict, verdictName } from "@/lib/wording/comparison";
import { moduleName, tableName } from "@/lib/wording/names";
import type { Door } from "../door";
import { readLaoOption } from "./lao-option";

interface Options {
  readonly left: string;
  readonly right: string;
  readonly lao?: LaoCode;
  readonly province?: string;
  readonly json?: boolean;
}

export function addCompareCommand(program: Command, door: Door): void {
  program
    .command("compare")
    .description("เทียบสองชุดข้อมูลของ อปท. หรือจังหวัด — compare two snapshots of an LAO or a province")
    .requiredOption("--left <id>", "snapshot id; differences are right minus left")
    .requiredOption("--right <id>", "snapshot id")
    .option("--lao <code>", "one LAO, 8 digits", readLaoOption)
    .option("--province <code>", "all LAOs of a province")
    .option("--json", "for scripts: one JSON object")
    .action((options: Options) =>
      door.withPortal(async ({ context }) => {
        const { json, ...input } = options;
        const comparison = await compareSnapshots(context, input);
        await door.print(json ? `${JSON.stringify(comparison, amountsAsBaht, 1)}\n` : linesOf(comparison));
      }),
    );
}

/** Every bigint of a comparison is an amount. */
function amountsAsBaht(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? toBahtText(value as Parameters<typeof toBahtText>[0]) : value;
}

function linesOf(comparison: SnapshotComparison): string {
  return comparison.kind === "lao" ? laoLines(comparison) : provinceLines(comparison);
}

/** Parts that are not the same, then the documents that differ in each table and month. */
function laoLines({ parts, differences }: Extract<SnapshotComparison, { kind: "lao" }>): string {
  const notSame = parts.filter(({ verdict }) => verdict !== "same");
  return [
    ...notSame.map((part) => `${moduleName(part.module)}\t${formatMonthShort(part.month)}\t${sayVerdict(part)}`),
    ...differences.map(
      ({ table, month, changed, onlyLeft, onlyRight }) =>
        `${tableName(table)}\t${formatMonthShort(month)}\t${verdictName("changed")} ${changed}\t${verdictName("only-left")} ${onlyLeft}\t${verdictName("only-right")} ${onlyRight}`,
    ),
    `${verdictName("same")}\t${parts.length - notSame.length}\n`,
  ].join("\n");
}

function provinceLines({ laos }: Extract<SnapshotComparison, { kind: "province" }>): string {
  const counts = (parts: Readonly<Record<Verdict, number>>) =>
    VERDICTS.map((verdict) => `${verdictName(verdict)} ${parts[verdict]}`).join("\t");
  return laos
    .map(
      ({ lao, parts, differences }) =>
        `${lao.code}\t${fullLaoName(lao)}\t${counts(parts)}\t${Object.values(differences).map(toBahtText).join("\t")}\n`,
    )
    .join("");
}
