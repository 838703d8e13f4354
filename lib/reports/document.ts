/**
 * The report document: what one report says, without any formatting. One document feeds screen, PDF, Excel, CSV and JSON,
 * so they cannot disagree. Rows are an async iterable: 100,000 of them never stand in memory at once.
 */
import type { Finding } from "@/lib/finding/finding";
import type { PartitionKey, PartitionState } from "@/lib/finding/partition-state";
import type { Amount } from "@/lib/money/amount";
import type { LaoCode } from "@/lib/office/office";
import type { Place } from "@/lib/office/place";

/** `amount` cells hold Amount (satang), `date` cells ISO text, `count` cells numbers, `text` and `code` strings; null is «nothing here». */
export type ReportColumnKind = "text" | "code" | "date" | "amount" | "count";
export type CellValue = string | Amount | number | null;

export interface ReportColumn {
  readonly id: string;
  readonly label: string;
  readonly kind: ReportColumnKind;
  /** Heading shared with neighbouring columns, e.g. «ยอดยกมา» over เดบิต and เครดิต. */
  readonly group?: string;
  /** Share of the page width relative to the other columns. */
  readonly width: number;
  /** Summed in totals and carried forward from page to page. */
  readonly summed?: true;
  /** Worked out from other rows or closed by the old system for a whole month: marked wherever something that it rests on is damaged. */
  readonly derived?: true;
  /** The tables that a worked-out figure of this column rests on, where not on all of the report's. */
  readonly tables?: readonly string[];
}

/** Where a row leads: another report of the same snapshot and of the same LAO, where none is named. */
export interface ReportLink {
  readonly lao?: LaoCode;
  /** Id of another snapshot. */
  readonly snapshot?: string;
  readonly reportId: string;
  readonly params: Readonly<Record<string, string>>;
}

/** Says beside a figure that it rests on damaged data; `notes` are the numbers of the damage notes that explain it. */
export interface DamageMark {
  readonly state: Exclude<PartitionState, "intact" | "empty">;
  readonly notes: readonly number[];
}

export type ReportRowKind =
  /** Read from the archive. */
  | "entry"
  /** A heading account or document with the sum of the rows below it; never added again. */
  | "group"
  /** ยอดยกมา, first row of a ledger. */
  | "opening"
  /** `text` over the columns: a section of a form that is made like a statement. */
  | "heading"
  /** A sum inside the table, with its label in a column of texts; never added again. */
  | "subtotal"
  /** An empty line of a form. */
  | "blank"
  /** Something is missing at this place; `text` says what. */
  | "missing"
  /** An amount proved from other tables, never read; `text` says how. */
  | "reconstructed";

export interface ReportRow {
  readonly kind: ReportRowKind;
  /** Indent of group rows and of the rows below them, from 0. */
  readonly level?: number;
  readonly cells: Readonly<Record<string, CellValue>>;
  /** Sentence of a `missing`, `reconstructed` or `heading` row, across the columns. */
  readonly text?: string;
  /** Rules under the amounts of the row: `double` closes a statement. */
  readonly rule?: "single" | "double";
  /** Ids of columns of texts whose words stand at the right here, beside the amount that they name («คงเหลือ»). */
  readonly right?: readonly string[];
  readonly link?: ReportLink;
  /** By column id, where the halves of a form lead to different places. */
  readonly links?: Readonly<Record<string, ReportLink>>;
  /** A further line of the document in the row before: date and number repeat and may be left blank where a page shows both rows. */
  readonly continues?: true;
  /** Marks by column id. */
  readonly marks?: Readonly<Record<string, DamageMark>>;
}

/** Three-valued: the sum is known, or at least this much (something is missing), or completed by reconstructed amounts. */
export type TotalKind = "known" | "atLeast" | "reconstructed";

export interface ReportTotal {
  readonly label: string;
  readonly kind: TotalKind;
  /** Amounts by column id. */
  readonly cells: Readonly<Record<string, Amount>>;
  readonly mark?: DamageMark;
}

export interface DamageNote {
  /** 1, 2, 3 …; marks point to it. */
  readonly number: number;
  readonly partition: PartitionKey;
  readonly state: PartitionState;
  /** Thai sentences: what is damaged, where, and how much is known to be missing. */
  readonly sentences: readonly string[];
  readonly findings: readonly Finding[];
  /** How many more there are that are not among them. */
  readonly untold: number;
}

/** What must tie to what in this report, and whether it does. */
export interface ProofLine {
  readonly text: string;
  readonly holds: boolean;
}

export interface SnapshotHead {
  readonly id: string;
  readonly title: string;
  readonly kind: "recovered" | "live" | "baseline";
  readonly asOf: string;
  readonly loadedAt: string;
  readonly synthetic: boolean;
}

export interface ReportParameter {
  readonly id: string;
  readonly label: string;
  /** As in the URL and on the command line. */
  readonly value: string;
  /** As shown to people. */
  readonly text: string;
}

/** Rows `offset` … `offset + limit − 1`, counted from 0 over all rows incl. opening, group and marker rows. */
export interface RowWindow {
  readonly offset: number;
  readonly limit: number;
}

/** What a file says of itself, so that whoever holds it can ask whether it is genuine. */
export interface FileSeal {
  /** As it is printed: `7K3QD-…`. */
  readonly code: string;
  /** Of its page on the portal; stands in the QR code. */
  readonly address: string;
}

export interface ReportDocument {
  readonly reportId: string;
  readonly title: string;
  /** «ประจำเดือน …», «ณ วันที่ …», «ตั้งแต่ … ถึง …» */
  readonly period: string;
  readonly place: Place;
  readonly snapshot: SnapshotHead;
  readonly parameters: readonly ReportParameter[];
  /** Facts above the table, e.g. account name of a ledger, number and date of a document. */
  readonly fields: readonly { readonly label: string; readonly value: string }[];
  readonly columns: readonly ReportColumn[];
  readonly rowCount: number;
  readonly rows: (window?: RowWindow) => AsyncIterable<ReportRow>;
  readonly totals: readonly ReportTotal[];
  readonly notes: readonly DamageNote[];
  readonly proof: readonly ProofLine[];
  /** What the form has and the archive does not hold, a sentence each. */
  readonly absences: readonly string[];
  /** The form's «(ตัวอักษร)»: this amount is written out below the totals. */
  readonly amountInWords?: Amount;
  /** Titles below the signature lines. */
  readonly signatures: readonly string[];
  /** The printed form was not found; the layout is our proposal (DOMAIN.md §3.3). */
  readonly isApproximateForm: boolean;
  /** Rows, not notes, say what is damaged: without notes nothing is said of it. */
  readonly damageIsInRows?: true;
  readonly printedAt: Date;
  readonly printedBy: string;
  /** Given where a file is issued; the screen has none. */
  readonly seal?: FileSeal;
}
