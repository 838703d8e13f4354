/** LAOs, one a row: type and name with district and province (names repeat across Thailand), and parts in each state. */
import { LedgerRegion } from "@/app/_ui/ledger-region";
import { StateSwatch } from "@/app/_ui/state-mark";
import type { PartitionState } from "@/lib/finding/partition-state";
import { fullLaoName } from "@/lib/office/office";
import type { LaoList } from "@/lib/operations/list-laos";
import { sayCount } from "@/lib/wording/finding-phrases";
import { LAOS, mapWord } from "@/lib/wording/screen";

const COUNTED: readonly PartitionState[] = ["intact", "inconsistent", "partial", "lost"];

interface LaoTableProps {
  readonly laos: LaoList["laos"];
  readonly hrefOf: (code: string) => string;
}

export function LaoTable({ laos, hrefOf }: LaoTableProps) {
  return (
    <LedgerRegion label={LAOS.table}>
      <table className="ledger">
        <caption>{LAOS.counts}</caption>
        <thead>
          <tr>
            <th scope="col" className="pin words">
              {LAOS.name}
            </th>
            <th scope="col">{LAOS.code}</th>
            <th scope="col">{LAOS.district}</th>
            <th scope="col">{LAOS.province}</th>
            {COUNTED.map((state) => (
              <th key={state} scope="col" className="num">
                <StateSwatch state={state} />
                {mapWord(state)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {laos.map((lao) => (
            <tr key={lao.code}>
              <th scope="row" className="pin words">
                <a href={hrefOf(lao.code)}>{fullLaoName(lao)}</a>
              </th>
              <td className="code">{lao.code}</td>
              <td>{lao.district}</td>
              <td>{lao.province}</td>
              {COUNTED.map((state) => (
                <td key={state} className="num">
                  {lao.partitions[state] === 0 ? (
                    "-"
                  ) : (
                    <>
                      {state !== "intact" && <StateSwatch state={state} />}
                      {sayCount(lao.partitions[state])}
                    </>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </LedgerRegion>
  );
}
