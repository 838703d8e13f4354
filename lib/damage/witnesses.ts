/** What the ties ask of each other before they blame: which table of which month is known to lack or to have lost rows. */
import { tablesOf } from "@/lib/archive/tables";
import type { Finding } from "@/lib/finding/finding";
import type { Month } from "@/lib/period/month";
import type { LaoEvidence } from "./evidence";

/** Findings after which rows of the table are missing, kept apart or not to be relied on. */
const COSTS_ROWS = new Set<Finding["code"]>([
  "file/missing",
  "file/truncated",
  "file/corrupt",
  "row/encoding",
  "row/shape",
  "row/value",
  "row/duplicate",
  "row/foreign",
  "tie/number-gap",
  "tie/silent-partition",
]);

export interface Witnesses {
  /** Rows of that table and month are known to be missing or unreadable. */
  readonly isDamaged: (table: string, month: Month) => boolean;
  /** No row of that table and month was loaded. */
  readonly isAbsent: (table: string, month: Month) => boolean;
  /** The number of a document that belongs to no series: the document was renumbered, and is told as such. */
  readonly isAstray: (no: string) => boolean;
  /** Another table was found to contradict this one in that month. */
  readonly isContradicted: (table: string, month: Month) => boolean;
  /** Adds what a tie has established, so that later ties do not blame others for it. */
  readonly learn: (findings: readonly Finding[]) => void;
  /** Everything known so far of a table, or with null of whole partitions, in the order it was learnt. */
  readonly about: (table: string | null) => readonly Finding[];
}

export function openWitnesses(evidence: LaoEvidence): Witnesses {
  const damaged = new Set<string>();
  const astray = new Set<string>();
  const contradicted = new Set<string>();
  const byTable = new Map<string | null, Finding[]>();
  const learn = (findings: readonly Finding[]): void => {
    for (const finding of findings) {
      const { code, module, month, table } = finding;
      const ofTable = byTable.get(table);
      if (ofTable) ofTable.push(finding);
      else byTable.set(table, [finding]);
      if (code === "tie/cross-module") contradicted.add(`${table} ${month}`);
      if (COSTS_ROWS.has(code) && month !== null) {
        // a partition that is lost as a whole lost every table
        const tables = table !== null ? [table] : module !== null ? tablesOf(module).map(({ name }) => name) : [];
        for (const name of tables) damaged.add(`${name} ${month}`);
      }
      if (finding.code === "tie/number-gap" && finding.found !== null) astray.add(finding.found);
    }
  };
  learn(evidence.known);
  return {
    isDamaged: (table, month) => damaged.has(`${table} ${month}`),
    isAbsent: (table, month) => (evidence.rowCounts.get(`${table} ${month}`) ?? 0) === 0,
    isAstray: (no) => astray.has(no),
    isContradicted: (table, month) => contradicted.has(`${table} ${month}`),
    learn,
    about: (table) => byTable.get(table) ?? [],
  };
}
