/** The five states, each with its shape and what it means. */
import { StateSwatch } from "@/app/_ui/state-mark";
import { PARTITION_STATES } from "@/lib/finding/partition-state";
import { HELP } from "@/lib/wording/help";
import { stateName } from "@/lib/wording/names";

export function StatesHelp() {
  return (
    <section id="states" className="mt-8 max-w-[75ch]">
      <h2 className="text-xl">{HELP.statesTitle}</h2>
      <p className="mt-2">{HELP.statesLead}</p>
      <dl className="mt-2">
        {PARTITION_STATES.map((state) => (
          <div key={state} className="border-t border-rule py-2">
            <dt className="font-semibold">
              <StateSwatch state={state} />
              {stateName(state)}
            </dt>
            <dd className="pl-6">{HELP.states[state]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
