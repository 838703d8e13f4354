/** Items of the worksheet: both sides beside each other, what differs, why they were put together, and what was decided. */
import { SelectField, TextField } from "@/app/_ui/fields";
import { href } from "@/app/_ui/href";
import { LedgerRegion } from "@/app/_ui/ledger-region";
import { formatMoment } from "@/lib/period/date";
import { DECISIONS, type WorksheetItem } from "@/lib/rekeyed/worksheet";
import { findingSentence } from "@/lib/wording/findings";
import {
  decisionName,
  gapSentence,
  outcomeName,
  REKEYED,
  reasonOf,
  suggestionReason,
  WORDED_OTHERWISE,
} from "@/lib/wording/rekeyed";
import { DifferenceList } from "./difference-list";
import { DocumentCell } from "./document-cell";
import { decideAction } from "./rekeyed-actions";

interface WorksheetProps {
  readonly items: readonly WorksheetItem[];
  readonly lao: string;
  readonly snapshot: string | undefined;
  readonly canWrite: boolean;
}

export function Worksheet({ items, lao, snapshot, canWrite }: WorksheetProps) {
  const table = (
    <LedgerRegion label={REKEYED.itemsTable}>
      <table className="ledger">
        <thead>
          <tr>
            {canWrite && <th scope="col">{REKEYED.choose}</th>}
            <th scope="col">{REKEYED.outcome}</th>
            <th scope="col">{REKEYED.archive}</th>
            <th scope="col">{REKEYED.rekeyed}</th>
            <th scope="col">{REKEYED.decision}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.key} id={`item-${item.key}`}>
              {canWrite && (
                <td>
                  <input
                    type="checkbox"
                    name="item"
                    value={item.key}
                    aria-label={`${REKEYED.choose} ${labelOf(item)}`}
                    className="size-6"
                  />
                </td>
              )}
              <td className="words">
                <span className="font-semibold">{outcomeName(item.outcome)}</span>
                <ItemReason item={item} lao={lao} snapshot={snapshot} />
              </td>
              <td>
                <DocumentCell documents={item.archive} />
              </td>
              <td>
                <DocumentCell documents={item.rekeyed} />
              </td>
              <td className="words">
                {item.decision && (
                  <>
                    <span className="font-semibold">{decisionName(item.decision.kind)}</span>
                    {item.decision.note !== "" && <span className="block">{item.decision.note}</span>}
                    <span className="block text-soft">
                      {item.decision.by} · {formatMoment(item.decision.at)}
                    </span>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </LedgerRegion>
  );
  if (!canWrite) return table;
  return (
    <form action={decideAction}>
      <input type="hidden" name="lao" value={lao} />
      {table}
      <fieldset className="my-3 flex flex-wrap items-end gap-3">
        <legend className="font-semibold">{REKEYED.decideTitle}</legend>
        <SelectField
          name="decision"
          label={REKEYED.decision}
          value="accepted"
          choices={DECISIONS.map((value) => ({ value, label: decisionName(value) }))}
        />
        <TextField name="note" label={REKEYED.note} value="" />
        <button type="submit" className="button">
          {REKEYED.decide}
        </button>
      </fieldset>
    </form>
  );
}

function labelOf({ archive, rekeyed, outcome }: WorksheetItem): string {
  const first = archive[0] ?? rekeyed[0];
  return `${first?.number ?? first?.date ?? ""} ${outcomeName(outcome)}`;
}

function ItemReason({
  item,
  lao,
  snapshot,
}: {
  readonly item: WorksheetItem;
  readonly lao: string;
  readonly snapshot: string | undefined;
}) {
  const { finding, suggestions } = item;
  const reason = reasonOf(item.outcome, item.rung);
  return (
    <>
      {reason !== "" && <span className="block text-soft">{reason}</span>}
      <DifferenceList differences={item.differences} />
      {item.isWordedOtherwise && <span className="block text-soft">{WORDED_OTHERWISE}</span>}
      {finding && (
        <>
          <span className="block">
            {finding.module && finding.month ? (
              <a href={href(`/lao/${lao}/damage/${finding.module}/${finding.month}`, { snapshot })}>
                {findingSentence(finding)}
              </a>
            ) : (
              findingSentence(finding)
            )}
          </span>
          <span className="block">{gapSentence(item.fitsGap)}</span>
        </>
      )}
      {suggestions.length > 0 && (
        <details>
          <summary>{REKEYED.suggestions}</summary>
          {suggestions.map(({ archive, reasons }) => (
            <div key={archive.id} className="py-1">
              <DocumentCell documents={[archive]} />
              <span className="text-soft">{reasons.map(suggestionReason).join(" · ")}</span>
            </div>
          ))}
        </details>
      )}
    </>
  );
}
