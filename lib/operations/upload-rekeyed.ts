/**
 * Takes a file of re-keyed books. Where its columns are known (by their heads, or because a file with the same heads was read before) it counts
 * at once; else it waits until its columns are told (`map-rekeyed`). Nothing is guessed in silence.
 */
import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { z } from "zod";
import { rekeyedUploads } from "@/db/queries/rekeyed/rekeyed-books";
import { insertUpload, recordReading, replaceOthers } from "@/db/writes/rekeyed-books";
import { mustKeepBooks } from "@/lib/access/checks";
import { AppError } from "@/lib/errors/app-error";
import { fiscalYearOf } from "@/lib/period/month";
import type { BookDocument, RekeyedBook } from "@/lib/rekeyed/book-document";
import { type FoundTable, findTable, headsOf } from "@/lib/rekeyed/read/find-table";
import { type ReadDocuments, readDocuments } from "@/lib/rekeyed/read/read-documents";
import {
  HEAD_ROW as BUDGET_HEAD_ROW,
  type ElaasRemaining,
  findElaasRemaining,
  OFFICE_CELL,
  readElaasRemaining,
} from "@/lib/rekeyed/read/read-elaas-remaining";
import { isBag, readLiveBag } from "@/lib/rekeyed/read/read-live-bag";
import { readUpload } from "@/lib/rekeyed/read/read-upload";
import { type FilledPack, findWorkPack, readWorkPack } from "@/lib/rekeyed/read/read-work-pack";
import type { Sheet } from "@/lib/rekeyed/read/sheet";
import { UPLOAD_LIMITS } from "@/lib/rekeyed/read/upload-limits";
import type { RekeyedUpload } from "@/lib/rekeyed/upload";
import type { ReportHead } from "@/lib/reports/report-rows";
import { findingSentence } from "@/lib/wording/findings";
import { ELAAS_UPLOAD } from "@/lib/wording/rekeyed";
import { HEAD_ROW } from "@/lib/workpack/layout";
import { defineOperation, type OperationRun } from "./define-operation";
import { monthInside } from "./month-inside";
import { openArchive } from "./open-lao";
import { recordLiveBooks } from "./record-live-books";
import { recordProgress } from "./record-progress";

export interface UploadRekeyedInput {
  readonly lao: string;
  readonly fileName: string;
  readonly content: Buffer;
  /** Earlier files of the same book no longer count. A work pack always takes the place of itself, and of nothing else. */
  readonly isReplacing: boolean;
  /** Of which month e-LAAS' export of งบประมาณคงเหลือ speaks, `YYYY-MM`: it does not say so itself. Of no other file. */
  readonly month?: string | undefined;
}

export interface UploadAnswer {
  readonly uploadNo: bigint;
  readonly sha256: string;
  /** Null while the columns have to be told. */
  readonly book: RekeyedBook | null;
  readonly documents: readonly BookDocument[];
}

/** A file of damaged cells says so; a list of every one of them helps nobody. */
const PROBLEMS_KEPT = 500;

export const uploadRekeyed = defineOperation<UploadRekeyedInput, UploadAnswer>({
  name: "upload-rekeyed",
  input: z.object({
    lao: z.string().max(20),
    fileName: z.string().min(1).max(255),
    content: z.instanceof(Buffer).refine((content) => content.length <= UPLOAD_LIMITS.fileBytes),
    isReplacing: z.boolean(),
    month: z.string().max(10).optional(),
  }),
  access: mustKeepBooks,
  audit: ({ lao, fileName }, { sha256, book, documents }) => ({
    type: "upload-rekeyed",
    lao,
    fileName,
    sha256,
    book: book ?? "",
    documents: documents.length,
  }),
  run: async (run, { lao, fileName, content, isReplacing, month }) => {
    const { db, scope, actor, now } = run;
    const head = await openArchive(db, scope, lao);
    if (isBag(content)) return uploadLiveBag(run, head, { fileName, content });
    const { laoId } = head;
    const sheets = await readUpload(content, fileName);
    const sha256 = createHash("sha256").update(content).digest("hex");
    const uploadNo = await insertUpload(db, scope, { laoId, actor, content, fileName, sha256, uploadedAt: now });
    const read = readKnownFile(sheets, head, month) ?? readKnownTable(sheets, await rekeyedUploads(db, scope, laoId));
    if (!read) return { uploadNo, sha256, book: null, documents: [] };
    const { book, documents, identity } = read;
    const others = identity === null ? "all-but-packs" : { heads: identity };
    await recordProgress(run, head, async () => {
      await recordReading(db, scope, { laoId, uploadNo, read });
      // The same pack sent twice would be the same entries twice, and the same month of a budget two budgets.
      if (isReplacing || identity !== null) await replaceOthers(db, scope, { laoId, uploadNo, book, others });
    });
    return { uploadNo, sha256, book, documents };
  },
});

