"use server";
/** Gives up the bundle that the form names. */
import { revalidatePath } from "next/cache";
import { formText } from "@/app/_http/form-text";
import { toProblem } from "@/app/_http/problem";
import { requestContext } from "@/app/_session/current-actor";
import { cancelBundle } from "@/lib/operations/cancel-bundle";
import type { BundleAnswer } from "./bundle-answer";

export async function cancelBundleAction(_before: BundleAnswer, form: FormData): Promise<BundleAnswer> {
  try {
    await cancelBundle(await requestContext(), { bundle: formText(form, "bundle") });
    revalidatePath("/bundles");
    return { isDone: true, message: "" };
  } catch (error) {
    return { isDone: false, message: toProblem(error).message };
  }
}
