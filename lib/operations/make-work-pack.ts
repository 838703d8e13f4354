/**
 * Makes the work pack of an LAO or of one of its units: its accounts and budget with the last known balances, from the reports that show them, so
 * that figures, marks and notes are theirs.
 */
import { z } from "zod";
import { accountNames } from "@/db/queries/account-names";
import { parameterChoices } from "@/db/queries/parameter-choices";
import { readBudgetLines } from "@/db/queries/reports/budget-lines";
import { mustReadBooks } from "@/lib/access/checks";
import { AppError } from "@/lib/errors/app-error";
import { lastDay, type Month, monthsBetween } from "@/lib/period/month";
import type { ReportDocument } from "@/lib/reports/document";
import { parseReportInput } from "@/lib/reports/report-input";
import type { ReportHead } from "@/lib/reports/report-rows";
import { WORK_PACK } from "@/lib/wording/work-pack";
import {
  accountsOfUnit,
  budgetOfUnit,
  numberNotesFrom,
  type PackRows,
  packAccounts,
  packBudget,
} from "@/lib/workpack/pack-parts";
import { type PackPart, type PackUnit, packId, type WorkPack } from "@/lib/workpack/work-pack";
import { defineOperation, type OperationRun } from "./define-operation";
import { openLao } from "./open-lao";
import { openReport } from "./open-report";
import { getReport } from "./report-registry";

export interface MakeWorkPackInput {
  /** Default: the newest archive. */
  readonly snapshot?: string | undefined;
  readonly lao: string;
  /** Code of a unit; default: the LAO as a whole. */
  readonly unit?: string | undefined;
}

export const makeWorkPack = defineOperation<MakeWorkPackInput, WorkPack>({
  name: "make-work-pack",
  input: z.object({
    snapshot: z.string().max(64).optional(),
    lao: z.string().max(20),
    unit: z.string().max(64).optional(),
  }),
  access: mustReadBooks,
  audit: (_input, { id, snapshot, place, unit }) => ({
    type: "make-work-pack",
    snapshot: snapshot.id,
    lao: place.code,
    unit: unit?.code ?? "",
    pack: id,
  }),
  run: async (run, input) => {
    const { db, scope, now, actor } = run;
    const head = await openLao(db, scope, input.lao, input.snapshot);
    const unit = input.unit ? await unitOf(run, head, input.unit) : null;
    const used = await accountNames(db, scope, head);
    const accounts = await lastKnown(run, head, "trial-balance", 0, (document) => packAccounts(document, used));
    const budget = await lastKnown(run, head, "budget-remaining", accounts.notes.length, async (document, month) => {
      const { definition } = getReport(document.reportId);
      const reportInput = parseReportInput(definition, {}, head.span);
      const lines = await readBudgetLines(db, scope, { head, input: reportInput }, [month]);
      return packBudget(document, new Map(lines.map(({ code, plan }) => [code, plan])));
    });
    const none = { asOf: null, skipped: [], gaps: [], notes: [] };
    return {
      id: packId(head.lao, unit, now),
      place: head.lao,
      unit,
      snapshot: head.snapshot,
      printedAt: now,
      printedBy: actor.name,
      accounts: unit ? { ...none, rows: accountsOfUnit(used) } : accounts,
      budget: unit ? { ...none, rows: budgetOfUnit(budget.rows) } : budget,
    };
  },
});

async function unitOf({ db, scope }: OperationRun, head: ReportHead, code: string): Promise<PackUnit> {
  const units = await parameterChoices(db, scope, head, "units");
  const found = units.find(({ value }) => value === code.trim());
  if (!found) throw new AppError("input/invalid", WORK_PACK.unknownUnit(code));
  return { code: found.value, name: found.name ?? found.value };
}

/** The report's rows of the newest month that has any; what is damaged in that month is marked by the report itself. */
async function lastKnown<Row>(
  run: OperationRun,
  head: ReportHead,
  reportId: string,
  notesBefore: number,
  read: (document: ReportDocument, month: Month) => Promise<PackRows<Row>>,
): Promise<PackPart<Row>> {
  const skipped: Month[] = [];
  const place = { lao: head.lao.code, snapshot: head.snapshot.id };
  let newest: PackRows<Row> | undefined;
  for (const month of monthsBetween(head.span.from, head.span.to).reverse()) {
    const { document } = await openReport(run, { ...place, reportId, params: { month } });
    const part = await read(numberNotesFrom(document, notesBefore), month);
    newest ??= part;
    const [end, last] = [lastDay(month), head.span.to];
    if (await hasFigures(document)) return { ...part, asOf: end < last ? end : last, skipped };
    skipped.push(month);
  }
  return { rows: [], gaps: [], notes: [], ...newest, asOf: null, skipped: [] };
}

async function hasFigures(document: ReportDocument): Promise<boolean> {
  for await (const { kind } of document.rows()) if (kind === "entry" || kind === "reconstructed") return true;
  return false;
}
