/** What is known to be missing, module by module; amounts are not added across them, since they can be the same money. */
import { LedgerRegion } from "@/app/_ui/ledger-region";
import type { DamageSummary, SummaryOf } from "@/lib/finding/damage-summary";
import { formatBaht } from "@/lib/money/amount";
import { MODULES } from "@/lib/office/office";
import { MISSING, partsOf } from "@/lib/wording/damage";
import { sayCount } from "@/lib/wording/finding-phrases";
import { moduleName, tableName } from "@/lib/wording/names";

export function MissingByModule({ damage }: { readonly damage: ReadonlyMap<SummaryOf, DamageSummary> }) {
  const all = damage.get("all");
  if (!all?.documentsMissing && !all?.amountMissing) return null;
  return (
    <section className="mt-8">
      <h2 className="text-xl">{MISSING.title}</h2>
      <p className="max-w-[85ch] text-soft">{MISSING.lead}</p>
      <LedgerRegion label={MISSING.title}>
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col" className="pin">
                {MISSING.module}
              </th>
              <th scope="col" className="num">
                {MISSING.readable}
              </th>
              <th scope="col" className="num">
                {MISSING.documents}
              </th>
              <th scope="col" className="num">
                {MISSING.amount}
              </th>
              <th scope="col">{MISSING.register}</th>
            </tr>
          </thead>
          <tbody>
            {MODULES.map((module) => {
              const known = damage.get(module);
              if (!known) return null;
              const { readable, all } = partsOf(known);
              return (
                <tr key={module}>
                  <th scope="row" className="pin whitespace-nowrap">
                    {moduleName(module)}
                  </th>
                  <td className="num">{MISSING.of(readable, all)}</td>
                  <td className="num">{known.documentsMissing ? sayCount(known.documentsMissing) : "-"}</td>
                  <td className="num">{known.amountMissing ? formatBaht(known.amountMissing) : "-"}</td>
                  <td className="min-w-32">{known.amountTable ? tableName(known.amountTable) : ""}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </LedgerRegion>
    </section>
  );
}
