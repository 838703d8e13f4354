/** The kinds of documents that search finds: each belongs to one module. */
import type { Module } from "@/lib/office/office";

export const DOCUMENT_KINDS = [
  "journal-entry",
  "receipt",
  "remittance",
  "requisition",
  "cheque",
  "loan",
  "budget-line",
  "budget-transfer",
  "asset",
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

const MODULE_OF: Readonly<Record<DocumentKind, Module>> = {
  "journal-entry": "accounting",
  receipt: "revenue",
  remittance: "revenue",
  requisition: "expenditure",
  cheque: "expenditure",
  loan: "expenditure",
  "budget-line": "budget",
  "budget-transfer": "budget",
  asset: "assets",
};

export function moduleOfKind(kind: DocumentKind): Module {
  return MODULE_OF[kind];
}
