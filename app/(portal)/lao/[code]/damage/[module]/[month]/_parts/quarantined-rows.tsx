/** Rows that could not be used, as they stood in their files: evidence for whoever compares with paper. Folded away. */
import { LedgerRegion } from "@/app/_ui/ledger-region";
import type { PartitionEvidence } from "@/lib/operations/view-partition";
import { sayCount } from "@/lib/wording/finding-phrases";
import { findingTitle, tableName } from "@/lib/wording/names";
import { DAMAGE } from "@/lib/wording/screen";

export function QuarantinedRows({ rows }: { readonly rows: PartitionEvidence["quarantinedRows"] }) {
  if (rows.length === 0) return null;
  return (
    <details className="mt-8">
      <summary className="text-lg font-semibold">{DAMAGE.quarantinedTitle}</summary>
      <p className="text-soft">{DAMAGE.quarantinedLead}</p>
      <LedgerRegion label={DAMAGE.quarantinedTable}>
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">{DAMAGE.table}</th>
              <th scope="col" className="num">
                {DAMAGE.row}
              </th>
              <th scope="col">{DAMAGE.reason}</th>
              <th scope="col">{DAMAGE.raw}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.table} ${row.rowNo} ${row.code}`}>
                <td className="code">{tableName(row.table)}</td>
                <td className="num">{sayCount(row.rowNo)}</td>
                <td className="code">{findingTitle(row.code)}</td>
                <td className="words break-all">{row.raw}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </LedgerRegion>
    </details>
  );
}
