/** Month × module: the state of each part by word and shape; each cell leads to its evidence. A real table, so that it can be heard. */
import { LedgerRegion } from "@/app/_ui/ledger-region";
import type { PartitionState } from "@/lib/finding/partition-state";
import { MODULES, type Module } from "@/lib/office/office";
import { formatMonth, type Month } from "@/lib/period/month";
import { moduleName, stateName } from "@/lib/wording/names";
import { DAMAGE, HOME, mapDetail, mapWord } from "@/lib/wording/screen";

export interface MapPart {
  readonly module: Module;
  readonly month: Month;
  readonly state: PartitionState;
  readonly findings: number;
  /** Null where nothing tells. */
  readonly documentsMissing: number | null;
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
                const detail = part ? mapDetail(part) : "";
                return (
                  <td key={module}>
                    <a
                      className={`cell cell-${state}`}
                      href={hrefOf(module, month)}
                      aria-label={`${mapWord(state)} ${detail} — ${DAMAGE.title(moduleName(module), formatMonth(month))} ${stateName(state)}`}
                    >
                      <span className="cell-word">
                        {mapWord(state)}
                        {detail && (
                          <>
                            <br />
                            {detail}
                          </>
                        )}
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
