/**
 * Where the archive is damaged, what stands on one side alone proves nothing: a re-keyed document whose place in the archive is unreadable is
 * no surplus, and one whose archived lines are in doubt does not differ. Each is put aside with the finding, and with whether it fits the gap.
 */
import type { Finding, FindingCode } from "@/lib/finding/finding";
import { isInDocumentRange } from "@/lib/ledger/document-number";
import { monthOf } from "@/lib/period/month";
import { amountOf, type BookDocument, type RekeyedBook } from "../book-document";
import { numberKey } from "./document-key";
import type { Pairing, Undecidable } from "./match-result";

/** The table of the archive that a book stands in. */
export const TABLE_OF: Readonly<Record<RekeyedBook, string>> = {
  journal: "journal",
  receipts: "receipts",
  requisitions: "requisitions",
  budget: "budget_lines",
};

/** Takes documents away, so that one that was keyed again may be one of them. */
const TAKES_AWAY: readonly FindingCode[] = [
  "file/missing",
  "file/truncated",
  "file/corrupt",
  "row/encoding",
  "row/shape",
  "row/value",
  "row/foreign",
  "tie/number-gap",
  "tie/silent-partition",
];

/** Puts what stands in an archived document in doubt. */
const DOUBTS: readonly FindingCode[] = ["file/checksum", "row/duplicate", "tie/entry-unbalanced", "tie/cross-module"];

export interface DamageInTheWay {
  readonly surplus: readonly BookDocument[];
  readonly pairings: readonly Pairing[];
  readonly undecidable: readonly Undecidable[];
}

/** `findings` are those of the LAO's archive, whatever their module. */
export function setAsideDamaged(
  surplus: readonly BookDocument[],
  pairings: readonly Pairing[],
  findings: readonly Finding[],
): DamageInTheWay {
  const undecidable: Undecidable[] = [];
  const byFinding = new Map<Finding, BookDocument[]>();
  const left: BookDocument[] = [];
  for (const document of surplus) {
    const finding = findings.find((one) => couldHideDocument(one, document));
    if (!finding) left.push(document);
    else byFinding.set(finding, [...(byFinding.get(finding) ?? []), document]);
  }
  for (const [finding, rekeyed] of byFinding)
    undecidable.push({ archive: [], rekeyed, finding, fitsGap: fits(finding, rekeyed) });
  const decided: Pairing[] = [];
  for (const pairing of pairings) {
    const finding = pairing.differences.some(({ column }) => column !== "number")
      ? findings.find((one) => pairing.archive.some((document) => isInDoubt(one, document)))
      : undefined;
    if (!finding) decided.push(pairing);
    else
      undecidable.push({
        archive: pairing.archive,
        rekeyed: pairing.rekeyed,
        finding,
        fitsGap: closes(finding, pairing),
      });
  }
  return { surplus: left, pairings: decided, undecidable };
}

/** A finding that names documents hides those numbers only; one that names days, those days; else the whole month of its table. */
function couldHideDocument(finding: Finding, document: BookDocument): boolean {
  if (!TAKES_AWAY.includes(finding.code)) return false;
  if (finding.table !== null && finding.table !== TABLE_OF[document.book]) return false;
  if (finding.table === null && finding.module !== MODULE_OF[document.book]) return false;
  const from = finding.docFrom ?? finding.docTo;
  if (from !== null && finding.code === "tie/number-gap") {
    const number = numberKey(document);
    return number !== null && isInDocumentRange(number, keyOf(finding.docFrom), keyOf(finding.docTo));
  }
  if (finding.month !== monthOf(document.date)) return false;
  if (finding.dateFrom !== null && document.date < finding.dateFrom) return false;
  return !(finding.dateTo !== null && document.date > finding.dateTo);
}

const MODULE_OF: Readonly<Record<RekeyedBook, string>> = {
  journal: "accounting",
  receipts: "revenue",
  requisitions: "expenditure",
  budget: "budget",
};

function keyOf(number: string | null): string | null {
  return number === null ? null : number.toUpperCase().replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, ""));
}

function isInDoubt(finding: Finding, document: BookDocument): boolean {
  if (!DOUBTS.includes(finding.code) && !TAKES_AWAY.includes(finding.code)) return false;
  if (finding.table !== TABLE_OF[document.book] || finding.month !== monthOf(document.date)) return false;
  if (finding.code === "file/checksum") return true;
  const number = numberKey(document);
  return number !== null && isInDocumentRange(number, keyOf(finding.docFrom), keyOf(finding.docTo));
}

/** Whether the documents together are what is missing: of one account where the finding names one, else of all. */
function fits(finding: Finding, rekeyed: readonly BookDocument[]): boolean | null {
  if (finding.amount === null) return null;
  const missing = finding.amount < 0n ? -finding.amount : finding.amount;
  let sum = 0n;
  for (const document of rekeyed)
    if (finding.account === null) sum += amountOf(document);
    else for (const { account, amount } of document.lines) if (account === finding.account) sum += amount;
  return (sum < 0n ? -sum : sum) === missing;
}

/** Whether the difference of the two sides is what the finding says is missing. */
function closes(finding: Finding, { archive, rekeyed }: Pairing): boolean | null {
  if (finding.amount === null) return null;
  const sum = (documents: readonly BookDocument[]) => {
    let all = 0n;
    for (const { lines } of documents) for (const { amount } of lines) all += amount;
    return all;
  };
  const difference = sum(rekeyed) - sum(archive);
  return difference === finding.amount || difference === -finding.amount;
}
