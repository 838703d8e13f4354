/** Which reports go into a bundle, of which periods and choices, and under which names: pure, so that the same request gives the same list. */
import type { Lao, LaoCode } from "@/lib/office/office";
import { buddhistYear } from "@/lib/period/date";
import { type Month, monthsBetween } from "@/lib/period/month";
import type { DaySpan } from "@/lib/period/report-period";
import type { ReportDefinition } from "@/lib/reports/definition";
import type { SnapshotHead } from "@/lib/reports/document";
import { BUNDLE_WORDS } from "@/lib/wording/bundles";

/** One value of the parameter that a report cannot do without, e.g. an account of the ledger. */
export interface BundleChoice {
  readonly params: Readonly<Record<string, string>>;
  readonly label: string;
}

export interface BundledReport {
  readonly definition: ReportDefinition;
  /** One report each; null for a report that needs no choice. */
  readonly choices: readonly BundleChoice[] | null;
}

/** One report of the bundle; it becomes one file in each format. */
export interface BundleItem {
  readonly lao: LaoCode;
  readonly reportId: string;
  /** Name of the report. */
  readonly title: string;
  /** Which period or choice, as the index says it. */
  readonly label: string;
  readonly params: Readonly<Record<string, string>>;
  /** Path inside the ZIP without its extension. */
  readonly path: string;
}

export interface BundleContents {
  readonly snapshot: SnapshotHead;
  readonly laos: readonly Lao[];
  /** Null for all months. */
  readonly month: Month | null;
  readonly items: readonly BundleItem[];
  /** Names of reports that a bundle leaves out. */
  readonly leftOut: readonly string[];
  readonly extensions: readonly string[];
}

export interface BundlePlan {
  readonly lao: Lao;
  readonly span: DaySpan;
  /** Null for all months. */
  readonly month: Month | null;
  readonly reports: readonly BundledReport[];
}

/** Books and ledgers of all months stand in one file each; reports of a month or of a day once a month; the certificate of the archive's state once. */
export function planBundle({ lao, span, month, reports }: BundlePlan): BundleItem[] {
  const place = safeName(`${lao.code} ${lao.type}${lao.type === "พัทยา" ? "" : lao.name}`);
  return reports.flatMap(({ definition, choices }, index) => {
    const folder = `${place}/${String(index + 1).padStart(2, "0")} ${safeName(definition.title)}`;
    const periods = periodsOf(definition, span, month);
    return (choices ?? [null]).flatMap((choice) =>
      periods.map((period) => {
        const parts = [choice?.label ?? [], period.label ?? []].flat();
        return {
          lao: lao.code,
          reportId: definition.id,
          title: definition.title,
          label: parts.join(" · "),
          params: { ...choice?.params, ...period.params },
          path: parts.length === 0 ? folder : `${folder}/${safeName(parts.join(" "))}`,
        };
      }),
    );
  });
}

interface Period {
  readonly params: Readonly<Record<string, string>>;
  /** Null where it goes without saying: a bundle of one month. */
  readonly label: string | null;
}

function periodsOf(definition: ReportDefinition, span: DaySpan, month: Month | null): Period[] {
  if (definition.period === "document") return [{ params: {}, label: null }];
  if (month !== null) return [{ params: { month }, label: null }];
  if (definition.period === "range")
    return [{ params: { from: span.from, to: span.to }, label: BUNDLE_WORDS.wholePeriod }];
  return monthsBetween(span.from, span.to).map((each) => ({
    params: { month: each },
    label: `${buddhistYear(Number(each.slice(0, 4)))}-${each.slice(5)}`,
  }));
}

const NAME_CHARACTERS_MAX = 80;

/** Without signs that some file system takes for its own; Windows takes no name that ends in a blank or a full stop. */
function safeName(text: string): string {
  return text
    .replace(/[\\/:*?"<>|%;\p{Cc}]+/gu, "-")
    .replace(/\s+/g, " ")
    .slice(0, NAME_CHARACTERS_MAX)
    .replace(/[. ]+$/, "");
}
