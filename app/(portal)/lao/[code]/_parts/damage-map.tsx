/** Month × module: the state of each part by word and shape; each cell leads to its evidence. A real table, so that it can be heard. */
import { Fragment } from "react";
import { LedgerRegion } from "@/app/_ui/ledger-region";
import { Sentence } from "@/app/_ui/sentence";
import type { PartitionState } from "@/lib/finding/partition-state";
import type { Amount } from "@/lib/money/amount";
import { MODULES, type Module } from "@/lib/office/office";
import { formatMonth, type Month } from "@/lib/period/month";
import { mapDetail } from "@/lib/wording/damage";
import { moduleName, stateName } from "@/lib/wording/names";
import { DAMAGE, HOME, mapWord } from "@/lib/wording/screen";

export interface MapPart {
  readonly module: Module;
  readonly month: Month;
  readonly state: PartitionState;
  readonly findings: number;
  /** Null where nothing tells. */
  readonly documentsMissing: number | null;
  /** At least so much; null where nothing tells. */
  readonly amountMissing: Amount | null;
}

interface DamageMapProps {
  readonly parts: readonly MapPart[];
  readonly hrefOf: (module: Module, month: Month) => string;
}

export function DamageMap({ parts, hrefOf }: DamageMapProps) {
  const months = [...new Set(parts.map((part) => part.month))].sort();
  const partOf = (module: Module, month: Month) => parts.find((part) => part.module === module && part.month === month);
  return (
    <LedgerRegion label={HOME.mapTitle}>
      <table className="ledger damage-map">
        <caption>{HOME.mapCaption}</caption>
        <thead>
          <tr>
            <th scope="col" className="pin">
              {HOME.month}
            </th>
            {MODULES.map((module) => (
              <th key={module} scope="col">
                {moduleName(module)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <tr key={month}>
              <th scope="row" className="pin">
                {formatMonth(month)}
              </th>
              {MODULES.map((module) => {
                const part = partOf(module, month);
                const state = part?.state ?? "empty";
                const details = part ? mapDetail(part) : [];
                return (
                  <td key={module}>
                    <a
                      className={`cell cell-${state}`}
                      href={hrefOf(module, month)}
                      aria-label={`${[mapWord(state), ...details].join(" ")} — ${DAMAGE.title(moduleName(module), formatMonth(month))} ${stateName(state)}`}
                    >
                      <span className="cell-word">
                        {mapWord(state)}
                        {details.map((detail) => (
                          <Fragment key={detail}>
                            {/* Heard and copied as words apart, as the name of the link has them. */}{" "}
                            <span className="block">
                              <Sentence text={detail} />
                            </span>
                          </Fragment>
                        ))}
                      </span>
                    </a>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </LedgerRegion>
  );
}
