/** A province and the days of its archive: what a form needs that has no report yet to show. */
import { z } from "zod";
import { mustOverseeLaos } from "@/lib/access/checks";
import type { Province } from "@/lib/office/place";
import type { DaySpan } from "@/lib/period/report-period";
import { defineOperation } from "./define-operation";
import { openProvince } from "./open-province";

export interface ViewProvinceInput {
  /** Default: the newest archive. */
  readonly snapshot?: string | undefined;
  readonly province: string;
}

export interface ProvinceView {
  readonly province: Province;
  readonly span: DaySpan;
}

export const viewProvince = defineOperation<ViewProvinceInput, ProvinceView>({
  name: "view-province",
  input: z.object({ snapshot: z.string().max(64).optional(), province: z.string().max(8) }),
  access: mustOverseeLaos,
  // A name and two days, no figures.
  audit: () => null,
  run: async ({ db, scope }, input) => {
    const { province, span } = await openProvince(db, scope, input.province, input.snapshot);
    return { province, span };
  },
});
