/** Pins a report for the reader, or takes the pin away. It changes nothing for anybody else. */
import { z } from "zod";
import { setPinnedReport } from "@/db/writes/pinned-report";
import { mustReadBooks } from "@/lib/access/checks";
import { AppError } from "@/lib/errors/app-error";
import { defineOperation } from "./define-operation";
import { getReport } from "./report-registry";

export interface PinReportInput {
  readonly reportId: string;
  readonly isPinned: boolean;
}

/** AppError("not-found") for a report that there is not, ("access/forbidden") for the operator, who is no user. */
export const pinReport = defineOperation<PinReportInput, void>({
  name: "pin-report",
  input: z.object({ reportId: z.string().max(64), isPinned: z.boolean() }),
  access: (actor) => {
    mustReadBooks(actor);
    if (actor.userId === null) throw new AppError("access/forbidden", "ปักหมุดได้เฉพาะผู้ที่เข้าสู่ระบบด้วยบัญชีผู้ใช้");
  },
  audit: () => null,
  run: async ({ db, scope }, { reportId, isPinned }) => {
    const { definition } = getReport(reportId);
    await setPinnedReport(db, scope, { reportId: definition.id, isPinned });
  },
});
