/** Archives in the database: what they are, whether readers see them, when they came. */
import { LedgerRegion } from "@/app/_ui/ledger-region";
import { formatDate, formatMoment } from "@/lib/period/date";
import type { Snapshot } from "@/lib/snapshots/snapshot";
import { FRAME, SNAPSHOT_KINDS, SNAPSHOTS } from "@/lib/wording/screen";

export function SnapshotTable({ snapshots }: { readonly snapshots: readonly Snapshot[] }) {
  return (
    <LedgerRegion label={SNAPSHOTS.table}>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col" className="pin words">
              {SNAPSHOTS.name}
            </th>
            <th scope="col">{SNAPSHOTS.id}</th>
            <th scope="col">{SNAPSHOTS.kind}</th>
            <th scope="col">{SNAPSHOTS.asOf}</th>
            <th scope="col">{SNAPSHOTS.period}</th>
            <th scope="col">{SNAPSHOTS.loadedAt}</th>
            <th scope="col">{SNAPSHOTS.status}</th>
          </tr>
        </thead>
        <tbody>
          {snapshots.map((snapshot) => (
            <tr key={`${snapshot.id} ${snapshot.status} ${snapshot.digest}`}>
              <th scope="row" className="pin words">
                {snapshot.title}
                {snapshot.synthetic && <span className="text-damage"> ({FRAME.synthetic})</span>}
              </th>
              <td className="code">{snapshot.id}</td>
              <td>{SNAPSHOT_KINDS[snapshot.kind]}</td>
              <td className="code">{formatDate(snapshot.asOf)}</td>
              <td>
                {formatDate(snapshot.periodFrom)} – {formatDate(snapshot.periodTo)}
              </td>
              <td className="code">{snapshot.loadedAt ? formatMoment(new Date(snapshot.loadedAt)) : "–"}</td>
              <td>{SNAPSHOTS.statuses[snapshot.status]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </LedgerRegion>
  );
}
