/** LAOs with the state of their archive, how much of what they keyed again is checked, what still differs, and when something last happened there. */
import { LedgerRegion } from "@/app/_ui/ledger-region";
import { formatBaht } from "@/lib/money/amount";
import type { LaoList } from "@/lib/operations/list-laos";
import { formatMoment } from "@/lib/period/date";
import { shareSettled } from "@/lib/rekeyed/progress";
import { MISSING, partsOf } from "@/lib/wording/damage";
import { sayCount } from "@/lib/wording/finding-phrases";
import { FOLLOW_UP, sayShare } from "@/lib/wording/follow-up";
import { LaoCell } from "./lao-cell";

interface FollowUpTableProps {
  readonly laos: LaoList["laos"];
  readonly hrefOf: (code: string) => string;
  readonly rekeyedHrefOf: (code: string) => string;
}

export function FollowUpTable({ laos, hrefOf, rekeyedHrefOf }: FollowUpTableProps) {
  return (
    <LedgerRegion label={FOLLOW_UP.table}>
      <table className="ledger">
        <caption>{FOLLOW_UP.caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="pin words">
              {FOLLOW_UP.lao}
            </th>
            <th scope="col" className="num">
              {FOLLOW_UP.archive}
            </th>
            <th scope="col">{FOLLOW_UP.share}</th>
            <th scope="col" className="num">
              {FOLLOW_UP.items}
            </th>
            <th scope="col" className="num">
              {FOLLOW_UP.difference}
            </th>
            <th scope="col">{FOLLOW_UP.activity}</th>
          </tr>
        </thead>
        <tbody>
          {laos.map((lao) => {
            const { readable, all } = partsOf(lao);
            const { rekeyed, hasRekeyed, lastActivity } = lao;
            return (
              <tr key={lao.code}>
                <LaoCell lao={lao} href={hrefOf(lao.code)} />
                <td className="num">{MISSING.of(readable, all)}</td>
                <td>
                  <a href={rekeyedHrefOf(lao.code)} className="whitespace-nowrap">
                    {sayShare(shareSettled(rekeyed), hasRekeyed)}
                  </a>
                </td>
                <td className="num">
                  {rekeyed ? FOLLOW_UP.of(sayCount(rekeyed.settled), sayCount(rekeyed.items)) : "-"}
                </td>
                <td className="num">{rekeyed ? formatBaht(rekeyed.openDifference) : "-"}</td>
                <td className="whitespace-nowrap">{lastActivity ? formatMoment(lastActivity) : "-"}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </LedgerRegion>
  );
}
