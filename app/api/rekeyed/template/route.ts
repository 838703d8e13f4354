/** Download of an empty form: `/api/rekeyed/template?book=journal&format=xlsx`. */
import { respond } from "@/app/_http/respond";
import { requestContext } from "@/app/_session/current-actor";
import { exportHeaders } from "@/lib/export/start-export";
import { makeRekeyedTemplate } from "@/lib/operations/make-rekeyed-template";

export const dynamic = "force-dynamic";

export function GET(request: Request): Promise<Response> {
  return respond(request, async () => {
    await requestContext();
    const { book = "", format = "xlsx" } = Object.fromEntries(new URL(request.url).searchParams);
    const { bytes, ...head } = await makeRekeyedTemplate(book, format);
    return new Response(Buffer.from(bytes), { headers: exportHeaders(head) });
  });
}
