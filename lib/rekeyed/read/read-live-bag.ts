/**
 * An archive bag of kind `live`, as a ZIP that was sent, into one LAO's documents. The bag is read as every archive is (`lib/archive`): paths, links, bombs
 * and bytes are its business. What cannot be read of the LAO's files is told by file, and the rows beside it count.
 */

import type { Bag } from "@/lib/archive/bag/bag";
import { BAG_LIMITS } from "@/lib/archive/bag/limits";
import { openBag } from "@/lib/archive/bag/open-bag";
import { createCopyBuffer } from "@/lib/archive/csv/copy-buffer";
import { scanFile } from "@/lib/archive/scan-file";
import type { TableSpec } from "@/lib/archive/tables";
import { CopiedCells } from "@/lib/damage/copied-cells";
import type { Finding } from "@/lib/finding/finding";
import type { LaoCode } from "@/lib/office/office";
import type { Month } from "@/lib/period/month";
import { LIVE_BOOKS } from "@/lib/wording/rekeyed";
import type { BookDocument } from "../book-document";
import {
  budgetDocument,
  type JournalRow,
  journalDocuments,
  receiptDocument,
  requisitionDocument,
} from "../document-of-row";
import { refuseSize, refuseUpload } from "./refuse-upload";
import { UPLOAD_LIMITS } from "./upload-limits";

export interface LiveBag {
  /** Id of the archive. */
  readonly id: string;
  readonly documents: readonly BookDocument[];
  /** Of the LAO's files. */
  readonly findings: readonly Finding[];
}

const ZIP = Buffer.from("PK\u0003\u0004", "latin1");
/** Stands in every bag, and its name uncompressed in every ZIP of one. */
const DECLARATION = Buffer.from("/bagit.txt", "latin1");

export function isBag(content: Buffer): boolean {
  return content.subarray(0, ZIP.length).equals(ZIP) && content.includes(DECLARATION);
}

/** An upload unfolds to no more than a workbook may, and a file of it is held whole: as many rows as are taken have room. */
const LIMITS = {
  ...BAG_LIMITS,
  maxFiles: 20_000,
  maxReferenceBytes: 32 * 2 ** 20,
  maxManifestBytes: 8 * 2 ** 20,
  maxFileBytes: 64 * 2 ** 20,
  maxZipBytes: UPLOAD_LIMITS.unfoldedBytes,
};

/** Throws AppError (`bag/refused`, `input/invalid`, `too-large`) with what to do. */
export async function readLiveBag(path: string, lao: LaoCode): Promise<LiveBag> {
  const bag = await openBag(path, LIMITS);
  try {
    const { id, title, kind } = bag.snapshot;
    if (kind !== "live") refuseUpload(LIVE_BOOKS.notLive(title));
    if (!bag.laos.some(({ code }) => code === lao)) refuseUpload(LIVE_BOOKS.empty(title));
    const findings = bag.findings.filter((finding) => finding.lao === lao);
    const documents: BookDocument[] = [];
    let rowsLeft = UPLOAD_LIMITS.rows;
    const read = async (table: string, take: (cells: CopiedCells) => void): Promise<void> => {
      for await (const cells of rowsOf(bag, lao, table, findings)) {
        if (rowsLeft-- <= 0) refuseSize(LIVE_BOOKS.tooLarge);
        take(cells);
      }
    };
    const lines: JournalRow[] = [];
    await read("journal", (cells) => lines.push(journalRow(cells)));
    for (const document of journalDocuments(lines)) documents.push(document);
    await read("receipts", (cells) => {
      if (!cells.flag("cancelled")) documents.push(receipt(cells));
    });
    await read("requisitions", (cells) => {
      if (!cells.flag("cancelled")) documents.push(requisition(cells));
    });
    await read("budget_lines", (cells) => documents.push(budget(cells)));
    return { id, documents, findings };
  } finally {
    await bag.close();
  }
}

/** Sound rows of the LAO's files of a table; findings of the files are added to `findings`. */
async function* rowsOf(bag: Bag, lao: LaoCode, table: string, findings: Finding[]): AsyncGenerator<CopiedCells> {
  for (const file of bag.files({ lao, table })) {
    const pieces: string[] = [];
    const out = createCopyBuffer({ flush: (piece) => void pieces.push(piece.toString("utf8")) });
    const scan = await scanFile({ bag, file, laoId: 1, snapshotNo: 1, out });
    pieces.push(out.bytes.subarray(0, out.length).toString("utf8"));
    for (const finding of scan.findings) findings.push(finding);
    yield* cellsOf(file.table, file.month, pieces.join(""));
  }
}

function* cellsOf(spec: TableSpec, month: Month, text: string): Generator<CopiedCells> {
  const cells = new CopiedCells(spec, month);
  for (const line of text.split("\n")) {
    if (line === "") continue;
    cells.read(line);
    yield cells;
  }
}

const place = (cells: CopiedCells) => ({ month: cells.month, rowNo: cells.rowNo });

function journalRow(cells: CopiedCells): JournalRow {
  return {
    ...place(cells),
    entryNo: cells.text("entry_no"),
    date: cells.date("entry_date"),
    account: cells.account("account_code"),
    debit: cells.amount("debit"),
    credit: cells.amount("credit"),
    description: cells.text("description"),
  };
}

function receipt(cells: CopiedCells): BookDocument {
  return receiptDocument({
    ...place(cells),
    receiptNo: cells.text("receipt_no"),
    date: cells.date("receipt_date"),
    revenueCode: cells.text("revenue_code"),
    amount: cells.amount("amount"),
    payer: cells.text("payer"),
    remittanceNo: cells.optional("remittance_no"),
  });
}

function requisition(cells: CopiedCells): BookDocument {
  return requisitionDocument({
    ...place(cells),
    treasuryNo: cells.text("treasury_no"),
    date: cells.date("paid_date"),
    budgetCode: cells.text("budget_code"),
    gross: cells.amount("gross"),
    net: cells.amount("net"),
    payee: cells.text("payee"),
    description: cells.text("description"),
  });
}

function budget(cells: CopiedCells): BookDocument {
  return budgetDocument({
    ...place(cells),
    budgetCode: cells.text("budget_code"),
    project: cells.text("project"),
    approved: cells.amount("approved"),
    transferred_in: cells.amount("transferred_in"),
    transferred_out: cells.amount("transferred_out"),
    encumbered: cells.amount("encumbered"),
    disbursed: cells.amount("disbursed"),
    remaining: cells.amount("remaining"),
  });
}
