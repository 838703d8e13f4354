"use server";
/** Pins the report that the form names, or takes its pin away; then the page is shown again as it stands. */
import { revalidatePath } from "next/cache";
import { formText } from "@/app/_http/form-text";
import { requestContext } from "@/app/_session/current-actor";
import { pinReport } from "@/lib/operations/pin-report";

export async function pinAction(form: FormData): Promise<void> {
  const isPinned = formText(form, "pin") === "1";
  await pinReport(await requestContext(), { reportId: formText(form, "report"), isPinned });
  revalidatePath("/lao/[code]", "layout");
}
