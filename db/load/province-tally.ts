/** Adds up what the files of a province gave, partition by partition, until the states can be told. */
import type { FileScan } from "@/lib/archive/scan-file";
import { stateOf } from "@/lib/archive/state-of";
import { stateWithTies } from "@/lib/damage/partition-state";
import type { Finding, FindingCode } from "@/lib/finding/finding";
import { type LaoId, MODULES, type Module } from "@/lib/office/office";
import type { Month } from "@/lib/period/month";
import type { EvidenceLao } from "../ties/read-evidence";
import type { PartitionRow } from "./damage-rows";
import type { PlannedProvince } from "./load-plan";

interface Evidence {
  filesListed: number;
  rowsRead: number;
  rowsLoaded: number;
  rowsQuarantined: number;
  rowsUnreadable: number;
  codes: Set<FindingCode>;
  /** Loaded rows of each table; a listed file without rows counts zero. */
  rowsByTable: Map<string, number>;
  ties: Finding[];
}

export interface RowCounts {
  readonly rowsRead: number;
  readonly rowsLoaded: number;
  readonly rowsQuarantined: number;
}

export interface FilePlace {
  readonly module: Module;
  readonly month: Month;
  readonly table: string;
}

export interface ProvinceTally {
  readonly addFile: (laoId: LaoId, place: FilePlace, scan: FileScan) => void;
  /** What the ties found of one LAO. */
  readonly addTies: (laoId: LaoId, findings: readonly Finding[]) => void;
  /** What was listed and loaded of each LAO, table by table. */
  readonly loaded: () => EvidenceLao[];
  /** Every partition of the province's LAOs, those without files too. */
  readonly partitions: () => PartitionRow[];
  readonly totals: () => RowCounts;
}

export function createProvinceTally(province: PlannedProvince, months: readonly Month[]): ProvinceTally {
  const evidence = new Map<string, Evidence>();
  const totals = { rowsRead: 0, rowsLoaded: 0, rowsQuarantined: 0 };
  const at = (laoId: LaoId, module: Module, month: Month): Evidence => {
    const key = `${laoId} ${module} ${month}`;
    const known = evidence.get(key);
    if (known) return known;
    const fresh = {
      filesListed: 0,
      rowsRead: 0,
      rowsLoaded: 0,
      rowsQuarantined: 0,
      rowsUnreadable: 0,
      codes: new Set<FindingCode>(),
      rowsByTable: new Map<string, number>(),
      ties: [],
    };
    evidence.set(key, fresh);
    return fresh;
  };
  for (const { laoId, finding } of province.findings) {
    if (finding.module && finding.month) at(laoId, finding.module, finding.month).codes.add(finding.code);
  }
  return {
    addFile: (laoId, { module, month, table }, scan) => {
      const sum = at(laoId, module, month);
      sum.filesListed += 1;
      sum.rowsByTable.set(table, (sum.rowsByTable.get(table) ?? 0) + scan.rowsLoaded);
      sum.rowsRead += scan.rowsRead;
      sum.rowsLoaded += scan.rowsLoaded;
      sum.rowsQuarantined += scan.rowsQuarantined;
      sum.rowsUnreadable += scan.rowsUnreadable;
      for (const finding of scan.findings) sum.codes.add(finding.code);
      totals.rowsRead += scan.rowsRead;
      totals.rowsLoaded += scan.rowsLoaded;
      totals.rowsQuarantined += scan.rowsQuarantined;
    },
    addTies: (laoId, findings) => {
      for (const finding of findings)
        if (finding.module && finding.month) at(laoId, finding.module, finding.month).ties.push(finding);
    },
    loaded: () =>
      province.laos.map(({ laoId, code }) => {
        const rowCounts = new Map<string, number>();
        for (const module of MODULES)
          for (const month of months)
            for (const [table, rows] of at(laoId, module, month).rowsByTable) rowCounts.set(`${table} ${month}`, rows);
        return { laoId, code, rowCounts, listedFiles: new Set(rowCounts.keys()) };
      }),
    partitions: () =>
      province.laos.flatMap(({ laoId }) =>
        MODULES.flatMap((module) =>
          months.map((month) => {
            const { rowsRead, rowsLoaded, rowsQuarantined, ties, ...rest } = at(laoId, module, month);
            const state = stateWithTies(stateOf({ rowsRead, rowsLoaded, ...rest }), rowsLoaded, ties);
            return { laoId, module, month, state, rowsRead, rowsLoaded, rowsQuarantined };
          }),
        ),
      ),
    totals: () => totals,
  };
}
