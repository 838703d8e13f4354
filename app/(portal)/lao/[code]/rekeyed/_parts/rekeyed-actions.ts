"use server";
/** What the forms of the page do: delete a file, take documents of the system in use, decide items. Whether the asker may is the operations' business. */
import { revalidatePath } from "next/cache";
import { formText } from "@/app/_http/form-text";
import { requestContext } from "@/app/_session/current-actor";
import { decideRekeyed } from "@/lib/operations/decide-rekeyed";
import { deleteRekeyed } from "@/lib/operations/delete-rekeyed";
import { takeLiveBooks } from "@/lib/operations/take-live-books";
import { DECISIONS } from "@/lib/rekeyed/worksheet";

export async function deleteUploadAction(form: FormData): Promise<void> {
  const lao = formText(form, "lao");
  const number = formText(form, "upload");
  await deleteRekeyed(await requestContext(), { lao, uploadNo: BigInt(/^\d{1,18}$/.test(number) ? number : 0) });
  revalidatePath(`/lao/${lao}/rekeyed`);
}

export async function takeLiveAction(form: FormData): Promise<void> {
  const lao = formText(form, "lao");
  await takeLiveBooks(await requestContext(), { lao, live: formText(form, "live") });
  revalidatePath(`/lao/${lao}/rekeyed`);
}

/** Nothing chosen, nothing done. */
export async function decideAction(form: FormData): Promise<void> {
  const lao = formText(form, "lao");
  const items = form.getAll("item").filter((item) => typeof item === "string");
  const decision = DECISIONS.find((one) => one === formText(form, "decision")) ?? "to-do";
  if (items.length === 0) return;
  await decideRekeyed(await requestContext(), { lao, items, decision, note: formText(form, "note").slice(0, 2_000) });
  revalidatePath(`/lao/${lao}/rekeyed`);
}
