/** One uploaded file of re-keyed books, as the portal keeps it: with its checksum, what was read of it and what could not be. */
import type { RekeyedBook } from "./book-document";
import type { ColumnMapping } from "./read/find-table";
import type { CellProblem } from "./read/read-documents";

/** `waiting`: which column holds what has to be told first; `current`: it counts; `deleted`: its content is gone, its checksum stays. */
export type UploadState = "waiting" | "current" | "replaced" | "deleted";

export interface RekeyedUpload {
  readonly uploadNo: bigint;
  readonly uploadedAt: Date;
  readonly uploadedBy: string;
  readonly book: RekeyedBook;
  readonly state: UploadState;
  readonly fileName: string;
  readonly sheet: string;
  readonly headRow: number;
  /** Its heads in one spelling; a later upload with the same is read as this one was. Of a work pack its id. */
  readonly heads: string;
  readonly mapping: ColumnMapping;
  readonly sha256: string;
  readonly byteCount: number;
  readonly rowsRead: number;
  readonly documentCount: number;
  readonly problems: readonly CellProblem[];
  readonly assumptions: readonly CellProblem[];
  readonly leftOutRows: readonly number[];
}
