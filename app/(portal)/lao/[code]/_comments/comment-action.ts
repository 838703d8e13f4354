"use server";
/** What the forms below comments do. Whether the asker may is the operation's business. */
import { revalidatePath } from "next/cache";
import { formText } from "@/app/_http/form-text";
import { requestContext } from "@/app/_session/current-actor";
import { COMMENT_KINDS, COMMENT_LENGTH_MAX } from "@/lib/comments/comment";
import { writeComment } from "@/lib/operations/write-comment";

/** An empty answer does nothing. */
export async function commentAction(form: FormData): Promise<void> {
  const lao = formText(form, "lao");
  const kind = COMMENT_KINDS.find((one) => one === formText(form, "kind")) ?? "answer";
  const thread = formText(form, "thread");
  const text = formText(form, "text").trim().slice(0, COMMENT_LENGTH_MAX);
  if (text === "" && (kind === "opened" || kind === "answer")) return;
  const threadNo = /^[1-9]\d{0,17}$/.test(thread) ? BigInt(thread) : undefined;
  await writeComment(await requestContext(), { lao, kind, threadNo, text });
  revalidatePath(`/lao/${lao}`);
  revalidatePath(`/lao/${lao}/rekeyed`);
}
