/**
 * Makes one file of a report and keeps what it says and the digest of its bytes. Not an operation itself: `export-report` and `export-bundle-file`
 * call it inside theirs, after their checks.
 */
import { createHash } from "node:crypto";
import { servedSnapshot } from "@/db/queries/served-snapshot";
import { withScope } from "@/db/scoped";
import { finishIssuedFile, insertIssuedFile } from "@/db/writes/issued-files";
import { portalAddress } from "@/lib/config/env";
import { AppError } from "@/lib/errors/app-error";
import { type FileCode, newFileCode, showFileCode } from "@/lib/issued/file-code";
import { printedFacts } from "@/lib/issued/printed-facts";
import { isLao } from "@/lib/office/place";
import { findFormat } from "@/lib/render/formats";
import type { ReportDocument } from "@/lib/reports/document";
import { BUNDLE_SENTENCES } from "@/lib/wording/bundles";
import { EXPORT_SENTENCES } from "@/lib/wording/export";
import type { OperationRun } from "./define-operation";
import { paramsOf } from "./open-report";

/** Gives the file of a document in a format, `pdf` …, in pieces. Throws AppError("input/invalid") for a format that the report has not. */
export type IssueFile = (formatId: string) => AsyncGenerator<Uint8Array, void, undefined>;

/**
 * The record is written by transactions of its own, beside the one that the rows are read in: it must stand before the first byte leaves, and stay
 * where the export fails afterwards. So the pool needs two connections for each file that is made at once.
 * @param newCode told for tests only
 */
export function fileIssuer(
  { db, scope, database, now }: OperationRun,
  document: ReportDocument,
  newCode: () => FileCode = newFileCode,
): IssueFile {
  return async function* issue(formatId) {
    const format = findFormat(formatId, document.reportId);
    if (!format) throw new AppError("input/invalid", EXPORT_SENTENCES.unknownFormat(formatId));
    const { place } = document;
    const snapshot = await servedSnapshot(db, scope, document.snapshot.id);
    if (snapshot.loadedAt !== document.snapshot.loadedAt) throw new AppError("conflict", BUNDLE_SENTENCES.replaced);
    const code = newCode();
    const seal = { code: showFileCode(code), address: new URL(`/verify/${showFileCode(code)}`, portalAddress()).href };
    await withScope(database, scope, (own) =>
      insertIssuedFile(own, scope, {
        code,
        issuedAt: now,
        format: formatId,
        laoId: isLao(place) ? place.id : null,
        snapshotDigest: snapshot.digest,
        request: {
          snapshot: snapshot.id,
          ...(isLao(place) ? { lao: place.code } : { province: place.provinceCode }),
          reportId: document.reportId,
          params: paramsOf(document),
        },
        printed: printedFacts(document),
      }),
    );
    const digest = createHash("sha256");
    let bytes = 0;
    let last: Uint8Array | undefined;
    for await (const piece of format.render({ ...document, seal })) {
      digest.update(piece);
      bytes += piece.length;
      if (last) yield last;
      last = piece;
    }
    const whole = { code, sha256: digest.digest("hex"), bytes };
    await withScope(database, scope, (own) => finishIssuedFile(own, scope, whole));
    // Only now: whoever has the whole file finds its digest.
    if (last) yield last;
  };
}
