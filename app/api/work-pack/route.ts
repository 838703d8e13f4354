/** Download of a work pack: `/api/work-pack?lao=06350302&unit=…&snapshot=…`. */
import { Readable } from "node:stream";
import { respond } from "@/app/_http/respond";
import { requestContext } from "@/app/_session/current-actor";
import { workPackNames } from "@/lib/export/file-name";
import { exportHeaders } from "@/lib/export/start-export";
import { makeWorkPack } from "@/lib/operations/make-work-pack";
import { renderWorkPack } from "@/lib/render/excel/render-work-pack";
import { EXCEL_MIME } from "@/lib/render/format-ids";

export const dynamic = "force-dynamic";

export function GET(request: Request): Promise<Response> {
  return respond(request, async () => {
    const { lao = "", unit, snapshot } = Object.fromEntries(new URL(request.url).searchParams);
    const pack = await makeWorkPack(await requestContext(), { lao, unit, snapshot });
    const headers = exportHeaders({ mimeType: EXCEL_MIME, ...workPackNames(pack) });
    const body = Readable.toWeb(Readable.from(renderWorkPack(pack))) as ReadableStream<Uint8Array>;
    return new Response(body, { headers });
  });
}
