/** Scans CSV text without a bag: what one table's rows become, for tests of the row readers. */
import { type CopyBuffer, createCopyBuffer } from "@/lib/archive/csv/copy-buffer";
import { createRowFindings } from "@/lib/archive/csv/row-findings";
import { createRowScanner } from "@/lib/archive/csv/row-scanner";
import { scanPlan } from "@/lib/archive/csv/scan-plan";
import { findTable } from "@/lib/archive/tables";
import type { LaoCode } from "@/lib/office/office";
import type { Month } from "@/lib/period/month";
import { LAO } from "./make-bag";

export interface ScanTextOptions {
  readonly table?: string;
  readonly month?: string;
  readonly encoding?: "utf-8" | "windows-874";
  /** Sizes of the pieces in which the text is given; all at once if left out. */
  readonly pieceBytes?: () => number;
}

/** Rows as COPY text without the leading snapshot, LAO and month. */
export function scanText(text: string | Buffer, options: ScanTextOptions = {}) {
  const table = options.table ?? "journal";
  const spec = findTable(table);
  if (!spec) throw new Error(`no table ${table}`);
  const month = (options.month ?? "2024-01") as Month;
  const out: CopyBuffer = createCopyBuffer({ flush: () => {} });
  const place = { lao: LAO as LaoCode, module: spec.module, month, table, file: `${table}.csv.gz` };
  const findings = createRowFindings(place);
  const scanner = createRowScanner({
    plan: scanPlan(spec),
    laoCode: LAO,
    month,
    copyPrefix: "1\t2\t3\t",
    out,
    encoding: options.encoding ?? "utf-8",
    findings,
    pieceBytes: 1,
  });
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) {
    const size = options.pieceBytes?.() ?? bytes.length;
    scanner.push(bytes.subarray(at, at + size), false);
    at += size;
  }
  scanner.push(Buffer.alloc(0), true);
  const copied = out.bytes.toString("utf8", 0, out.length);
  return {
    rows: copied
      .split("\n")
      .slice(0, -1)
      .map((line) => line.split("\t").slice(3)),
    copied,
    scanner,
    findings: findings.findings(),
    quarantined: findings.quarantined,
  };
}
