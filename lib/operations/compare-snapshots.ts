/** Two snapshots of an LAO or a province held against each other, in figures for scripts; pages and files show the same as reports. */
import { z } from "zod";
import { compareLao, type LaoComparison } from "@/db/queries/comparison/compare-lao";
import { type ComparedLao, compareProvince } from "@/db/queries/comparison/compare-province";
import { otherSnapshot } from "@/db/queries/comparison/other-snapshot";
import { loadedProvinces } from "@/db/queries/loaded-provinces";
import { mustOverseeLaos, mustReadBooks } from "@/lib/access/checks";
import { AppError } from "@/lib/errors/app-error";
import { defineOperation } from "./define-operation";
import { openLao } from "./open-lao";
import { openProvince } from "./open-province";

export interface CompareSnapshotsInput {
  /** Ids; differences are right minus left. */
  readonly left: string;
  readonly right: string;
  /** One of the two: code of an LAO, 8 digits, or of a province. */
  readonly lao?: string | undefined;
  readonly province?: string | undefined;
}

export type SnapshotComparison =
  | ({ readonly kind: "lao" } & LaoComparison)
  | { readonly kind: "province"; readonly laos: readonly ComparedLao[] };

export const compareSnapshots = defineOperation<CompareSnapshotsInput, SnapshotComparison>({
  name: "compare-snapshots",
  input: z
    .object({
      left: z.string().max(64),
      right: z.string().max(64),
      lao: z.string().max(20).optional(),
      province: z.string().max(8).optional(),
    })
    .refine(({ lao, province }) => (lao === undefined) !== (province === undefined), { path: ["lao", "province"] }),
  access: (actor, { province }) => (province === undefined ? mustReadBooks(actor) : mustOverseeLaos(actor)),
  audit: ({ left, right, lao, province }, { kind }) => ({
    type: "view-report",
    reportId: kind === "lao" ? "snapshot-comparison" : "province-comparison",
    snapshot: right,
    lao: lao ?? "",
    ...(province === undefined ? {} : { province }),
    params: { with: left },
  }),
  run: async ({ db, scope }, { left, right, lao, province }) => {
    const other = await otherSnapshot(db, scope, { id: left, than: right });
    if (lao !== undefined) {
      const { snapshotNo, laoId } = await openLao(db, scope, lao, right);
      const comparison = await compareLao(db, scope, { leftNo: other.snapshotNo, rightNo: snapshotNo, laoId });
      return { kind: "lao", ...comparison };
    }
    const { snapshotNo } = await openProvince(db, scope, province ?? "", right);
    const loaded = await loadedProvinces(db, scope, { snapshotNo });
    const laos = loaded.find(({ code }) => code === province)?.laos;
    if (!laos) throw new AppError("not-found", `ไม่พบจังหวัดรหัส «${province}»`);
    return {
      kind: "province",
      laos: await compareProvince(db, scope, { leftNo: other.snapshotNo, rightNo: snapshotNo, laos }),
    };
  },
});
