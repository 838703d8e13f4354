/** The files that were sent: what was read of each, what could not be, and its checksum. */
import { href } from "@/app/_ui/href";
import { LedgerRegion } from "@/app/_ui/ledger-region";
import { formatMoment } from "@/lib/period/date";
import type { RekeyedUpload } from "@/lib/rekeyed/upload";
import { rekeyedEntryList } from "@/lib/reports/definitions/rekeyed-entry-list";
import { bookName, REKEYED, uploadStateName } from "@/lib/wording/rekeyed";
import { WORK_PACK } from "@/lib/wording/work-pack";
import { laoOfPack } from "@/lib/workpack/work-pack";
import { deleteUploadAction } from "./rekeyed-actions";

interface UploadTableProps {
  readonly uploads: readonly RekeyedUpload[];
  readonly path: string;
  readonly lao: string;
  readonly canWrite: boolean;
}

const CELLS_SHOWN = 50;

export function UploadTable({ uploads, path, lao, canWrite }: UploadTableProps) {
  return (
    <section className="mt-8">
      <h2 className="text-xl">{REKEYED.filesTitle}</h2>
      <LedgerRegion label={REKEYED.filesTable}>
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col" className="words">
                {REKEYED.fileName}
              </th>
              <th scope="col">{REKEYED.book}</th>
              <th scope="col" className="num">
                {REKEYED.documents}
              </th>
              <th scope="col">{REKEYED.state}</th>
              <th scope="col">{REKEYED.sentAt}</th>
              <th scope="col">{REKEYED.sentBy}</th>
            </tr>
          </thead>
          <tbody>
            {uploads.map((upload) => (
              <tr key={String(upload.uploadNo)}>
                <th scope="row" className="words">
                  {upload.fileName}
                  <UploadDetails upload={upload} />
                  {upload.state === "current" && upload.book === "journal" && (
                    <a
                      href={href(`/lao/${lao}/reports/${rekeyedEntryList.id}`, { upload: String(upload.uploadNo) })}
                      className="inline-block py-1"
                    >
                      {rekeyedEntryList.title}
                    </a>
                  )}
                  {canWrite && upload.state !== "deleted" && (
                    <details>
                      <summary>{REKEYED.delete}</summary>
                      <form action={deleteUploadAction} className="py-2">
                        <input type="hidden" name="lao" value={lao} />
                        <input type="hidden" name="upload" value={String(upload.uploadNo)} />
                        <p className="text-soft">{REKEYED.deleteNote}</p>
                        <button type="submit" className="button">
                          {REKEYED.delete}
                        </button>
                      </form>
                    </details>
                  )}
                </th>
                <td className="whitespace-nowrap">
                  {upload.state === "waiting" ? "–" : bookName(upload.book)}
                  {laoOfPack(upload.heads) !== undefined && <span className="block text-soft">{WORK_PACK.short}</span>}
                </td>
                <td className="num">{upload.documentCount.toLocaleString("en-US")}</td>
                <td className="min-w-32">
                  {uploadStateName(upload.state)}
                  {canWrite && hasColumns(upload) && (
                    <>
                      {" "}
                      <a href={`${path}/${upload.uploadNo}`}>{REKEYED.columns}</a>
                    </>
                  )}
                </td>
                <td className="code">{formatMoment(upload.uploadedAt)}</td>
                <td className="min-w-32">{upload.uploadedBy}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </LedgerRegion>
    </section>
  );
}

/** Its columns can be told: not of what was taken from an archive. */
function hasColumns({ state, mapping }: RekeyedUpload): boolean {
  return state === "waiting" || (state !== "deleted" && Object.keys(mapping).length > 0);
}

function UploadDetails({ upload }: { readonly upload: RekeyedUpload }) {
  const lists = [
    { title: REKEYED.problems, cells: upload.problems, isDamage: true },
    { title: REKEYED.assumptions, cells: upload.assumptions, isDamage: false },
  ].filter(({ cells }) => cells.length > 0);
  return (
    <>
      <span className="block break-all text-soft">
        {REKEYED.checksum}: {upload.sha256}
      </span>
      {lists.map(({ title, cells, isDamage }) => (
        <details key={title}>
          <summary className={isDamage ? "text-damage" : undefined}>
            {title}: {cells.length.toLocaleString("en-US")}
          </summary>
          <ul className="list-disc pl-6">
            {cells.slice(0, CELLS_SHOWN).map(({ address, sheet, problem }) => (
              <li key={`${sheet} ${address} ${problem}`}>
                {sheet === upload.fileName ? "" : `${sheet} `}
                {address}: {problem}
              </li>
            ))}
          </ul>
        </details>
      ))}
      {upload.leftOutRows.length > 0 && (
        <span className="block text-soft">
          {REKEYED.leftOut}: {upload.leftOutRows.slice(0, CELLS_SHOWN).join(", ")}
        </span>
      )}
    </>
  );
}
