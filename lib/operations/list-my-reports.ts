/** The reports that the reader keeps at hand: pinned ones, and those last opened in the books of one LAO. */
import { z } from "zod";
import { type MyReports as KeptReports, myReports } from "@/db/queries/my-reports";
import { mustReadBooks } from "@/lib/access/checks";
import type { Lao } from "@/lib/office/office";
import { defineOperation } from "./define-operation";
import { openLao } from "./open-lao";
import { REPORTS } from "./report-registry";

const RECENT_MAX = 6;

export interface ListMyReportsInput {
  /** Default: the newest archive. */
  readonly snapshot?: string | undefined;
  readonly lao: string;
}

export interface MyReports extends KeptReports {
  readonly lao: Lao;
}

export const listMyReports = defineOperation<ListMyReportsInput, MyReports>({
  name: "list-my-reports",
  input: z.object({ snapshot: z.string().max(64).optional(), lao: z.string().max(20) }),
  access: mustReadBooks,
  // The reader's own doings, already in the log.
  audit: () => null,
  run: async ({ db, scope }, input) => {
    const { lao } = await openLao(db, scope, input.lao, input.snapshot);
    const { pinned, recent } = await myReports(db, scope, { lao: lao.code, recentMax: RECENT_MAX });
    // A report that the portal no longer has is not offered.
    const isKnown = (id: string) => REPORTS.some(({ definition }) => definition.id === id);
    return { lao, pinned: pinned.filter(isKnown), recent: recent.filter(({ reportId }) => isKnown(reportId)) };
  },
});
