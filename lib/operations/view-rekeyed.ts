/** The page of an LAO's re-keyed books: files, progress by book and month, and the items of the worksheet that were asked for. */
import { z } from "zod";
import { laoSnapshots, type SnapshotChoice } from "@/db/queries/lao-snapshots";
import { rekeyedUploads } from "@/db/queries/rekeyed/rekeyed-books";
import { saveFirstProgress } from "@/db/writes/rekeyed-progress";
import { mustReadBooks } from "@/lib/access/checks";
import { type Amount, parseBaht } from "@/lib/money/amount";
import type { Lao } from "@/lib/office/office";
import { type Month, monthsBetween } from "@/lib/period/month";
import { toArabicDigits } from "@/lib/period/thai-digits";
import { amountOf, REKEYED_BOOKS, type RekeyedBook } from "@/lib/rekeyed/book-document";
import { numberKey, textKey } from "@/lib/rekeyed/match/document-key";
import { sumProgress } from "@/lib/rekeyed/progress";
import type { RekeyedUpload } from "@/lib/rekeyed/upload";
import {
  type BookProgress,
  isSettled,
  OUTCOMES,
  type Outcome,
  progressOf,
  type WorksheetItem,
} from "@/lib/rekeyed/worksheet";
import type { SnapshotHead } from "@/lib/reports/document";
import { defineOperation } from "./define-operation";
import { matchRekeyed } from "./match-rekeyed";
import { openArchive } from "./open-lao";

export interface WorksheetFilter {
  readonly outcome?: Outcome | undefined;
  readonly book?: RekeyedBook | undefined;
  /** `YYYY-MM`. */
  readonly month?: string | undefined;
  /** Only what still has to be looked at. */
  readonly isOpen?: boolean | undefined;
  /** Number, words or amount in baht. */
  readonly q?: string | undefined;
}

export interface ViewRekeyedInput extends WorksheetFilter {
  readonly snapshot?: string | undefined;
  readonly lao: string;
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
}

export interface RekeyedView {
  readonly lao: Lao;
  readonly snapshot: SnapshotHead;
  readonly uploads: readonly RekeyedUpload[];
  readonly progress: readonly BookProgress[];
  readonly items: readonly WorksheetItem[];
  readonly itemCount: number;
  readonly page: number;
  /** Of the system in use: their documents can be taken as what was keyed again. */
  readonly liveSnapshots: readonly SnapshotChoice[];
  /** Of the archive, for an export that does not say of which it speaks. */
  readonly months: readonly Month[];
  /** May upload and decide: the LAO's own accountant. */
  readonly canWrite: boolean;
}

export const viewRekeyed = defineOperation<ViewRekeyedInput, RekeyedView>({
  name: "view-rekeyed",
  input: z.object({
    snapshot: z.string().max(64).optional(),
    lao: z.string().max(20),
    page: z.number().int().min(1),
    pageSize: z.number().int().min(1).max(500),
    outcome: z.enum(OUTCOMES).optional(),
    book: z.enum(REKEYED_BOOKS).optional(),
    month: z.string().max(7).optional(),
    isOpen: z.boolean().optional(),
    q: z.string().max(200).optional(),
  }),
  access: mustReadBooks,
  audit: (_input, { lao, snapshot }) => ({ type: "view-rekeyed", lao: lao.code, snapshot: snapshot.id }),
  run: async ({ db, scope, actor }, input) => {
    const head = await openArchive(db, scope, input.lao, input.snapshot);
    const [uploads, { items }] = [await rekeyedUploads(db, scope, head.laoId), await matchRekeyed(db, scope, head)];
    const canWrite = actor.grant.kind === "lao";
    const [newest] = uploads;
    if (canWrite && newest && items.length > 0)
      await saveFirstProgress(db, scope, {
        laoId: head.laoId,
        snapshotNo: head.snapshotNo,
        at: newest.uploadedAt,
        ...sumProgress(items),
      });
    const chosen = filterItems(items, input);
    const page = Math.min(input.page, Math.max(1, Math.ceil(chosen.length / input.pageSize)));
    return {
      lao: head.lao,
      snapshot: head.snapshot,
      uploads,
      progress: progressOf(items),
      items: chosen.slice((page - 1) * input.pageSize, page * input.pageSize),
      itemCount: chosen.length,
      page,
      months: monthsBetween(head.span.from, head.span.to),
      liveSnapshots: (await laoSnapshots(db, scope, head)).filter(({ kind }) => kind === "live"),
      canWrite,
    };
  },
});

/** In the order given. */
export function filterItems(items: readonly WorksheetItem[], filter: WorksheetFilter): WorksheetItem[] {
  const term = filter.q?.trim() ? readTerm(filter.q) : undefined;
  return items.filter(
    (item) =>
      (filter.outcome === undefined || item.outcome === filter.outcome) &&
      (filter.book === undefined || item.book === filter.book) &&
      (filter.month === undefined || item.month === filter.month) &&
      (!filter.isOpen || !isSettled(item)) &&
      (term === undefined || [...item.archive, ...item.rekeyed].some(term)),
  );
}

function readTerm(text: string): (document: WorksheetItem["archive"][number]) => boolean {
  const plain = toArabicDigits(text).trim();
  const amount = readAmount(plain);
  const probe = {
    id: "",
    book: "journal",
    date: "",
    lines: [],
    cells: {},
    number: plain,
    text: plain,
  } as unknown as WorksheetItem["archive"][number];
  const [number, words] = [numberKey(probe) ?? "", textKey(probe)];
  return (document) =>
    (numberKey(document) ?? "").includes(number) ||
    textKey(document).includes(words) ||
    (amount !== undefined && amountOf(document) === amount);
}

function readAmount(text: string): Amount | undefined {
  const bare = text.replaceAll(",", "");
  return parseBaht(/^\d+$/.test(bare) ? `${bare}.00` : bare);
}
