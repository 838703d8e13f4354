/** Collects the findings and the quarantined rows of one file: neighbours folded into one, lists bounded, cuts confessed. */
import { type Finding, type FindingCode, makeFinding } from "@/lib/finding/finding";

const MAX_FINDINGS = 200;
const MAX_QUARANTINED = 1000;
const MAX_RAW_CHARS = 2000;
const MAX_FOUND_CHARS = 200;
/** A stretch that inflated to nonsense before the error showed is a few rows long; a longer run has a cause of its own. */
const MAX_ABSORBED_ROWS = 8;

export interface QuarantinedRow {
  readonly rowNo: number;
  readonly code: FindingCode;
  /** The record as it stood, decoded as far as it goes, without NUL (which Postgres cannot keep), at most 2,000 characters. */
  readonly raw: string;
}

export interface RowFinding {
  readonly code: FindingCode;
  readonly rowNo: number;
  readonly column?: string;
  readonly expected?: string;
  readonly found?: string;
  readonly doc?: string | null;
  readonly date?: string | null;
  readonly account?: string | null;
}

/** What all findings of the file have in common. */
export type FilePlace = Pick<Finding, "lao" | "module" | "month" | "table" | "file">;

export interface RowFindings {
  add(finding: RowFinding): void;
  quarantine(rowNo: number, code: FindingCode, raw: string): void;
  /** Takes away findings of unreadable rows that run up to this row without a break: they belong to a cut in the file. */
  absorbUpTo(rowNo: number): void;
  findings(): Finding[];
  readonly quarantined: readonly QuarantinedRow[];
}

/** Bounds a text for a finding, and makes what no one could see or Postgres could not keep visible. */
export function boundText(text: string, maxChars: number = MAX_FOUND_CHARS): string {
  const visible = text
    .slice(0, maxChars)
    .replaceAll("\0", "\u2400")
    .replace(/[\ud800-\udbff]$/, "");
  return text.length > maxChars ? `${visible}…` : visible;
}

type Open = { -readonly [Key in keyof Finding]: Finding[Key] };

export function createRowFindings(place: FilePlace): RowFindings {
  const kept: Open[] = [];
  const latest = new Map<string, Open>();
  const cut = new Map<FindingCode, Open>();
  const quarantined: QuarantinedRow[] = [];

  const open = (row: RowFinding): Open => ({
    ...makeFinding({ code: row.code, confidence: row.code === "row/text" ? "suspected" : "bytes", ...place }),
    rowFrom: row.rowNo,
    rowTo: row.rowNo,
    column: row.column ?? null,
    docFrom: row.doc ?? null,
    docTo: row.doc ?? null,
    dateFrom: row.date ?? null,
    dateTo: row.date ?? null,
    account: row.account ?? null,
    expected: row.expected === undefined ? null : boundText(row.expected),
    found: row.found === undefined ? null : boundText(row.found),
    count: 1,
  });
  const extend = (finding: Open, row: RowFinding): void => {
    finding.rowTo = row.rowNo;
    finding.count = (finding.count ?? 0) + 1;
    finding.docFrom ??= row.doc ?? null;
    finding.docTo = row.doc ?? finding.docTo;
    const date = row.date ?? null;
    if (date !== null) {
      if (finding.dateFrom === null || date < finding.dateFrom) finding.dateFrom = date;
      if (finding.dateTo === null || date > finding.dateTo) finding.dateTo = date;
    }
    if (finding.account !== (row.account ?? null)) finding.account = null;
  };

  return {
    quarantined,
    add(row) {
      const key = `${row.code} ${row.column ?? ""}`;
      const before = latest.get(key);
      if (before && before.rowTo !== null && row.rowNo - before.rowTo <= 1) return extend(before, row);
      if (kept.length < MAX_FINDINGS) {
        const finding = open(row);
        kept.push(finding);
        latest.set(key, finding);
        return;
      }
      latest.delete(key);
      const rest = cut.get(row.code);
      if (rest) return extend(rest, row);
      const first = open({ code: row.code, rowNo: row.rowNo, doc: row.doc ?? null, date: row.date ?? null });
      first.found = "รายการที่พบมีมากเกินกว่าจะแสดงทีละรายการ จึงรวมที่เหลือไว้ในบรรทัดนี้";
      cut.set(row.code, first);
    },
    quarantine(rowNo, code, raw) {
      if (quarantined.length < MAX_QUARANTINED) quarantined.push({ rowNo, code, raw: boundText(raw, MAX_RAW_CHARS) });
    },
    absorbUpTo(rowNo) {
      let edge = rowNo;
      for (;;) {
        const index = kept.findIndex(
          (finding) =>
            finding.rowTo === edge && (finding.rowFrom ?? 0) > 0 && (finding.count ?? 0) <= MAX_ABSORBED_ROWS,
        );
        const finding = kept[index];
        if (!finding) return;
        kept.splice(index, 1);
        if (!kept.some((other) => other.rowTo === edge)) edge = (finding.rowFrom ?? edge) - 1;
      }
    },
    findings: () => [...kept, ...cut.values()],
  };
}
