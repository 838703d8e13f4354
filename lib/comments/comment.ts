/** Comments of those who oversee an LAO, with the answers of its accountant: text only. */

export const COMMENT_LENGTH_MAX = 2000;

/** `opened` begins a thread, by whoever oversees; `answer` by either; `done` and `reopened` by the LAO's own accountant. */
export const COMMENT_KINDS = ["opened", "answer", "done", "reopened"] as const;
export type CommentKind = (typeof COMMENT_KINDS)[number];

export interface Comment {
  readonly commentNo: bigint;
  readonly kind: CommentKind;
  readonly at: Date;
  readonly author: string;
  readonly isOfLao: boolean;
  /** Empty for `done` and `reopened` without a word. */
  readonly text: string;
}

export interface CommentThread {
  readonly threadNo: bigint;
  readonly isDone: boolean;
  /** The opening one first, in the order of time. */
  readonly comments: readonly Comment[];
}

/** Comments in the order of time, each with the number of its thread, gathered into threads: open ones first, the newest first. */
export function gatherThreads(comments: readonly (Comment & { readonly threadNo: bigint })[]): CommentThread[] {
  const threads = new Map<bigint, Comment[]>();
  for (const { threadNo, ...comment } of comments) threads.set(threadNo, [...(threads.get(threadNo) ?? []), comment]);
  return [...threads]
    .map(([threadNo, own]) => ({
      threadNo,
      isDone: own.filter(({ kind }) => kind === "done" || kind === "reopened").at(-1)?.kind === "done",
      comments: own,
    }))
    .sort((one, other) => Number(one.isDone) - Number(other.isDone) || (one.threadNo > other.threadNo ? -1 : 1));
}
