/** Comments to an LAO, open ones first; the forms that the reader's role may use. Nothing is shown to an accountant without any. */
import type { CommentThread } from "@/lib/comments/comment";
import { COMMENT_LENGTH_MAX } from "@/lib/comments/comment";
import { formatMoment } from "@/lib/period/date";
import { COMMENTS } from "@/lib/wording/comments";
import { commentAction } from "./comment-action";

interface CommentThreadsProps {
  readonly threads: readonly CommentThread[];
  readonly lao: string;
  /** Of the LAO itself: answers and marks as done. Others open threads and answer. */
  readonly isOfLao: boolean;
}

export function CommentThreads({ threads, lao, isOfLao }: CommentThreadsProps) {
  if (threads.length === 0 && isOfLao) return null;
  return (
    <section className="mt-8" aria-labelledby="comments">
      <h2 id="comments" className="text-xl">
        {COMMENTS.title}
      </h2>
      {threads.length === 0 && <p className="text-soft">{COMMENTS.none}</p>}
      <ul>
        {threads.map((thread) => (
          <li key={String(thread.threadNo)} className="mt-3 max-w-[80ch] border-t border-rule pt-2">
            <Thread thread={thread} lao={lao} isOfLao={isOfLao} />
          </li>
        ))}
      </ul>
      {!isOfLao && <CommentForm lao={lao} kind="opened" label={COMMENTS.write} send={COMMENTS.send} />}
    </section>
  );
}

interface ThreadProps {
  readonly thread: CommentThread;
  readonly lao: string;
  readonly isOfLao: boolean;
}

function Thread({ thread, lao, isOfLao }: ThreadProps) {
  const threadNo = String(thread.threadNo);
  return (
    <>
      <p className="font-semibold">{thread.isDone ? COMMENTS.done : COMMENTS.open}</p>
      {thread.comments.map((comment) => (
        <div key={String(comment.commentNo)} className="mt-1">
          <p className="text-soft">
            {comment.author} ({comment.isOfLao ? COMMENTS.ofLao : COMMENTS.ofOverseer}) · {formatMoment(comment.at)}
            {comment.kind === "done" && ` · ${COMMENTS.saidDone}`}
            {comment.kind === "reopened" && ` · ${COMMENTS.saidReopened}`}
          </p>
          {comment.text !== "" && <p className="whitespace-pre-line wrap-anywhere">{comment.text}</p>}
        </div>
      ))}
      <details className="no-print mt-1">
        <summary className="py-1">{COMMENTS.answer}</summary>
        <CommentForm lao={lao} kind="answer" thread={threadNo} label={COMMENTS.answer} send={COMMENTS.sendAnswer} />
      </details>
      {isOfLao && (
        <form action={commentAction} className="no-print mt-2">
          <input type="hidden" name="lao" value={lao} />
          <input type="hidden" name="thread" value={threadNo} />
          <input type="hidden" name="kind" value={thread.isDone ? "reopened" : "done"} />
          <button type="submit" className="button">
            {thread.isDone ? COMMENTS.reopen : COMMENTS.markDone}
          </button>
        </form>
      )}
    </>
  );
}

interface CommentFormProps {
  readonly lao: string;
  readonly kind: "opened" | "answer";
  readonly thread?: string;
  readonly label: string;
  readonly send: string;
}

function CommentForm({ lao, kind, thread, label, send }: CommentFormProps) {
  const id = `comment-${thread ?? "new"}`;
  return (
    <form action={commentAction} className="no-print mt-3 max-w-[80ch]">
      <input type="hidden" name="lao" value={lao} />
      <input type="hidden" name="kind" value={kind} />
      {thread !== undefined && <input type="hidden" name="thread" value={thread} />}
      <div className="field">
        <label htmlFor={id}>{label}</label>
        <textarea
          id={id}
          name="text"
          rows={3}
          maxLength={COMMENT_LENGTH_MAX}
          required
          className="control w-full"
          aria-describedby={`${id}-limit`}
        />
      </div>
      <p id={`${id}-limit`} className="text-soft">
        {COMMENTS.limit}
      </p>
      <button type="submit" className="button mt-1">
        {send}
      </button>
    </form>
  );
}
