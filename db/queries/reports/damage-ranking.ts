/**
 * สภาพข้อมูลและยอดขาดราย อปท. Grain: one row an LAO of the province or of the nation, with the worst state of each month of the archive. Excluded: LAOs that
 * the filters leave out. Rows are read in batches, since the nation has thousands of LAOs.
 */
import type { Scope } from "@/lib/access/scope";
import type { PartitionState } from "@/lib/finding/partition-state";
import { fullLaoName, type LaoType } from "@/lib/office/office";
import { isNation } from "@/lib/office/place";
import { formatMonthShort, type Month, monthsBetween } from "@/lib/period/month";
import { formatPeriod } from "@/lib/period/report-period";
import { damageRanking } from "@/lib/reports/definitions/damage-ranking";
import type { ReportColumn, RowWindow } from "@/lib/reports/document";
import type { ProvinceQueryParams, ReportRows, SourceRow } from "@/lib/reports/report-rows";
import { CERTIFICATE, laosLead, MEANING_OF_AMOUNTS, MEANING_OF_STATES, shortStateName } from "@/lib/wording/damage";
import { tableName } from "@/lib/wording/names";
import { TOTAL } from "@/lib/wording/reports";
import type { ScopedDb } from "../../scoped";
import { LAO_SORTS, type LaoSummary, type LaosFilter, laosPage, laosTotal } from "../laos";

const LAOS_PER_BATCH = 1000;

export async function queryDamageRanking(
  db: ScopedDb,
  scope: Scope,
  { head, input: { chosen, find } }: ProvinceQueryParams,
): Promise<ReportRows> {
  const months = monthsBetween(head.span.from, head.span.to);
  const isWholeNation = isNation(head.province);
  const damaged = months.indexOf(chosen.damaged as Month);
  const filter: LaosFilter = {
    snapshotNo: head.snapshotNo,
    provinceCode: isWholeNation ? undefined : head.province.provinceCode,
    district: chosen.district,
    type: chosen.type as LaoType | undefined,
    q: find?.text,
    module: (chosen.module ?? "all") as LaosFilter["module"],
    state: chosen.state as PartitionState | undefined,
    monthNo: damaged === -1 ? undefined : damaged + 1,
  };
  const sort = LAO_SORTS.find((one) => one === chosen.order) ?? "name";
  const { laoCount, total } = await laosTotal(db, scope, filter);

  async function* rows(window?: RowWindow): AsyncGenerator<SourceRow> {
    const until = Math.min(laoCount, window ? window.offset + window.limit : laoCount);
    for (let offset = window?.offset ?? 0; offset < until; offset += LAOS_PER_BATCH) {
      const limit = Math.min(LAOS_PER_BATCH, until - offset);
      for (const lao of await laosPage(db, scope, { ...filter, sort, offset, limit })) yield rowOf(lao, months);
    }
  }

  return {
    period: formatPeriod({ kind: "range", ...head.span }),
    columns: columnsOf(months, isWholeNation),
    fields: [{ label: CERTIFICATE.summary, value: laosLead(laoCount, total) }, MEANING_OF_STATES, MEANING_OF_AMOUNTS],
    rowCount: laoCount,
    totals: total.amountMissing === null ? [] : [{ label: TOTAL, cells: { amount: total.amountMissing } }],
    proof: [],
    reach: { months: [], tables: [], relatedTables: [], account: null, documents: null, records: null },
    rows,
    place: async (places) => places.map(() => 0),
  };
}

const columnIdOf = (month: Month) => `state_${month}`;

function columnsOf(months: readonly Month[], isWholeNation: boolean): ReportColumn[] {
  const stateColumns = months.map(
    (month): ReportColumn => ({ id: columnIdOf(month), label: formatMonthShort(month), kind: "code", width: 10 }),
  );
  const shown = damageRanking.columns.filter(({ id }) => isWholeNation || id !== "province");
  const first = shown.findIndex(({ kind }) => kind === "count");
  return [...shown.slice(0, first), ...stateColumns, ...shown.slice(first)];
}

/** The row leads to the LAO's certificate. */
function rowOf(lao: LaoSummary, months: readonly Month[]): SourceRow {
  const { intact, inconsistent, partial, lost } = lao.partitions;
  return {
    kind: "entry",
    cells: {
      lao: fullLaoName(lao),
      lao_code: lao.code,
      district: lao.district,
      province: lao.province,
      ...Object.fromEntries(
        months.map((month, index) => [columnIdOf(month), shortStateName(lao.states[index] ?? "empty")]),
      ),
      readable: intact,
      damaged: inconsistent + partial + lost,
      documents: lao.documentsMissing,
      amount: lao.amountMissing,
      register: lao.amountTable === null ? null : tableName(lao.amountTable),
    },
    link: { lao: lao.code, reportId: "damage-certificate", params: {} },
  };
}
