/** What a report's query hands over: typed rows, whole-report totals, and what they rest on. It knows nothing of damage; `build-document` adds the marks. */
import type { Amount } from "@/lib/money/amount";
import type { Lao, LaoId } from "@/lib/office/office";
import type { Province } from "@/lib/office/place";
import type { Month } from "@/lib/period/month";
import type { DaySpan } from "@/lib/period/report-period";
import type { ProofLine, ReportColumn, ReportRow, RowWindow, SnapshotHead } from "./document";
import type { ReportInput } from "./report-input";

interface ArchiveHead {
  readonly snapshotNo: number;
  readonly snapshot: SnapshotHead;
  /** The days that the archive covers. */
  readonly span: DaySpan;
}

/** Which LAO's books of which archive a report is about. */
export interface ReportHead extends ArchiveHead {
  readonly laoId: LaoId;
  readonly lao: Lao;
}

/** Which province's books of which archive a report is about. */
export interface ProvinceHead extends ArchiveHead {
  readonly province: Province;
  /** Its LAOs in that archive, by name. */
  readonly laos: readonly Lao[];
}

export interface ReportQueryParams {
  readonly head: ReportHead;
  readonly input: ReportInput;
}

export interface ProvinceQueryParams {
  readonly head: ProvinceHead;
  readonly input: ReportInput;
}

/** Where a row was read, so that findings can be matched to it. */
export interface RowOrigin {
  readonly month: Month;
  /** Record number in its file; null for rows that are worked out. */
  readonly rowNo: number | null;
  /** Document number. */
  readonly doc: string | null;
  /** Digits of its account, or the leading digits that all accounts below a heading share. */
  readonly account: string | null;
  /** Table that the record was read from; default: the first of the reach. */
  readonly table?: string;
}

/** A row before damage is marked on it. Worked-out figures of a row without origin rest on everything that the report rests on. */
export interface SourceRow extends Omit<ReportRow, "marks"> {
  readonly origin?: RowOrigin;
  /** The tables that its worked-out figures rest on; default: those of the column, else all of the reach. */
  readonly tables?: readonly string[];
  /** Columns whose figures only a witness could have confirmed, which is damaged. */
  readonly unconfirmed?: readonly string[];
}

/** Where a marker row belongs: always inside one month, before the row that it names. */
export type MarkerPlace =
  | { readonly at: "start-of-month"; readonly month: Month }
  | { readonly at: "end-of-month"; readonly month: Month }
  /** Before the first document of the month in the same series with a greater number. */
  | { readonly at: "document"; readonly month: Month; readonly doc: string }
  /** Before the first row of the month that stood further down in the file. */
  | { readonly at: "row"; readonly month: Month; readonly rowNo: number };

/** What the figures rest on, and what of a partition's damage can touch them. */
export interface ReportReach {
  readonly months: readonly Month[];
  /** Months of tables that rest on others than `months`, such as a state at a month's end beside the payments of a year. */
  readonly monthsOf?: Readonly<Record<string, readonly Month[]>>;
  /** Tables, of any module, whose rows are shown or summed, the one that rows come from first: something missing there makes totals «at least». */
  readonly tables: readonly string[];
  /** Further tables, of any module, that the figures should agree with: damage there marks them, but takes nothing from them. */
  readonly relatedTables: readonly string[];
  /**
   * Those of the related tables by which figures that were all read could be checked, and nothing more: what is lost or changed there makes
   * no figure doubtful, it only leaves it unchecked. Default: none.
   */
  readonly witnesses?: readonly string[];
  /** Only this account is shown (`NNNNNNNNNN.NNN`); null for all. */
  readonly account: string | null;
  /** Only documents whose numbers begin so (`RV-`, or one whole number); null for all. */
  readonly documents: string | null;
  /** Only these records of a file are shown (a single document); null for all. */
  readonly records: { readonly from: number; readonly to: number } | null;
}

export interface SourceTotal {
  readonly label: string;
  /** By column id. */
  readonly cells: Readonly<Record<string, Amount>>;
  /** The tables that it sums; default: all of the reach. Damage elsewhere neither marks it nor makes it «at least». */
  readonly tables?: readonly string[];
  /**
   * Set where arithmetic leaves nothing open, though not everything was read: `complete` nothing is missing from it after all,
   * `completed` what is missing was proved and is counted in, by `reconstructed` rows.
   */
  readonly proved?: "complete" | "completed";
  /** Some of its rows only a witness could have confirmed, which is damaged. */
  readonly isUnconfirmed?: boolean;
}

/** A row that was never read, between those that were. */
export interface ProvedRow {
  readonly place: MarkerPlace;
  /** Of kind `reconstructed`, with its derivation as `text`. */
  readonly row: ReportRow;
}

export interface ReportRows {
  /** Instead of the period that was asked for, e.g. the date of a document. */
  readonly period?: string;
  /** Instead of those of the definition, where they follow from the archive: one a month, say. */
  readonly columns?: readonly ReportColumn[];
  /** Facts above the table. */
  readonly fields: readonly { readonly label: string; readonly value: string }[];
  readonly rowCount: number;
  /** Over the whole report, whatever window is read; a second total where `q` picks rows. */
  readonly totals: readonly SourceTotal[];
  readonly proof: readonly ProofLine[];
  /** Besides those of the definition. */
  readonly absences?: readonly string[];
  /** Written out in words below the totals. */
  readonly amountInWords?: Amount;
  readonly reach: ReportReach;
  /** Amounts proved from other tables; counted neither in `rowCount` nor in `rows`, but in the totals. */
  readonly provedRows?: readonly ProvedRow[];
  /** Some of `rows` were proved, though not all that is missing: the totals hold these. */
  readonly isPartlyProved?: boolean;
  /** Rows `offset` … of those counted by `rowCount`, in batches, so that memory stays flat. */
  readonly rows: (window?: RowWindow) => AsyncIterable<SourceRow>;
  /** For each place, how many rows stand before it. */
  readonly place: (places: readonly MarkerPlace[]) => Promise<number[]>;
}
