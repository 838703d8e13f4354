/** Takes a file to be checked from anybody, and leads to the page that says what it is. Nothing of it is kept. */
import { readBoundedForm } from "@/app/_http/bounded-form";
import { formText } from "@/app/_http/form-text";
import { respond } from "@/app/_http/respond";
import { mustBeSameOrigin } from "@/app/_http/same-origin";
import { openContext } from "@/app/_session/open-context";
import { keepCheckedFile } from "@/app/verify/_parts/checked-file";
import { AppError } from "@/lib/errors/app-error";
import { parseFileCode, showFileCode } from "@/lib/issued/file-code";
import { CHECKED_BYTES_MAX, verifyFile } from "@/lib/operations/verify-file";
import { VERIFY_SENTENCES } from "@/lib/wording/verify";

export const dynamic = "force-dynamic";

/** Room for the form around the file. */
const FORM_BYTES = 64 * 1024;

export function POST(request: Request): Promise<Response> {
  return respond(request, async () => {
    mustBeSameOrigin(request);
    let name = "";
    const { verdict, sha256, record } = await verifyFile(await openContext(), async () => {
      const form = await readBoundedForm(request, CHECKED_BYTES_MAX + FORM_BYTES);
      const file = form.get("file");
      if (!(file instanceof File) || file.name === "") throw new AppError("input/invalid", VERIFY_SENTENCES.noFile);
      name = file.name;
      return { bytes: Buffer.from(await file.arrayBuffer()), told: parseFileCode(formText(form, "code")) };
    });
    const checked = await keepCheckedFile({ verdict, sha256, name });
    const page = record ? `/verify/${showFileCode(record.code)}` : "/verify";
    return new Response(null, { status: 303, headers: { location: `${page}?checked=${checked}` } });
  });
}
