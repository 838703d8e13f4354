/** Says something to an LAO, answers, or marks a thread as done; what was said before stays as it is. */
import { z } from "zod";
import { insertComment } from "@/db/writes/comment";
import type { Actor } from "@/lib/access/actor";
import { mustKeepBooks, mustOverseeLaos, mustReadBooks } from "@/lib/access/checks";
import { COMMENT_KINDS, COMMENT_LENGTH_MAX, type CommentKind } from "@/lib/comments/comment";
import { AppError } from "@/lib/errors/app-error";
import { defineOperation } from "./define-operation";
import { openLao } from "./open-lao";

export interface WriteCommentInput {
  readonly lao: string;
  readonly kind: CommentKind;
  /** Left out by one that opens a thread. */
  readonly threadNo?: bigint | undefined;
  readonly text: string;
}

export const writeComment = defineOperation<WriteCommentInput, null>({
  name: "write-comment",
  input: z
    .object({
      lao: z.string().max(20),
      kind: z.enum(COMMENT_KINDS),
      threadNo: z.bigint().positive().optional(),
      text: z.string().trim().max(COMMENT_LENGTH_MAX),
    })
    .refine(({ kind, threadNo }) => (kind === "opened") === (threadNo === undefined), { path: ["threadNo"] })
    .refine(({ kind, text }) => text !== "" || kind === "done" || kind === "reopened", { path: ["text"] }),
  access: mayWrite,
  audit: ({ lao, kind, threadNo, text }) => ({
    type: "write-comment",
    lao,
    kind,
    thread: threadNo === undefined ? "" : String(threadNo),
    characters: text.length,
  }),
  run: async ({ db, scope, actor, now }, { lao, kind, threadNo, text }) => {
    const { laoId } = await openLao(db, scope, lao, undefined);
    const isOfLao = actor.grant.kind === "lao";
    const comment = { laoId, kind, threadNo: threadNo ?? null, at: now, author: actor.name, isOfLao, text };
    if (await insertComment(db, scope, comment)) return null;
    throw new AppError("not-found", "ไม่พบความเห็นที่จะตอบ — โปรดเปิดหน้านี้ใหม่");
  },
});

/** Comments are of people: the operator at the command line has no account to write them with. */
function mayWrite(actor: Actor, { kind }: WriteCommentInput): void {
  if (actor.userId === null) throw new AppError("access/forbidden", "เขียนความเห็นได้เฉพาะผู้ใช้ที่เข้าสู่ระบบ");
  if (kind === "opened") mustOverseeLaos(actor);
  else if (kind === "answer") mustReadBooks(actor);
  else mustKeepBooks(actor);
}