/** A bag of kind `live`: all its books of the LAO at once. Its ZIP is looked into where it lies on the disk, and not kept there. */
async function uploadLiveBag(
  run: OperationRun,
  head: ReportHead,
  { fileName, content }: Pick<UploadRekeyedInput, "fileName" | "content">,
): Promise<UploadAnswer> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "live-bag-"));
  try {
    const file = path.join(folder, "bag.zip");
    await writeFile(file, content, { mode: 0o600 });
    const { id, documents, findings } = await readLiveBag(file, head.lao.code);
    const assumptions = findings.slice(0, PROBLEMS_KEPT).map((finding) => ({
      address: finding.month ?? "",
      sheet: finding.table ?? id,
      problem: findingSentence(finding),
    }));
    const uploadNo = await recordLiveBooks(run, head, { archiveId: id, fileName, documents, assumptions, content });
    const sha256 = createHash("sha256").update(content).digest("hex");
    return { uploadNo, sha256, book: documents[0]?.book ?? null, documents };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Files that are known as a whole and take their own place alone: work packs and e-LAAS' export of the budget. Undefined for any other. */
function readKnownFile(sheets: readonly Sheet[], head: ReportHead, month: string | undefined) {
  const pack = findWorkPack(sheets, head.lao.code);
  if (pack) return { ...readPack(pack), identity: pack.id };
  const budget = findElaasRemaining(sheets);
  return budget && readBudget(budget, head, month);
}

function readKnownTable(sheets: readonly Sheet[], known: readonly RekeyedUpload[]) {
  const table = chooseTable(sheets, known);
  return table && { ...readTable(table.sheet, table), identity: null };
}

/** Throws AppError("input/invalid") where the month is not told, not of the archive, or not of the file's fiscal year. */
function readBudget(budget: ElaasRemaining, head: ReportHead, monthText: string | undefined) {
  if (monthText === undefined) throw new AppError("input/invalid", ELAAS_UPLOAD.monthNeeded);
  const month = monthInside(monthText, head);
  const year = fiscalYearOf(month);
  if (year !== budget.fiscalYear) throw new AppError("input/invalid", ELAAS_UPLOAD.otherYear(budget.fiscalYear, year));
  const { sheet, office } = budget;
  const read = readElaasRemaining(budget, month);
  const isOwn = office.includes(head.lao.name);
  const otherOffice = { address: OFFICE_CELL, sheet: sheet.name, problem: ELAAS_UPLOAD.otherOffice(office) };
  const assumptions = [...(isOwn ? [] : [otherOffice]), ...read.assumptions];
  const heads = `BUDGET-${month}`;
  return {
    ...kept(
      { ...read, assumptions },
      { book: "budget", sheet: sheet.name, headRow: BUDGET_HEAD_ROW, heads, mapping: {} },
    ),
    identity: heads,
  };
}

type Chosen = Omit<FoundTable, "lacking"> & { readonly sheet: Sheet };

/** The first sheet whose columns are all known: by how the same heads were read before, the newest first, or by their names. */
function chooseTable(sheets: readonly Sheet[], known: readonly RekeyedUpload[]): Chosen | undefined {
  for (const sheet of sheets) {
    const found = findTable(sheet);
    for (const { heads, headRow, book, mapping } of known) {
      if (book === "budget") continue;
      if (heads !== "" && found?.heads === heads) return { ...found, book, mapping, sheet };
      if (heads !== "" && headsOf(sheet, headRow) === heads) return { headRow, heads, book, mapping, sheet };
    }
    if (found?.lacking.length === 0) return { ...found, sheet };
  }
  return undefined;
}

/** What `recordReading` keeps of a table. */
export function readTable(sheet: Sheet, table: Omit<FoundTable, "lacking">) {
  const { book, headRow, heads, mapping } = table;
  return kept(readDocuments({ sheet, ...table }), { book, sheet: sheet.name, headRow, heads, mapping });
}

/** A pack is known by its id, where a table is known by its heads; its columns are not to be told. */
function readPack(pack: FilledPack) {
  const sheet = [...pack.sheets.values()].map(({ name }) => name).join(", ");
  return kept(readWorkPack(pack), { book: "journal", sheet, headRow: HEAD_ROW, heads: pack.id, mapping: {} });
}

function kept(read: ReadDocuments, place: Pick<RekeyedUpload, "book" | "sheet" | "headRow" | "heads" | "mapping">) {
  return {
    ...read,
    ...place,
    problems: read.problems.slice(0, PROBLEMS_KEPT),
    assumptions: read.assumptions.slice(0, PROBLEMS_KEPT),
    leftOutRows: read.leftOutRows.slice(0, PROBLEMS_KEPT),
  };
}
