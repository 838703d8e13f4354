/** Comments to an LAO, in the order of time. Grain: one row a comment; the latest threads alone where there are very many. */
import { sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { type CommentKind, type CommentThread, gatherThreads } from "@/lib/comments/comment";
import type { LaoId } from "@/lib/office/office";
import type { ScopedDb } from "../scoped";
import { moment } from "./moment";

const COMMENTS_READ = 1_000;

interface Row extends Record<string, unknown> {
  comment_no: bigint;
  thread_no: bigint;
  kind: CommentKind;
  at_ms: bigint;
  author: string;
  is_of_lao: boolean;
  body: string;
}

export async function commentThreads(db: ScopedDb, scope: Scope, laoId: LaoId): Promise<CommentThread[]> {
  const rows = await db.execute<Row>(sql`
    select comment_no, coalesce(thread_no, comment_no) as thread_no, kind, (extract(epoch from at) * 1000)::bigint as at_ms, author, is_of_lao, body
    from portal.comments where lao_id = ${laoId} and lao_id between ${scope.from} and ${scope.to}
    order by comment_no desc limit ${COMMENTS_READ}`);
  return gatherThreads(
    rows.reverse().map((row) => ({
      commentNo: BigInt(row.comment_no),
      threadNo: BigInt(row.thread_no),
      kind: row.kind,
      at: moment(BigInt(row.at_ms)),
      author: row.author,
      isOfLao: row.is_of_lao,
      text: row.body,
    })),
  );
}
