/** เทียบสองชุดข้อมูลของจังหวัด. Grain: one row an LAO that either snapshot holds. «Left» is the snapshot chosen, «right» the report's own. */
import type { Scope } from "@/lib/access/scope";
import { fullLaoName, type LaoId } from "@/lib/office/office";
import { formatPeriod } from "@/lib/period/report-period";
import type { ProvinceHead, ProvinceQueryParams, ReportRows, SourceRow } from "@/lib/reports/report-rows";
import { COMPARISON } from "@/lib/wording/comparison";
import { OVERSIGHT } from "@/lib/wording/oversight";
import { LAOS_PER_PROVINCE } from "../../load/office-numbers";
import type { ScopedDb } from "../../scoped";
import { type ComparedLao, compareProvince, PROVINCE_TABLES } from "../comparison/compare-province";
import { otherSnapshot, sayPair } from "../comparison/other-snapshot";
import { orderedRows } from "./ordered-rows";

export async function queryProvinceComparison(
  db: ScopedDb,
  scope: Scope,
  { head, input }: ProvinceQueryParams,
): Promise<ReportRows> {
  const left = await otherSnapshot(db, scope, { id: input.chosen.with ?? "", than: head.snapshot.id });
  const laos = await compareProvince(db, scope, {
    leftNo: left.snapshotNo,
    rightNo: head.snapshotNo,
    laos: provinceRange(head),
  });
  const sum = (count: (lao: ComparedLao) => number) => laos.reduce((all, lao) => all + count(lao), 0);
  return {
    period: formatPeriod({ kind: "range", ...head.span }),
    fields: [
      ...sayPair(left, head.snapshot),
      { label: COMPARISON.laos, value: OVERSIGHT.places(laos.length) },
      {
        label: COMPARISON.parts,
        value: COMPARISON.counts({
          same: sum(({ parts }) => parts.same),
          changed: sum(({ parts }) => parts.changed),
          "only-left": sum(({ parts }) => parts["only-left"]),
          "only-right": sum(({ parts }) => parts["only-right"]),
          undecidable: sum(({ parts }) => parts.undecidable),
        }),
      },
      { label: COMPARISON.note, value: COMPARISON.undecidable },
    ],
    totals: [],
    proof: [],
    reach: { months: [], tables: [], relatedTables: [], account: null, documents: null, records: null },
    ...orderedRows(sorted(laos, input.chosen.sort ?? "baht").map((lao) => rowOf(lao, left.id))),
  };
}

/** All ids of the province, since the other snapshot may hold LAOs that this one does not. */
function provinceRange({ laos }: ProvinceHead): { from: LaoId; to: LaoId } {
  const from = Math.floor((laos[0]?.id ?? 0) / LAOS_PER_PROVINCE) * LAOS_PER_PROVINCE;
  return { from: from as LaoId, to: (from + LAOS_PER_PROVINCE - 1) as LaoId };
}

/** They come by name; equal ones stay so. */
function sorted(laos: readonly ComparedLao[], order: string): ComparedLao[] {
  const weigh: Readonly<Record<string, (lao: ComparedLao) => bigint>> = {
    baht: ({ differences }) =>
      PROVINCE_TABLES.reduce((most, table) => {
        const size = differences[table] < 0n ? -differences[table] : differences[table];
        return size > most ? size : most;
      }, 0n),
    parts: ({ parts }) => BigInt(parts.changed + parts["only-left"] + parts["only-right"]),
    undecidable: ({ parts }) => BigInt(parts.undecidable),
  };
  const weight = weigh[order];
  if (!weight) return [...laos];
  return [...laos].sort((one, other) => {
    const [a, b] = [weight(one), weight(other)];
    return a === b ? 0 : a > b ? -1 : 1;
  });
}

function rowOf({ lao, parts, differences, isInRight }: ComparedLao, leftId: string): SourceRow {
  return {
    kind: "entry",
    cells: {
      lao: isInRight ? fullLaoName(lao) : `${fullLaoName(lao)} (${COMPARISON.noLao})`,
      lao_code: lao.code,
      same: parts.same,
      changed: parts.changed,
      only_left: parts["only-left"],
      only_right: parts["only-right"],
      undecidable: parts.undecidable,
      ...differences,
    },
    ...(isInRight ? { link: { lao: lao.code, reportId: "snapshot-comparison", params: { with: leftId } } } : {}),
  };
}
