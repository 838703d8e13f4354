/** The record of one issued file, for whoever holds its code or its bytes. Grain: at most one row; the one of the code before one of the digest. */
import { sql } from "drizzle-orm";
import type { FileCode } from "@/lib/issued/file-code";
import type { IssuedFile, IssuedRequest } from "@/lib/issued/issued-file";
import type { PrintedFacts } from "@/lib/issued/printed-facts";
import type { Database } from "../client";
import { withNobody } from "../scoped";

interface Row extends Record<string, unknown> {
  code: FileCode;
  issued_at: string;
  format: string;
  snapshot_digest: string;
  request: IssuedRequest;
  printed: PrintedFacts;
  sha256: string | null;
  byte_count: bigint | null;
}

export async function findIssuedFile(
  database: Database,
  { code, sha256 }: { readonly code?: FileCode | undefined; readonly sha256?: string | undefined },
): Promise<IssuedFile | undefined> {
  const [row] = await withNobody(database, (db) =>
    db.execute<Row>(sql`select code, to_json(issued_at) #>> '{}' as issued_at, format, snapshot_digest, request, printed, sha256, byte_count
      from portal.issued_file(${code ?? null}, ${sha256 ?? null})`),
  );
  if (!row) return undefined;
  const { sha256: whole, byte_count: bytes } = row;
  return {
    code: row.code,
    issuedAt: new Date(row.issued_at),
    format: row.format,
    snapshotDigest: row.snapshot_digest,
    request: row.request,
    printed: row.printed,
    whole: whole === null || bytes === null ? null : { sha256: whole, bytes: Number(bytes) },
  };
}
