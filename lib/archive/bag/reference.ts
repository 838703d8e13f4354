/** Reads the reference tables. Without `laos.csv` nothing can be placed and the bag is refused; all else is a finding. */
import type { Finding } from "@/lib/finding/finding";
import { makeFinding } from "@/lib/finding/finding";
import { copyCell } from "../csv/cell-value";
import { readHeader } from "../csv/header";
import { createRowFindings, type RowFindings } from "../csv/row-findings";
import { scanPlan } from "../csv/scan-plan";
import { INCOMPLETE, type SplitOptions, splitRow } from "../csv/split-row";
import { findUnsoundText } from "../csv/thai-text";
import { windows874ToUtf8 } from "../csv/windows-874";
import { REFERENCE_TABLES, type ReferenceSpec } from "../tables";
import type { StoredFile } from "./bag-store";
import type { BagLimits } from "./limits";
import { refuseBag } from "./refuse";
import type { SnapshotDescription } from "./snapshot-description";

/** A checked row by column name: text as in the file, null where an optional cell is empty. */
export type ReferenceRow = Readonly<Record<string, string | null>>;
export type Reference = Readonly<Record<string, readonly ReferenceRow[]>>;

export function referencePath(name: string): string {
  return `data/reference/${name}.csv`;
}

function readRow(
  spec: ReferenceSpec,
  cells: readonly string[],
  rowNo: number,
  isTranscoded: boolean,
  findings: RowFindings,
): ReferenceRow | undefined {
  const row: Record<string, string | null> = {};
  let isReadable = true;
  spec.columns.forEach((column, index) => {
    const text = cells[index] ?? "";
    const isText = column.kind === "text";
    const trouble = { rowNo, column: column.name, found: text };
    const isUndecodable = text.includes("\ufffd") && (isTranscoded || !isText);
    if (isUndecodable) findings.add({ code: "row/encoding", ...trouble });
    else if (copyCell(column, text) === undefined) findings.add({ code: "row/value", ...trouble });
    else if (isText && findUnsoundText(text) !== undefined) findings.add({ code: "row/text", ...trouble });
    if (!isText && copyCell(column, text) === undefined) isReadable = false;
    row[column.name] = text === "" && column.optional ? null : text.replaceAll("\0", "\ufffd");
  });
  return isReadable ? row : undefined;
}

function readTable(spec: ReferenceSpec, bytes: Buffer, encoding: SnapshotDescription["encoding"]) {
  const plan = scanPlan(spec);
  const isTranscoded = encoding === "windows-874";
  const src = isTranscoded ? windows874ToUtf8(bytes) : bytes;
  const file = referencePath(spec.name);
  const findings = createRowFindings({ lao: null, module: null, month: null, table: spec.name, file });
  const options: SplitOptions = {
    src,
    end: src.length,
    isFinal: true,
    columnCount: spec.columns.length,
    lookAhead: { left: src.length * 32 },
  };
  const header = readHeader(plan, options);
  if (header === INCOMPLETE) throw new Error("a whole table's header cannot be incomplete");
  if (header.found !== null)
    findings.add({ code: "row/shape", rowNo: 0, expected: plan.header.toString(), found: header.found });
  const rows: ReferenceRow[] = [];
  const keys = new Set<string>();
  let rowNo = 0;
  for (let at = header.next; at < src.length && !header.isUnknown; ) {
    const split = splitRow({ ...options, columnCount: header.columnCount }, at);
    if (split === INCOMPLETE) break;
    at = split.next;
    if (split.cells.length === 1 && split.cells[0]?.to === split.cells[0]?.from && at >= src.length) break;
    rowNo++;
    if (split.problem || split.cells.length !== header.columnCount) {
      findings.add({
        code: "row/shape",
        rowNo,
        expected: String(header.columnCount),
        found: String(split.cells.length),
      });
      continue;
    }
    const cells = spec.columns.map((_, column) => {
      const cell = split.cells[header.order?.[column] ?? column];
      const text = cell ? src.toString("utf8", cell.from, cell.to) : "";
      return cell?.hasDoubledQuotes ? text.replaceAll('""', '"') : text;
    });
    const row = readRow(spec, cells, rowNo, isTranscoded, findings);
    if (!row) continue;
    const key = spec.key.map((name) => row[name]).join("\n");
    if (keys.has(key)) findings.add({ code: "row/duplicate", rowNo, doc: key.replaceAll("\n", " ") });
    else rows.push(row);
    keys.add(key);
  }
  return { rows, findings: findings.findings() };
}

/**
 * Reads all reference tables through `openFile`.
 * @param isListed whether a manifest names the file: what is not listed is not read
 */
export async function readReference(
  openFile: (path: string) => Promise<StoredFile | undefined>,
  isListed: (path: string) => boolean,
  encoding: SnapshotDescription["encoding"],
  limits: BagLimits,
): Promise<{ reference: Reference; findings: Finding[] }> {
  const reference: Record<string, readonly ReferenceRow[]> = {};
  const findings: Finding[] = [];
  for (const spec of REFERENCE_TABLES) {
    const path = referencePath(spec.name);
    const file = isListed(path) ? await openFile(path) : undefined;
    reference[spec.name] = [];
    if (!file) {
      if (spec.name === "laos") refuseBag(`ไม่มีไฟล์ ${path} ที่ระบุไว้ใน manifest จึงไม่รู้ว่าข้อมูลเป็นของ อปท. ใด`);
      // a listed file that is gone is found with the other missing files
      if (spec.required && !isListed(path))
        findings.push(makeFinding({ code: "file/missing", confidence: "bytes", table: spec.name, file: path }));
      continue;
    }
    try {
      if (file.sizeBytes > limits.maxReferenceBytes) refuseBag(`ไฟล์ ${path} ใหญ่ผิดปกติ`);
      const table = readTable(spec, file.readAll(), encoding);
      reference[spec.name] = table.rows;
      for (const finding of table.findings) findings.push(finding);
    } finally {
      file.close();
    }
  }
  if (reference.laos?.length === 0) refuseBag(`อ่านรายชื่อ อปท. จาก ${referencePath("laos")} ไม่ได้แม้แต่แห่งเดียว`);
  if ((reference.laos?.length ?? 0) > limits.maxLaos) refuseBag(`มี อปท. มากกว่า ${limits.maxLaos} แห่ง`);
  return { reference, findings };
}
