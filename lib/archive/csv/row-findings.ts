/** Collects the findings and the quarantined rows of one file: neighbours folded into one, lists bounded, cuts confessed. */
import { type Finding, type FindingCode, makeFinding } from "@/lib/finding/finding";

const MAX_FINDINGS = 200;
const MAX_QUARANTINED = 1000;
const MAX_RAW_CHARS = 2000;
const MAX_FOUND_CHARS = 200;
/** What inflates to nonsense holds rows that look sound: so many of them still belong to the nonsense around. */
const MAX_SOUND_BETWEEN = 50;
/** Fewer unreadable rows than this near each other are rows of their own, among sound ones. */
const MIN_NONSENSE_ROWS = 5;

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

/** Rows from–to, and how many of them something was found in. */
export interface Extent {
  readonly rowFrom: number;
  readonly rowTo: number;
  readonly count: number;
}

export interface RowFindings {
  add(finding: RowFinding): void;
  quarantine(rowNo: number, code: FindingCode, raw: string): void;
  /** Takes away the findings within these rows, which belong to a damage of the file's bytes; gives them by neighbourhood. */
  absorb(rowFrom: number, rowTo: number): Extent[];
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

/** Joins extents that are no more than a few rows apart. */
function gather(extents: readonly Extent[]): Extent[] {
  const gathered: { rowFrom: number; rowTo: number; count: number }[] = [];
  for (const extent of extents.toSorted((left, right) => left.rowFrom - right.rowFrom)) {
    const before = gathered.at(-1);
    if (before && extent.rowFrom - before.rowTo <= MAX_SOUND_BETWEEN) {
      before.rowTo = Math.max(before.rowTo, extent.rowTo);
      before.count += extent.count;
    } else gathered.push({ ...extent });
  }
  return gathered;
}

/** Whether so much is unreadable there that its readable rows cannot be believed either. */
export function isNonsense(extent: Extent): boolean {
  return extent.count >= MIN_NONSENSE_ROWS;
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

  const absorb = (from: number, to: number): Extent[] => {
    const isWithin = ({ rowFrom, rowTo }: Open) => (rowFrom ?? 0) >= Math.max(1, from) && (rowTo ?? 0) <= to;
    const within = [...kept, ...cut.values()].filter(isWithin);
    const left = kept.filter((finding) => !isWithin(finding));
    kept.splice(0, kept.length, ...left);
    for (const [code, finding] of cut) if (isWithin(finding)) cut.delete(code);
    latest.clear();
    return gather(
      within.map(({ rowFrom, rowTo, count }) => ({ rowFrom: rowFrom ?? 0, rowTo: rowTo ?? 0, count: count ?? 0 })),
    );
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
    absorb,
    findings: () => [...kept, ...cut.values()],
  };
}
