/** What the five shapes mean; stands wherever the shapes do. */
import { PARTITION_STATES, type PartitionState } from "@/lib/finding/partition-state";
import { shortStateName } from "@/lib/wording/damage";
import { stateName } from "@/lib/wording/names";
import { MARK_WORDS } from "@/lib/wording/screen";
import { StateMark } from "./state-mark";

interface StateLegendProps {
  readonly states?: readonly PartitionState[];
  /** Also the short words that narrow cells carry. */
  readonly withShortWords?: boolean;
}

export function StateLegend({ states = PARTITION_STATES, withShortWords = false }: StateLegendProps) {
  return (
    <ul aria-label={MARK_WORDS.legend} className="my-3 flex flex-wrap gap-x-6 gap-y-1">
      {states.map((state) => (
        <li key={state}>
          <StateMark state={state} word={wordOf(state, withShortWords)} />
        </li>
      ))}
    </ul>
  );
}

function wordOf(state: PartitionState, isShort: boolean): string {
  if (isShort && shortStateName(state) !== stateName(state)) return `${shortStateName(state)} = ${stateName(state)}`;
  return state === "intact" ? MARK_WORDS.intactLegend : stateName(state);
}
