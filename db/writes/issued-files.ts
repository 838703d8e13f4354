/** Records the files that the portal makes: before their first byte what they say, before their last one the digest of the whole. */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import type { FileCode } from "@/lib/issued/file-code";
import type { IssuedFile } from "@/lib/issued/issued-file";
import type { LaoId } from "@/lib/office/office";
import type { ScopedDb } from "../scoped";

export interface NewIssuedFile extends Omit<IssuedFile, "whole"> {
  /** Null for a report on a province. */
  readonly laoId: LaoId | null;
}

export async function insertIssuedFile(db: ScopedDb, scope: Scope, file: NewIssuedFile): Promise<void> {
  await db.execute(sql`
    insert into portal.issued_files (code, issued_at, user_id, lao_id, format, snapshot_digest, request, printed)
    values (${file.code}, ${file.issuedAt.toISOString()}, ${scope.userId}, ${file.laoId}, ${file.format}, ${file.snapshotDigest},
      ${JSON.stringify(file.request)}::jsonb, ${JSON.stringify(file.printed)}::jsonb)`);
}

/** Throws where the file is not the scope's own, or was finished before. */
export async function finishIssuedFile(
  db: ScopedDb,
  _scope: Scope,
  { code, sha256, bytes }: { readonly code: FileCode } & NonNullable<IssuedFile["whole"]>,
): Promise<void> {
  const [row] = await db.execute<{ found: boolean }>(
    sql`select portal.finish_issued_file(${code}, ${sha256}, ${bytes}) as found`,
  );
  if (row?.found !== true) throw new Error("the issued file is not there to be finished");
}
