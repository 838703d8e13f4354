/** The LAOs of a province or of the nation with what their damage comes to, month by month: for auditors and the department. */
import { z } from "zod";
import { type LaoPlace, laoPlaces } from "@/db/queries/lao-places";
import { LAO_SORTS, type LaoSort, type LaosPage, laos } from "@/db/queries/laos";
import { listSnapshots } from "@/db/queries/snapshots";
import { mustOverseeLaos } from "@/lib/access/checks";
import { AppError } from "@/lib/errors/app-error";
import type { SummaryOf } from "@/lib/finding/damage-summary";
import { PARTITION_STATES, type PartitionState } from "@/lib/finding/partition-state";
import { LAO_TYPES, type LaoType, MODULES } from "@/lib/office/office";
import { type Month, monthsBetween } from "@/lib/period/month";
import { readMonth } from "@/lib/period/parse-period";
import { CHECK_STATES, type CheckState } from "@/lib/rekeyed/progress";
import { defineOperation } from "./define-operation";

export { LAO_SORTS };

const LAOS_PER_PAGE = 50;

export interface ListLaosInput {
  /** Default: the newest archive. */
  readonly snapshot?: string | undefined;
  readonly province?: string | undefined;
  /** Within `province`. */
  readonly district?: string | undefined;
  readonly type?: LaoType | undefined;
  readonly q?: string | undefined;
  /** Default: all modules together. */
  readonly module?: SummaryOf | undefined;
  /** Only LAOs with a part in this state. */
  readonly state?: PartitionState | undefined;
  /** Only LAOs damaged in this month, or in `state` then; `YYYY-MM`. */
  readonly month?: string | undefined;
  /** Only LAOs whose re-keyed books stand so. */
  readonly checked?: CheckState | undefined;
  readonly sort?: LaoSort | undefined;
  /** From 1; a page past the end is moved to the last. */
  readonly page?: number | undefined;
}

export interface LaoList extends LaosPage {
  readonly snapshot: {
    readonly id: string;
    readonly title: string;
    readonly asOf: string;
    readonly synthetic: boolean;
  };
  /** Of the archive: what `states` of an LAO stand for. */
  readonly months: readonly Month[];
  readonly module: SummaryOf;
  /** Code of the province that the list was narrowed to. */
  readonly province: string | undefined;
  /** The districts of the province, or the provinces of the scope. */
  readonly places: readonly LaoPlace[];
  readonly page: number;
  readonly pageCount: number;
  readonly laosPerPage: number;
}

export const listLaos = defineOperation<ListLaosInput, LaoList>({
  name: "list-laos",
  input: z.object({
    snapshot: z.string().max(64).optional(),
    province: z.string().max(4).optional(),
    district: z.string().max(100).optional(),
    type: z.enum(LAO_TYPES).optional(),
    q: z.string().max(200).optional(),
    module: z.enum([...MODULES, "all"]).optional(),
    state: z.enum(PARTITION_STATES).optional(),
    month: z.string().max(10).optional(),
    checked: z.enum(CHECK_STATES).optional(),
    sort: z.enum(LAO_SORTS).optional(),
    page: z.number().int().min(1).optional(),
  }),
  access: mustOverseeLaos,
  // States and sums of many LAOs, nothing out of their books.
  audit: () => null,
  run: async ({ db, scope }, input) => {
    const served = await listSnapshots(db, scope);
    const snapshot = input.snapshot === undefined ? served[0] : served.find((one) => one.id === input.snapshot);
    if (!snapshot) {
      const which =
        input.snapshot === undefined
          ? "ยังไม่มีชุดข้อมูลในระบบ — โปรดแจ้งผู้ดูแลระบบ"
          : `ไม่พบชุดข้อมูล «${input.snapshot}» — โปรดเลือกจากรายการชุดข้อมูลที่มี`;
      throw new AppError("not-found", which);
    }
    const months = monthsBetween(snapshot.periodFrom, snapshot.periodTo);
    const module = input.module ?? "all";
    const month = input.month === undefined ? undefined : readMonth(input.month);
    const monthNo = month && months.includes(month) ? months.indexOf(month) + 1 : undefined;
    const query = {
      snapshotNo: snapshot.snapshotNo,
      provinceCode: input.province,
      district: input.district,
      type: input.type,
      q: input.q,
      module,
      state: input.state,
      monthNo,
      checked: input.checked,
      sort: input.sort ?? "name",
      limit: LAOS_PER_PAGE,
    };
    const places = await laoPlaces(db, scope, { snapshotNo: snapshot.snapshotNo, provinceCode: input.province });
    let page = input.page ?? 1;
    let found = await laos(db, scope, { ...query, offset: (page - 1) * LAOS_PER_PAGE });
    if (found.laos.length === 0 && page > 1) {
      const first = await laos(db, scope, { ...query, offset: 0 });
      page = Math.max(1, Math.ceil(first.laoCount / LAOS_PER_PAGE));
      found = page === 1 ? first : await laos(db, scope, { ...query, offset: (page - 1) * LAOS_PER_PAGE });
    }
    return {
      ...found,
      snapshot: { id: snapshot.id, title: snapshot.title, asOf: snapshot.asOf, synthetic: snapshot.synthetic },
      months,
      module,
      province: input.province,
      places,
      page,
      pageCount: Math.max(1, Math.ceil(found.laoCount / LAOS_PER_PAGE)),
      laosPerPage: LAOS_PER_PAGE,
    };
  },
});
