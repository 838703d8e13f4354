/** Entry of the export threads (bundled to dist/export-worker.mjs): opens its own connection and makes one file after the other. */
import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";
import { openDatabase } from "@/db/client";
import { AppError } from "@/lib/errors/app-error";
import { asciiFileName, exportFileName } from "@/lib/export/file-name";
import { serveExports } from "@/lib/export/serve-exports";
import { exportReport } from "@/lib/operations/export-report";
import { FORMAT_IDS, ownFormatsOf } from "@/lib/render/format-ids";
import { findFormat } from "@/lib/render/formats";
import { EXPORT_SENTENCES } from "@/lib/wording/export";

/** One for the transaction that reads, one for the record of the file beside it. */
const CONNECTIONS = 2;

const { databaseUrl } = z.object({ databaseUrl: z.string() }).parse(workerData);
if (!parentPort) throw new Error("the export worker runs as a thread of the web server only");
const database = openDatabase(databaseUrl, CONNECTIONS);

serveExports(parentPort, async ({ actor, format: formatId, ...report }, sink) => {
  const format = findFormat(formatId, report.reportId);
  if (!format) {
    const known = [...FORMAT_IDS, ...ownFormatsOf(report.reportId)].join(", ");
    throw new AppError("input/invalid", EXPORT_SENTENCES.unknownFormat(known));
  }
  const { mimeType, extension } = format;
  await exportReport(
    { actor, now: new Date(), database },
    {
      ...report,
      format: formatId,
      sink: async (document, issue) => {
        sink.begin({
          mimeType,
          fileName: exportFileName(document, extension),
          asciiName: asciiFileName(document, extension),
        });
        for await (const piece of issue(formatId)) await sink.write(piece);
      },
    },
  );
});
