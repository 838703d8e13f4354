/** Appends a comment to an LAO. Row-level security asks again who may. */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import type { CommentKind } from "@/lib/comments/comment";
import type { LaoId } from "@/lib/office/office";
import type { ScopedDb } from "../scoped";

export interface NewComment {
  readonly laoId: LaoId;
  readonly kind: CommentKind;
  /** Null for one that opens a thread. */
  readonly threadNo: bigint | null;
  readonly at: Date;
  readonly author: string;
  readonly isOfLao: boolean;
  readonly text: string;
}

/** False where the LAO has no such thread. */
export async function insertComment(db: ScopedDb, scope: Scope, comment: NewComment): Promise<boolean> {
  const { laoId, kind, threadNo, at, author, isOfLao, text } = comment;
  const rows = await db.execute(sql`
    insert into portal.comments (thread_no, at, lao_id, user_id, kind, is_of_lao, author, body)
    select ${threadNo}::bigint, ${at.toISOString()}::timestamptz, ${laoId}, ${scope.userId}, ${kind}, ${isOfLao}, ${author}, ${text}
    where ${threadNo}::bigint is null
      or exists (select from portal.comments where comment_no = ${threadNo}::bigint and kind = 'opened' and lao_id = ${laoId})
    returning comment_no`);
  return rows.length > 0;
}
