/**
 * LAOs × months: the state of each month by shape, word and colour, with what is missing at least; names repeat across Thailand, so type, name, code,
 * district and province stand together. A damaged cell leads to its evidence.
 */
import { LedgerRegion } from "@/app/_ui/ledger-region";
import type { PartitionState } from "@/lib/finding/partition-state";
import { formatBaht } from "@/lib/money/amount";
import { fullLaoName } from "@/lib/office/office";
import type { LaoList } from "@/lib/operations/list-laos";
import { formatMonth, formatMonthShort } from "@/lib/period/month";
import { HEAT_MAP, MISSING, partsOf, shortStateName } from "@/lib/wording/damage";
import { sayCount } from "@/lib/wording/finding-phrases";
import { moduleName, stateName, tableName } from "@/lib/wording/names";
import { LaoCell } from "./lao-cell";

interface HeatMapProps {
  readonly list: Pick<LaoList, "laos" | "months" | "module">;
  readonly hrefOf: (code: string) => string;
  readonly damageHrefOf: (code: string, month: string) => string;
}

export function HeatMap({ list: { laos, months, module }, hrefOf, damageHrefOf }: HeatMapProps) {
  return (
    <LedgerRegion label={HEAT_MAP.table}>
      <table className="ledger heat-map">
        <caption>{HEAT_MAP.caption(module === "all" ? null : moduleName(module))}</caption>
        <thead>
          <tr>
            <th scope="col" className="pin words">
              {HEAT_MAP.lao}
            </th>
            {months.map((month) => (
              <th key={month} scope="col">
                <abbr title={formatMonth(month)} className="no-underline">
                  {formatMonthShort(month)}
                </abbr>
              </th>
            ))}
            <th scope="col" className="num">
              {HEAT_MAP.readable}
            </th>
            <th scope="col" className="num">
              {HEAT_MAP.documents}
            </th>
            <th scope="col" className="num">
              {HEAT_MAP.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {laos.map((lao) => {
            const { readable, all } = partsOf(lao);
            return (
              <tr key={lao.code}>
                <LaoCell lao={lao} href={hrefOf(lao.code)} />
                {months.map((month, index) => (
                  <td key={month}>
                    <HeatCell
                      state={lao.states[index] ?? "empty"}
                      href={damageHrefOf(lao.code, month)}
                      label={(state) => HEAT_MAP.cell(fullLaoName(lao), formatMonth(month), state)}
                    />
                  </td>
                ))}
                <td className="num">{MISSING.of(readable, all)}</td>
                <td className="num">{lao.documentsMissing ? sayCount(lao.documentsMissing) : "-"}</td>
                <td className="num">
                  {lao.amountMissing ? formatBaht(lao.amountMissing) : "-"}
                  {lao.amountTable && <span className="block text-soft">{tableName(lao.amountTable)}</span>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </LedgerRegion>
  );
}

interface HeatCellProps {
  readonly state: PartitionState;
  readonly href: string;
  /** For ears, given the state's whole word. */
  readonly label: (state: string) => string;
}

function HeatCell({ state, href, label }: HeatCellProps) {
  const word = <span className="cell-word">{shortStateName(state)}</span>;
  if (state === "intact" || state === "empty") return <span className={`cell cell-${state}`}>{word}</span>;
  return (
    <a
      className={`cell cell-${state}`}
      href={href}
      aria-label={`${shortStateName(state)} — ${label(stateName(state))}`}
    >
      {word}
    </a>
  );
}
