/** What the browser's door calls: one pool for the whole web server, and the answer's headers once the first bytes are there. */
import { availableParallelism } from "node:os";
import path from "node:path";
import { readEnv, readServerEnv } from "@/lib/config/env";
import { findProjectRoot } from "@/lib/config/project-root";
import { type ExportPool, makeExportPool } from "./export-pool";
import type { ExportHead, ExportRequest } from "./messages";

const QUEUE_MAX = 16;
const PER_USER_MAX = 4;
const TIME_LIMIT_MS = 5 * 60_000;

/** On globalThis, since Next bundles each route for itself. */
const place = globalThis as typeof globalThis & { portalExportPool?: ExportPool };

function pool(): ExportPool {
  place.portalExportPool ??= makeExportPool({
    workerFile: path.join(findProjectRoot(readEnv().PORTAL_ROOT), "dist", "export-worker.mjs"),
    workerData: { databaseUrl: readServerEnv().appDatabaseUrl },
    // One core is left to the pages.
    threads: Math.max(1, availableParallelism() - 1),
    queueMax: QUEUE_MAX,
    perUserMax: PER_USER_MAX,
    timeLimitMs: TIME_LIMIT_MS,
  });
  return place.portalExportPool;
}

export interface ExportAnswer {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ReadableStream<Uint8Array>;
}

/**
 * Makes the file in a worker thread. Throws, before anything is sent, what the operation throws and AppError("busy") when too many wait.
 * @param gone aborts when the reader hangs up; the work stops then
 */
export async function startExport(request: ExportRequest, gone: AbortSignal): Promise<ExportAnswer> {
  const { head, body } = await pool().start(request, gone);
  return { headers: exportHeaders(head), body };
}

/** The Thai name by RFC 5987, a plain one for older programs (RFC 6266, appendix D). */
export function exportHeaders({ mimeType, fileName, asciiName }: ExportHead): Record<string, string> {
  const encoded = encodeURIComponent(fileName).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return {
    "content-type": mimeType,
    "content-disposition": `attachment; filename="${asciiName}"; filename*=UTF-8''${encoded}`,
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
  };
}
