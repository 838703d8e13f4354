/**
 * One cause, one finding: of each finding of the ties, whether it only follows from another of the same partition. A lost month lacks an
 * amount in every account; the reader is told of one lost month, and the amounts stand under it.
 */
import type { Finding, FindingCode } from "@/lib/finding/finding";
import { type DocumentRange, liesInRange, readDocument, readDocumentRange } from "@/lib/ledger/document-number";
import { groupBy } from "./book-index";

export interface FoundFinding {
  readonly finding: Finding;
  /** Of which it is a consequence: another of these findings, or one that bytes and rows had shown before. */
  readonly cause: Finding | null;
}

/** All rows of the table, or all behind a place, may be gone: whatever its sums lack follows from that. */
const TAKES_MUCH: readonly FindingCode[] = ["tie/silent-partition", "file/missing", "file/truncated", "file/corrupt"];
/** Some rows are gone or kept apart. */
const TAKES_ROWS: readonly FindingCode[] = [
  "row/encoding",
  "row/shape",
  "row/value",
  "row/duplicate",
  "row/foreign",
  "tie/number-gap",
];
/** What sums and chains of a table say: they feel rows that are gone, and name none. */
const SUMS: readonly FindingCode[] = ["tie/balance", "tie/carry-forward", "tie/cross-module"];

const placeOf = ({ module, month }: Finding) => `${module} ${month}`;

/** @param known what bytes and rows showed of the LAO */
export function findCauses(findings: readonly Finding[], known: readonly Finding[]): FoundFinding[] {
  const causes = groupBy(
    [...known, ...findings].filter(
      ({ code, month }) =>
        month !== null && (TAKES_MUCH.includes(code) || TAKES_ROWS.includes(code) || code === "tie/entry-unbalanced"),
    ),
    placeOf,
  );
  const ofTables = new Map<string, CausesOfTable>();
  const causesFor = (finding: Finding): CausesOfTable => {
    const key = `${placeOf(finding)} ${finding.table}`;
    const known = ofTables.get(key);
    if (known) return known;
    const fresh = sortCauses(
      (causes.get(placeOf(finding)) ?? []).filter(({ table }) => table === null || table === finding.table),
    );
    ofTables.set(key, fresh);
    return fresh;
  };
  const causeByFinding = new Map<Finding, Finding>();
  for (const finding of findings) {
    const cause = causeOf(finding, causesFor(finding));
    if (cause) causeByFinding.set(finding, cause);
  }
  // a consequence of a consequence stands under the first cause
  const firstCause = (finding: Finding): Finding | null => {
    const cause = causeByFinding.get(finding);
    return cause ? (causeByFinding.get(cause) ?? cause) : null;
  };
  return findings.map((finding) => ({ finding, cause: firstCause(finding) }));
}

/** What may be the cause of findings of one table and month; sorted once, since both can be many. */
interface CausesOfTable {
  readonly whole: Finding | undefined;
  readonly takingRows: Finding | undefined;
  /** At most as many as the reader keeps of a file (`row-findings.ts`). */
  readonly ofRows: readonly { readonly cause: Finding; readonly range: DocumentRange | undefined }[];
  readonly byAccount: ReadonlyMap<string, Finding>;
}

function sortCauses(causes: readonly Finding[]): CausesOfTable {
  const byAccount = new Map<string, Finding>();
  for (const cause of causes)
    if (cause.account !== null && !byAccount.has(cause.account)) byAccount.set(cause.account, cause);
  return {
    whole: causes.find(({ code }) => TAKES_MUCH.includes(code)),
    takingRows: causes.find(({ code }) => TAKES_ROWS.includes(code)),
    ofRows: causes.flatMap((cause) =>
      cause.code.startsWith("row/") ? [{ cause, range: readDocumentRange(cause.docFrom, cause.docTo) }] : [],
    ),
    byAccount,
  };
}

function causeOf(finding: Finding, { whole, takingRows, ofRows, byAccount }: CausesOfTable): Finding | null {
  if (TAKES_MUCH.includes(finding.code) && finding.code.startsWith("tie/")) return null;
  if (whole && (finding.rowFrom === null || finding.code === "tie/entry-unbalanced")) return whole;
  if (finding.code === "tie/number-gap" || finding.code === "tie/entry-unbalanced") {
    const concerns = concernsDocumentsOf(finding);
    return ofRows.find(({ range }) => concerns(range))?.cause ?? null;
  }
  if (!SUMS.includes(finding.code) || finding.rowFrom !== null) return null;
  return takingRows ?? (finding.account === null ? null : (byAccount.get(finding.account) ?? null));
}

/** Whether a cause that names these documents, or none at all, concerns those of the finding. */
function concernsDocumentsOf({ docFrom, docTo }: Finding): (range: DocumentRange | undefined) => boolean {
  const first = docFrom === null ? undefined : readDocument(docFrom);
  const own = docFrom === null ? undefined : readDocumentRange(docFrom, docTo);
  return (range) =>
    range === undefined ||
    (first !== undefined && own !== undefined && (liesInRange(first, range) || liesInRange(range.first, own)));
}

/** All findings that are nobody's consequence, each with its own under it; the known ones first. */
export function nestConsequences(known: readonly Finding[], found: readonly FoundFinding[]): Finding[] {
  const byCause = new Map<Finding, Finding[]>();
  for (const { finding, cause } of found) {
    if (cause === null) continue;
    const consequences = byCause.get(cause);
    if (consequences) consequences.push(finding);
    else byCause.set(cause, [finding]);
  }
  const firsts = found.filter(({ cause }) => cause === null).map(({ finding }) => finding);
  return [...known, ...firsts].map((finding) => ({ ...finding, consequences: byCause.get(finding) ?? [] }));
}
