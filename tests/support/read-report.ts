/** Runs a report as somebody, and lays its rows out as short texts, so that a test reads like the page. */
import type { Database } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { type Amount, toBahtText } from "@/lib/money/amount";
import type { LaoCode } from "@/lib/office/office";
import { type ReportPage, runReport } from "@/lib/operations/run-report";
import type { CellValue, ReportRow } from "@/lib/reports/document";

export const NOW = new Date("2026-11-22T03:00:00Z");

export const ACTORS = {
  accountant: {
    userId: 1,
    email: "a@example.go.th",
    name: "สมหญิง",
    role: "accountant",
    grant: { kind: "lao", lao: "06350302" as LaoCode },
  },
  auditor: {
    userId: 2,
    email: "b@example.go.th",
    name: "สมชาย",
    role: "auditor",
    grant: { kind: "province", provinceCode: "35" },
  },
  department: { userId: 3, email: "c@example.go.th", name: "สมศรี", role: "department", grant: { kind: "nation" } },
  administrator: { userId: 4, email: "d@example.go.th", name: "สมศักดิ์", role: "administrator", grant: { kind: "none" } },
} as const satisfies Record<string, Actor>;

export async function readReport(
  database: Database,
  reportId: string,
  params: Record<string, string>,
  { actor = ACTORS.accountant as Actor, lao = "06350302", window = { offset: 0, limit: 1000 } } = {},
): Promise<ReportPage> {
  return runReport({ actor, now: NOW, database }, { lao, reportId, params, window });
}

/** A report on all LAOs of a province, as an auditor of it. */
export async function readProvinceReport(
  database: Database,
  reportId: string,
  params: Record<string, string>,
  { actor = ACTORS.auditor as Actor, province = "35" } = {},
): Promise<ReportPage> {
  return runReport({ actor, now: NOW, database }, { province, reportId, params, window: { offset: 0, limit: 1000 } });
}

/** `entry · 2024-03-04 · … · 3180.00 [partial 1]`; empty cells are «-». */
export function layOut(page: ReportPage): string[] {
  return page.rows.map((row) =>
    rowText(
      row,
      page.document.columns.map((column) => column.id),
    ),
  );
}

export function rowText(row: ReportRow, ids: readonly string[]): string {
  const mark = (id: string) => {
    const found = row.marks?.[id];
    return found ? ` [${found.state} ${found.notes.join(",")}]` : "";
  };
  if (row.kind === "missing") return `missing · ${row.text}${ids.map(mark).join("")}`;
  return [row.kind, ...ids.map((id) => `${cellText(row.cells[id])}${mark(id)}`)].join(" · ");
}

export function cellText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return "-";
  return typeof value === "bigint" ? toBahtText(value as Amount) : String(value);
}

export function totalTexts(page: ReportPage): string[] {
  return page.document.totals.map(
    (total) =>
      `${total.label} ${total.kind}${total.mark ? ` [${total.mark.state} ${total.mark.notes.join(",")}]` : ""}: ${Object.entries(
        total.cells,
      )
        .map(([id, amount]) => `${id} ${toBahtText(amount)}`)
        .join(" · ")}`,
  );
}
