/** The comments to an LAO. No figures of its books, so viewing them leaves no audit row. */
import { z } from "zod";
import { commentThreads } from "@/db/queries/comments";
import { mustReadBooks } from "@/lib/access/checks";
import type { CommentThread } from "@/lib/comments/comment";
import { defineOperation } from "./define-operation";
import { openLao } from "./open-lao";

export const listComments = defineOperation<{ readonly lao: string }, readonly CommentThread[]>({
  name: "list-comments",
  input: z.object({ lao: z.string().max(20) }),
  access: mustReadBooks,
  audit: () => null,
  run: async ({ db, scope }, { lao }) => {
    const { laoId } = await openLao(db, scope, lao, undefined);
    return commentThreads(db, scope, laoId);
  },
});
