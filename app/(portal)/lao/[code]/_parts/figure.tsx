/** A chart with its title, its answer in one sentence, and the same figures as a table for whoever would rather read. */
import type { ReactNode } from "react";
import { LedgerRegion } from "@/app/_ui/ledger-region";
import { Sentence } from "@/app/_ui/sentence";
import { type Amount, formatBaht } from "@/lib/money/amount";
import { CHARTS } from "@/lib/wording/charts";

interface FigureProps {
  readonly title: string;
  readonly lead: string;
  /** What of it rests on damaged data. */
  readonly warning?: string;
  readonly children?: ReactNode;
}

export function Figure({ title, lead, warning = "", children }: FigureProps) {
  return (
    <figure className="keep min-w-0">
      <figcaption>
        <h3 className="text-lg">{title}</h3>
        <p>
          <Sentence text={lead} />
        </p>
        {warning && (
          <p className="text-damage">
            <Sentence text={warning} />
          </p>
        )}
      </figcaption>
      {children}
    </figure>
  );
}

interface FigureTableProps {
  /** Of the figure: two tables of one page are told apart by it. */
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly name: string; readonly amounts: readonly Amount[]; readonly words?: string }[];
}

export function FigureTable({ title, heads, rows }: FigureTableProps) {
  return (
    <details>
      <summary>{CHARTS.table}</summary>
      <LedgerRegion label={`${CHARTS.table} ${title}`} fits={false}>
        <table className="ledger">
          <thead>
            <tr>
              {heads.map((head, index) => (
                <th key={head} scope="col" className={index === 0 ? "pin words" : "num"}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, amounts, words }) => (
              <tr key={name}>
                <th scope="row" className="pin words">
                  {name}
                </th>
                {amounts.map((amount, index) => {
                  // Columns never change their order.
                  const key = `${index} ${amount}`;
                  return (
                    <td key={key} className="num">
                      {formatBaht(amount)}
                    </td>
                  );
                })}
                {words && <td className="num">{words}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </LedgerRegion>
    </details>
  );
}
