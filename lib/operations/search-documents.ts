/** Finds documents of one LAO, or of a province for those who oversee it: by number, name, words, amount or day; and says where it could not look. */
import { z } from "zod";
import { type LoadedProvince, loadedProvinces } from "@/db/queries/loaded-provinces";
import { type NumberGap, numberGaps } from "@/db/queries/number-gaps";
import { type FoundDocument, searchDocuments as selectDocuments } from "@/db/queries/search-documents";
import { listSnapshots } from "@/db/queries/snapshots";
import { type UnreadableParts, unreadableParts } from "@/db/queries/unreadable-parts";
import type { ScopedDb } from "@/db/scoped";
import type { Actor } from "@/lib/access/actor";
import { mustOverseeLaos, mustReadBooks } from "@/lib/access/checks";
import type { Scope } from "@/lib/access/scope";
import { AppError } from "@/lib/errors/app-error";
import { isInDocumentRange } from "@/lib/ledger/document-number";
import { type Lao, type LaoId, MODULES, type Module } from "@/lib/office/office";
import { monthOf } from "@/lib/period/month";
import { PERIOD_EXAMPLES } from "@/lib/period/parse-period";
import { readSaidPeriod, type SaidPeriod } from "@/lib/period/period-language";
import type { DaySpan } from "@/lib/period/report-period";
import type { ReportLink, SnapshotHead } from "@/lib/reports/document";
import { DOCUMENT_KINDS, type DocumentKind, moduleOfKind } from "@/lib/search/document-kind";
import { readSearchTerms, type SearchTerm } from "@/lib/search/search-terms";
import { defineOperation } from "./define-operation";
import { documentLink } from "./document-link";
import { openLao } from "./open-lao";

const DOCUMENTS_PER_PAGE = 50;

export interface SearchDocumentsInput {
  /** Default: the newest archive. */
  readonly snapshot?: string | undefined;
  /** LAO code; without it a province is searched. */
  readonly lao?: string | undefined;
  /** Province code; default the reader's own. */
  readonly province?: string | undefined;
  /** What is looked for, as typed. */
  readonly q: string;
  readonly kind?: DocumentKind | undefined;
  readonly module?: Module | undefined;
  /** In words, as the reports take it. */
  readonly period?: string | undefined;
  /** Tone marks do not count. */
  readonly isLoose?: boolean | undefined;
  /** From 1. */
  readonly page?: number | undefined;
}

export interface SearchHit extends FoundDocument {
  readonly link: ReportLink | null;
}

export interface SearchAnswer {
  readonly terms: readonly SearchTerm[];
  readonly period: SaidPeriod | null;
  readonly isLoose: boolean;
  readonly hits: readonly SearchHit[];
  readonly documentCount: number;
  readonly page: number;
  readonly documentsPerPage: number;
  /** Where documents could be that were not found. */
  readonly unreadable: UnreadableParts;
  /** Set where a number that was looked for lies among those proved to be missing. */
  readonly gap: NumberGap | null;
}

export interface SearchPage {
  readonly snapshot: Pick<SnapshotHead, "id" | "title" | "asOf" | "synthetic">;
  readonly span: DaySpan;
  /** What is searched; null where a province has still to be chosen. */
  readonly lao: Lao | null;
  readonly province: LoadedProvince | null;
  /** Those that the reader may search; empty for whoever reads one LAO. */
  readonly provinces: readonly LoadedProvince[];
  /** Null where nothing is looked for. */
  readonly answer: SearchAnswer | null;
}

export const searchDocuments = defineOperation<SearchDocumentsInput, SearchPage>({
  name: "search-documents",
  input: z.object({
    snapshot: z.string().max(64).optional(),
    lao: z.string().max(20).optional(),
    province: z.string().max(4).optional(),
    q: z.string().max(200),
    kind: z.enum(DOCUMENT_KINDS).optional(),
    module: z.enum(MODULES).optional(),
    period: z.string().max(100).optional(),
    isLoose: z.boolean().optional(),
    page: z.number().int().min(1).max(100_000).optional(),
  }),
  access: (actor, input) => (searchedLao(actor, input) === undefined ? mustOverseeLaos : mustReadBooks)(actor),
  audit: ({ q, kind, module, period }, { snapshot, lao, province, answer }) =>
    answer && {
      type: "search-documents",
      snapshot: snapshot.id,
      lao: lao?.code ?? "",
      province: lao ? "" : (province?.code ?? ""),
      params: Object.fromEntries(
        Object.entries({ q, kind, module, period }).filter((pair): pair is [string, string] => Boolean(pair[1])),
      ),
      found: answer.documentCount,
    },
  run: async ({ db, scope, actor }, input) => {
    const place = await findPlace(db, scope, actor, input);
    const laos = place.lao ? { from: place.lao.id, to: place.lao.id } : place.province?.laos;
    const answer = laos ? await search(db, scope, input, { ...place, laos }) : null;
    const { snapshotNo: _number, ...page } = place;
    return { ...page, answer };
  },
});

