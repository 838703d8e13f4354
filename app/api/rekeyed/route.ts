/** Takes a file of re-keyed books from the form of the LAO's page, and leads back there, or on to telling its columns. */
import { readBoundedForm } from "@/app/_http/bounded-form";
import { formText } from "@/app/_http/form-text";
import { respond } from "@/app/_http/respond";
import { mustBeSameOrigin } from "@/app/_http/same-origin";
import { requestContext } from "@/app/_session/current-actor";
import { AppError } from "@/lib/errors/app-error";
import { uploadRekeyed } from "@/lib/operations/upload-rekeyed";
import { UPLOAD_LIMITS } from "@/lib/rekeyed/read/upload-limits";
import { REKEYED } from "@/lib/wording/rekeyed";

export const dynamic = "force-dynamic";

/** Room for the form around the file. */
const FORM_BYTES = 64 * 1024;

export function POST(request: Request): Promise<Response> {
  return respond(request, async () => {
    mustBeSameOrigin(request);
    const context = await requestContext();
    const form = await readBoundedForm(request, UPLOAD_LIMITS.fileBytes + FORM_BYTES);
    const file = form.get("file");
    const lao = formText(form, "lao");
    if (!(file instanceof File) || file.name === "") throw new AppError("input/invalid", REKEYED.noFile);
    const answer = await uploadRekeyed(context, {
      lao,
      fileName: file.name.slice(0, 255),
      content: Buffer.from(await file.arrayBuffer()),
      isReplacing: formText(form, "replace") === "1",
      month: formText(form, "month") || undefined,
    });
    const path = `/lao/${encodeURIComponent(lao)}/rekeyed`;
    const location = answer.book === null ? `${path}/${answer.uploadNo}` : `${path}#worksheet`;
    return new Response(null, { status: 303, headers: { location } });
  });
}
