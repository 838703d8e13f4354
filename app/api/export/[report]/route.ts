/** Download of a report: `/api/export/trial-balance?format=pdf&lao=06350302&snapshot=…&month=2024-03`. Of a province: `province=35` instead of `lao`. Made in a worker thread. */

import { respond } from "@/app/_http/respond";
import { requestContext } from "@/app/_session/current-actor";
import { startExport } from "@/lib/export/start-export";

export const dynamic = "force-dynamic";

interface Context {
  readonly params: Promise<{ readonly report: string }>;
}

export function GET(request: Request, { params }: Context): Promise<Response> {
  return respond(request, async () => {
    const { actor } = await requestContext();
    const { report } = await params;
    const { format = "", lao, province, snapshot, ...rest } = Object.fromEntries(new URL(request.url).searchParams);
    const { headers, body } = await startExport(
      { actor, reportId: report, lao, province, snapshot, params: rest, format },
      request.signal,
    );
    return new Response(body, { headers });
  });
}