/** An accountant searches the one LAO that is theirs. */
function searchedLao({ grant }: Actor, { lao, province }: SearchDocumentsInput): string | undefined {
  return lao ?? (grant.kind === "lao" && province === undefined ? grant.lao : undefined);
}

type Place = Omit<SearchPage, "answer"> & { readonly snapshotNo: number };

async function findPlace(db: ScopedDb, scope: Scope, actor: Actor, input: SearchDocumentsInput): Promise<Place> {
  const lao = searchedLao(actor, input);
  if (lao !== undefined) {
    const head = await openLao(db, scope, lao, input.snapshot);
    const { snapshot, span, snapshotNo } = head;
    return { snapshot, span, snapshotNo, lao: head.lao, province: null, provinces: [] };
  }
  const served = await listSnapshots(db, scope);
  const snapshot = input.snapshot === undefined ? served[0] : served.find((one) => one.id === input.snapshot);
  if (!snapshot) throw new AppError("not-found", "ไม่พบชุดข้อมูลที่เลือก — โปรดเลือกจากรายการชุดข้อมูลที่มี");
  const provinces = await loadedProvinces(db, scope, snapshot);
  const province = provinces.length === 1 ? provinces[0] : provinces.find(({ code }) => code === input.province);
  if (input.province !== undefined && province?.code !== input.province)
    throw new AppError("access/forbidden", `ไม่พบจังหวัดรหัส «${input.province}» ในขอบเขตที่ท่านมีสิทธิดู — โปรดเลือกจากรายการ`);
  const span = { from: snapshot.periodFrom, to: snapshot.periodTo };
  const { snapshotNo } = snapshot;
  return { snapshot, span, snapshotNo, lao: null, province: province ?? null, provinces };
}

interface SearchedPlace extends Place {
  readonly laos: { readonly from: LaoId; readonly to: LaoId };
}

async function search(
  db: ScopedDb,
  scope: Scope,
  input: SearchDocumentsInput,
  place: SearchedPlace,
): Promise<SearchAnswer | null> {
  const { snapshotNo, laos, span, lao } = place;
  const terms = readSearchTerms(input.q, span);
  const period = readPeriod(input.period, span);
  const kinds = kindsOf(input);
  // A choice of kinds alone would list all the books, which the reports do better.
  if (terms.length === 0 && period === null) return null;
  const isLoose = input.isLoose ?? false;
  const page = input.page ?? 1;
  const [found, unreadable, gaps] = await Promise.all([
    selectDocuments(db, scope, {
      snapshotNo,
      laos,
      terms,
      isLoose,
      kinds: kinds.length === DOCUMENT_KINDS.length ? [] : kinds,
      days: period,
      offset: (page - 1) * DOCUMENTS_PER_PAGE,
      limit: DOCUMENTS_PER_PAGE,
    }),
    unreadableParts(db, scope, {
      snapshotNo,
      laos,
      modules: [...new Set(kinds.map(moduleOfKind))],
      months: period && { from: monthOf(period.from), to: monthOf(period.to) },
    }),
    lao ? numberGaps(db, scope, { snapshotNo, laoId: lao.id }) : [],
  ]);
  return {
    terms,
    period,
    isLoose,
    hits: found.documents.map((document) => ({ ...document, link: documentLink(document) })),
    documentCount: found.documentCount,
    page,
    documentsPerPage: DOCUMENTS_PER_PAGE,
    unreadable,
    gap: gapOf(terms, gaps),
  };
}

function readPeriod(text: string | undefined, span: DaySpan): SaidPeriod | null {
  if (!text?.trim()) return null;
  const period = readSaidPeriod(text, span);
  if (!period) throw new AppError("input/invalid", `อ่านงวด «${text}» ไม่ได้ — ${PERIOD_EXAMPLES}`);
  return period;
}

function kindsOf({ kind, module }: SearchDocumentsInput): DocumentKind[] {
  return DOCUMENT_KINDS.filter(
    (one) => (kind === undefined || one === kind) && (module === undefined || moduleOfKind(one) === module),
  );
}

function gapOf(terms: readonly SearchTerm[], gaps: readonly NumberGap[]): NumberGap | null {
  const numbers = terms.flatMap((term) => term.texts.map((text) => text.toUpperCase()));
  return gaps.find((gap) => numbers.some((number) => isInDocumentRange(number, gap.from, gap.to))) ?? null;
}
