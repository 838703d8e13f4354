/** The LAOs of a province or of the nation with the states of their partitions: for auditors and the department. */
import { z } from "zod";
import { LAO_SORTS, type LaoSort, type LaosPage, laos } from "@/db/queries/laos";
import { listSnapshots } from "@/db/queries/snapshots";
import { mustOverseeLaos } from "@/lib/access/checks";
import { AppError } from "@/lib/errors/app-error";
import { PARTITION_STATES, type PartitionState } from "@/lib/finding/partition-state";
import { defineOperation } from "./define-operation";

const LAOS_PER_PAGE = 50;

export interface ListLaosInput {
  /** Default: the newest archive. */
  readonly snapshot?: string | undefined;
  readonly province?: string | undefined;
  readonly q?: string | undefined;
  readonly state?: PartitionState | undefined;
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
  readonly page: number;
  readonly pageCount: number;
  readonly laosPerPage: number;
}

export const listLaos = defineOperation<ListLaosInput, LaoList>({
  name: "list-laos",
  input: z.object({
    snapshot: z.string().max(64).optional(),
    province: z.string().max(4).optional(),
    q: z.string().max(200).optional(),
    state: z.enum(PARTITION_STATES).optional(),
    sort: z.enum(LAO_SORTS).optional(),
    page: z.number().int().min(1).optional(),
  }),
  access: mustOverseeLaos,
  // States only, no figures of the books.
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
    const query = {
      snapshotNo: snapshot.snapshotNo,
      provinceCode: input.province,
      q: input.q,
      state: input.state,
      sort: input.sort ?? "name",
      limit: LAOS_PER_PAGE,
    };
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
      page,
      pageCount: Math.max(1, Math.ceil(found.laoCount / LAOS_PER_PAGE)),
      laosPerPage: LAOS_PER_PAGE,
    };
  },
});
