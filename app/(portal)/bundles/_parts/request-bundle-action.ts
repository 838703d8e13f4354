"use server";
/** Asks for a bundle of what the form names. Who may have which books is the operation's business. */
import { revalidatePath } from "next/cache";
import { formText } from "@/app/_http/form-text";
import { toProblem } from "@/app/_http/problem";
import { requestContext } from "@/app/_session/current-actor";
import { requestBundle } from "@/lib/operations/request-bundle";
import { toArabicDigits } from "@/lib/period/thai-digits";
import { isFormatId } from "@/lib/render/format-ids";
import { BUNDLE_PAGE } from "@/lib/wording/bundles";
import type { BundleAnswer } from "./bundle-answer";

export async function requestBundleAction(_before: BundleAnswer, form: FormData): Promise<BundleAnswer> {
  try {
    const month = formText(form, "month");
    await requestBundle(await requestContext(), {
      snapshot: formText(form, "snapshot") || undefined,
      laos: toArabicDigits(formText(form, "laos"))
        .split(/[\s,;]+/)
        .filter((code) => code !== ""),
      month: month === "" ? undefined : month,
      formats: form.getAll("format").flatMap((one) => (typeof one === "string" && isFormatId(one) ? [one] : [])),
    });
    revalidatePath("/bundles");
    return { isDone: true, message: BUNDLE_PAGE.asked };
  } catch (error) {
    return { isDone: false, message: toProblem(error).message };
  }
}
