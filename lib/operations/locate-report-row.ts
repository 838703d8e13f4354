/** Finds the row of a report at a place of the archive, e.g. where documents are missing, so that a link can lead there. */
import { z } from "zod";
import { mustReadBooks } from "@/lib/access/checks";
import { AppError } from "@/lib/errors/app-error";
import { locateRow } from "@/lib/reports/build-document";
import { readRowPlace } from "@/lib/reports/row-place";
import { defineOperation } from "./define-operation";
import { type ReportRequest, readReport } from "./open-report";

export interface LocateReportRowInput extends ReportRequest {
  /** As `sayRowPlace` writes it. */
  readonly at: string;
}

/** Number of the row, from 0; null where the report cannot be opened so or the place is none: its page then says why. */
export const locateReportRow = defineOperation<LocateReportRowInput, number | null>({
  name: "locate-report-row",
  input: z.object({
    snapshot: z.string().max(64).optional(),
    lao: z.string().max(20),
    reportId: z.string().max(64),
    params: z.record(z.string(), z.string().max(500)),
    at: z.string().max(100),
  }),
  access: mustReadBooks,
  // A place, no figures: the view of the report that follows is recorded.
  audit: () => null,
  run: async (run, input) => {
    const place = readRowPlace(input.at);
    if (!place) return null;
    try {
      return await locateRow(await readReport(run, input), place);
    } catch (error) {
      if (error instanceof AppError && (error.code === "input/invalid" || error.code === "not-found")) return null;
      throw error;
    }
  },
});
