/** Download of a finished bundle: `/api/bundles/<id>`. Only a whole, checked file has this name. */
import { open } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { respond } from "@/app/_http/respond";
import { requestContext } from "@/app/_session/current-actor";
import { bundleFile } from "@/lib/bundle/bundle";
import { readEnv } from "@/lib/config/env";
import { findProjectRoot } from "@/lib/config/project-root";
import { AppError } from "@/lib/errors/app-error";
import { exportHeaders } from "@/lib/export/start-export";
import { downloadBundle } from "@/lib/operations/download-bundle";
import { BUNDLE_SENTENCES, bundleFileName } from "@/lib/wording/bundles";

export const dynamic = "force-dynamic";

interface Context {
  readonly params: Promise<{ readonly bundle: string }>;
}

export function GET(request: Request, { params }: Context): Promise<Response> {
  return respond(request, async () => {
    const bundle = await downloadBundle(await requestContext(), { bundle: (await params).bundle });
    const env = readEnv();
    const dataFolder = path.resolve(findProjectRoot(env.PORTAL_ROOT), env.PORTAL_DATA_DIR);
    const file = await open(bundleFile(dataFolder, bundle.id)).catch(() => undefined);
    if (!file) throw new AppError("not-found", BUNDLE_SENTENCES.gone);
    const headers = exportHeaders({
      mimeType: "application/zip",
      fileName: bundleFileName(bundle.laos, bundle.month),
      asciiName: `reports-${bundle.laos[0]}-${bundle.month ?? "all"}.zip`,
    });
    // closes the file when the last byte is read or the reader hangs up
    const body = Readable.toWeb(file.createReadStream()) as ReadableStream<Uint8Array>;
    return new Response(body, { headers: { ...headers, "content-length": String(bundle.bytes) } });
  });
}
