/** What the five shapes mean; stands wherever the shapes do. */
import { PARTITION_STATES, type PartitionState } from "@/lib/finding/partition-state";
import { stateName } from "@/lib/wording/names";
import { MARK_WORDS } from "@/lib/wording/screen";
import { StateMark } from "./state-mark";

interface StateLegendProps {
  readonly states?: readonly PartitionState[];
}

export function StateLegend({ states = PARTITION_STATES }: StateLegendProps) {
  return (
    <ul aria-label={MARK_WORDS.legend} className="my-3 flex flex-wrap gap-x-6 gap-y-1">
      {states.map((state) => (
        <li key={state}>
          <StateMark state={state} word={state === "intact" ? MARK_WORDS.intactLegend : stateName(state)} />
        </li>
      ))}
    </ul>
  );
}
