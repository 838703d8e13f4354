/** Reads the cells of a row of COPY text by the names of its columns. */
import { copyColumns } from "@/lib/archive/csv/copy-columns";
import type { TableSpec } from "@/lib/archive/tables";
import { formatAccountCode } from "@/lib/ledger/account-code";
import { type Amount, satang } from "@/lib/money/amount";
import type { IsoDate } from "@/lib/period/date";
import type { Month } from "@/lib/period/month";

/** Cells of one row by column; `\N` stands for an empty optional cell. */
export class CopiedCells {
  private cells: readonly string[] = [];
  private readonly columns: ReadonlyMap<string, number>;
  constructor(
    spec: TableSpec,
    readonly month: Month,
  ) {
    this.columns = indexOf(spec);
  }
  read(line: string): void {
    this.cells = line.split("\t");
  }
  private at(column: string): string {
    return this.cells[this.columns.get(column) ?? -1] ?? "";
  }
  get rowNo(): number {
    return Number(this.at("row_no"));
  }
  text(column: string): string {
    const cell = this.at(column);
    return cell.includes("\\") ? cell.replace(/\\(.)/g, (_, sign: string) => ESCAPES[sign] ?? sign) : cell;
  }
  optional(column: string): string | null {
    const cell = this.at(column);
    return cell === "\\N" || cell === "" ? null : this.text(column);
  }
  amount(column: string): Amount {
    return satang(BigInt(this.at(column)));
  }
  account(column: string): string {
    return formatAccountCode(BigInt(this.at(column)));
  }
  date(column: string): IsoDate {
    return this.at(column) as IsoDate;
  }
  flag(column: string): boolean {
    return this.at(column) === "1" || this.at(column) === "t";
  }
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

const indexes = new Map<TableSpec, ReadonlyMap<string, number>>();

function indexOf(spec: TableSpec): ReadonlyMap<string, number> {
  const known = indexes.get(spec);
  if (known) return known;
  const fresh = new Map(copyColumns(spec).map((name, at) => [name, at]));
  indexes.set(spec, fresh);
  return fresh;
}
