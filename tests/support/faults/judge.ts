/** Holds what was found against what is true, fault by fault: found at all, at the right place, with the right amount; who was accused wrongly. */
import type { Finding } from "@/lib/finding/finding";
import type { AmountTruth, FaultTruth, Place } from "./draft";
import type { Trial } from "./try-faults";

export interface Judgement {
  readonly truth: FaultTruth;
  readonly isFound: boolean;
  readonly isLocalised: boolean;
  readonly amounts: number;
  readonly amountsRight: number;
  readonly isStateRight: boolean;
  readonly state: string | undefined;
}

export interface Verdict {
  readonly judgements: readonly Judgement[];
  readonly findings: number;
  /** In partitions that no fault touched. */
  readonly accusations: readonly Finding[];
  /** Partitions that no fault touched and that are not said to be sound, by `module month`. */
  readonly wrongStates: readonly string[];
}

/** Rows that a finding may lie beside the fault. */
const SLACK = 2;

const isAt = (finding: Finding, places: readonly Place[]) =>
  places.some(([module, month]) => finding.module === module && finding.month === month);

function runningOf(text: string): { readonly head: string; readonly no: number; readonly tail: string } | undefined {
  const match = /^(.*?)(\d+)((?:\/\d+)?)$/.exec(text);
  return match ? { head: match[1] ?? "", no: Number(match[2]), tail: match[3] ?? "" } : undefined;
}

function hitsDocuments({ docFrom, docTo }: Finding, docs: FaultTruth["docs"]): boolean {
  const [from, to] = [docFrom ?? docTo, docTo ?? docFrom];
  if (from === null || to === null) return false;
  const [a, b] = [runningOf(from), runningOf(to)];
  return docs.some(([low, high]) => {
    if (from === low || to === high) return true;
    const [x, y] = [runningOf(low), runningOf(high)];
    if (!a || !b || !x || !y || a.head !== x.head || a.tail !== x.tail || b.head !== x.head) return false;
    if (from.length > 14) return false;
    return a.no >= x.no - 1 && b.no <= y.no + 1 && a.no <= b.no;
  });
}

function hitsRows({ rowFrom, rowTo }: Finding, rows: readonly [number, number]): boolean {
  const [from, to] = [rowFrom ?? rowTo, rowTo ?? rowFrom];
  return from !== null && to !== null && from >= rows[0] - SLACK && to <= rows[1] + SLACK;
}

function isLocalised(finding: Finding, truth: FaultTruth): boolean {
  if (truth.rows && hitsRows(finding, truth.rows)) return true;
  if (hitsDocuments(finding, truth.docs)) return true;
  if (finding.account !== null && truth.accounts.includes(finding.account)) return true;
  const hasPlace = truth.rows !== null || truth.docs.length > 0 || truth.accounts.length > 0;
  if (hasPlace && !truth.codes[0]?.startsWith("file/")) return false;
  if (finding.file !== null) return truth.files.includes(finding.file);
  return truth.table === null || finding.table === truth.table;
}

function isGiven({ where, accept, account }: AmountTruth, findings: readonly Finding[]): boolean {
  return findings.some((finding) => {
    if (!finding.code.startsWith("tie/") || !isAt(finding, where) || finding.amount === null) return false;
    if (account !== null && finding.account !== null && finding.account !== account) return false;
    const amount: bigint = finding.amount < 0n ? -finding.amount : finding.amount;
    return accept.includes(amount);
  });
}

export function judge({ truths, findings, states }: Trial): Verdict {
  const judgements = truths.map((truth): Judgement => {
    const hits = findings.filter((finding) => truth.codes.includes(finding.code) && isAt(finding, truth.at));
    const allowed = new Set(truths.filter(({ at }) => sharesPlace(at, truth)).flatMap((other) => other.states));
    const state = states.get(`${truth.module} ${truth.month}`);
    return {
      truth,
      isFound: hits.length > 0,
      isLocalised: hits.some((finding) => isLocalised(finding, truth)),
      amounts: truth.amounts.length,
      amountsRight: truth.amounts.filter((amount) => isGiven(amount, findings)).length,
      isStateRight: state !== undefined && allowed.has(state),
      state,
    };
  });
  const places = truths.flatMap(({ at }) => at);
  const touched = new Set(places.map((place) => place.join(" ")));
  return {
    judgements,
    findings: findings.length,
    accusations: findings.filter((finding) => !isAt(finding, places)),
    wrongStates: [...states]
      .filter(([place, state]) => !touched.has(place) && state !== "intact" && state !== "empty")
      .map(([place]) => place),
  };
}

function sharesPlace(places: readonly Place[], { module, month }: FaultTruth): boolean {
  return places.some((place) => place[0] === module && place[1] === month);
}
