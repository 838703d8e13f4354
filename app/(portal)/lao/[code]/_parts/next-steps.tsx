/** What the reader should do next, in order; the worst parts come first. */
import { StateMark } from "@/app/_ui/state-mark";
import { PARTITION_STATES } from "@/lib/finding/partition-state";
import type { Module } from "@/lib/office/office";
import { formatMonth, type Month } from "@/lib/period/month";
import { CERTIFICATE } from "@/lib/wording/damage";
import { moduleName } from "@/lib/wording/names";
import { DAMAGE, HOME, NEXT_STEPS } from "@/lib/wording/screen";
import type { MapPart } from "./damage-map";

const PARTS_SHOWN = 3;

interface NextStepsProps {
  readonly parts: readonly MapPart[];
  readonly hrefOf: (module: Module, month: Month) => string;
  readonly certificateHref: string;
}

export function NextSteps({ parts, hrefOf, certificateHref }: NextStepsProps) {
  const damaged = parts
    .filter((part) => part.state !== "intact" && part.state !== "empty")
    .sort((a, b) => PARTITION_STATES.indexOf(b.state) - PARTITION_STATES.indexOf(a.state));
  if (parts.length === 0) return null;
  return (
    <section className="mt-8">
      <h2 className="text-xl">{HOME.nextTitle}</h2>
      <ol className="mt-2 max-w-[80ch] list-decimal space-y-2 pl-6">
        {damaged.length === 0 ? (
          <li>{NEXT_STEPS.sound}</li>
        ) : (
          <>
            <li>
              {NEXT_STEPS.seeEvidence(damaged.length)}
              <ul>
                {damaged.slice(0, PARTS_SHOWN).map(({ module, month, state }) => (
                  <li key={`${module} ${month}`}>
                    <a className="inline-block py-1" href={hrefOf(module, month)}>
                      {DAMAGE.title(moduleName(module), formatMonth(month))}
                    </a>{" "}
                    <StateMark state={state} />
                  </li>
                ))}
              </ul>
            </li>
            <li>{NEXT_STEPS.compare}</li>
            <li>{NEXT_STEPS.rekey}</li>
          </>
        )}
        <li>
          {NEXT_STEPS.certify}{" "}
          <a className="inline-block py-1" href={certificateHref}>
            {CERTIFICATE.open}
          </a>
        </li>
      </ol>
      <p className="mt-2 max-w-[80ch] text-soft">{NEXT_STEPS.caution}</p>
    </section>
  );
}
