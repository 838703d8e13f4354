/** A finding as people read it on a terminal: a line of its own, and one for each of its consequences. */
import type { Finding } from "@/lib/finding/finding";
import { findingSentence, findingTitle } from "@/lib/wording/findings";

export function toFindingLines(finding: Finding): string[] {
  const line = (one: Finding) => `${one.lao ?? "-"}\t${findingTitle(one.code)}\t${findingSentence(one)}`;
  return [line(finding), ...finding.consequences.map((one) => `\t↳ ${line(one)}`)];
}
