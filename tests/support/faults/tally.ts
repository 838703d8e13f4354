/** Adds up verdicts by code and by kind of fault: what was found, where, how exactly, and who was accused wrongly. */
import type { Verdict } from "./judge";

interface Sums {
  faults: number;
  found: number;
  localised: number;
  statesRight: number;
  amounts: number;
  amountsRight: number;
}

export interface FaultTally {
  readonly add: (verdict: Verdict) => void;
  readonly figures: () => {
    readonly total: Readonly<Sums> & {
      readonly findings: number;
      readonly accusations: number;
      readonly soundPartitionsAccused: number;
    };
    readonly byCode: Readonly<Record<string, Readonly<Sums>>>;
    readonly byKind: Readonly<Record<string, Readonly<Sums>>>;
  };
}

const nothing = (): Sums => ({ faults: 0, found: 0, localised: 0, statesRight: 0, amounts: 0, amountsRight: 0 });

export function openTally(): FaultTally {
  const total = { ...nothing(), findings: 0, accusations: 0, soundPartitionsAccused: 0 };
  const byCode = new Map<string, Sums>();
  const byKind = new Map<string, Sums>();
  const at = (sums: Map<string, Sums>, key: string): Sums => {
    const known = sums.get(key) ?? nothing();
    sums.set(key, known);
    return known;
  };
  const sorted = (sums: Map<string, Sums>) =>
    Object.fromEntries([...sums].sort(([left], [right]) => (left < right ? -1 : 1)));
  return {
    add: ({ judgements, findings, accusations, wrongStates }) => {
      total.findings += findings;
      total.accusations += accusations.length;
      total.soundPartitionsAccused += wrongStates.length;
      for (const { truth, isFound, isLocalised, isStateRight, amounts, amountsRight } of judgements)
        for (const sums of [total, at(byCode, truth.codes[0] ?? ""), at(byKind, truth.kind)]) {
          sums.faults += 1;
          sums.found += isFound ? 1 : 0;
          sums.localised += isLocalised ? 1 : 0;
          sums.statesRight += isStateRight ? 1 : 0;
          sums.amounts += amounts;
          sums.amountsRight += amountsRight;
        }
    },
    figures: () => ({ total, byCode: sorted(byCode), byKind: sorted(byKind) }),
  };
}
