/** What a load has to do: the LAOs of the bag by the number of their province, each province one unit of work. */
import type { Bag } from "@/lib/archive/bag/bag";
import type { Finding } from "@/lib/finding/finding";
import { type LaoCode, type LaoId, MODULES } from "@/lib/office/office";
import { NO_LAO } from "./damage-rows";
import type { OfficeNumber } from "./office-numbers";

export interface PlannedLao {
  readonly code: LaoCode;
  readonly laoId: LaoId;
}

export interface PlannedFinding {
  readonly laoId: LaoId;
  readonly finding: Finding;
}

export interface PlannedProvince {
  readonly provinceNo: number;
  /** In order of their numbers. */
  readonly laos: readonly PlannedLao[];
  /** Found without reading a partition file. */
  readonly findings: readonly PlannedFinding[];
}

export interface LoadPlan {
  readonly provinces: readonly PlannedProvince[];
  /** About the bag itself, or about LAOs that it does not list. */
  readonly bagFindings: readonly PlannedFinding[];
}

/** @param numbers of every LAO in the bag */
export function planLoad(bag: Bag, numbers: ReadonlyMap<LaoCode, OfficeNumber>): LoadPlan {
  const provinces = new Map<number, { laos: PlannedLao[]; findings: PlannedFinding[] }>();
  for (const { code } of bag.laos) {
    const number = numbers.get(code);
    if (!number) throw new Error(`the LAO ${code} has no number`);
    const province = provinces.get(number.provinceNo) ?? { laos: [], findings: [] };
    provinces.set(number.provinceNo, province);
    province.laos.push({ code, laoId: number.laoId });
  }
  const bagFindings: PlannedFinding[] = [];
  for (const finding of bag.findings) {
    const number = finding.lao === null ? undefined : numbers.get(finding.lao);
    const place = number ? provinces.get(number.provinceNo) : undefined;
    if (number && place) place.findings.push({ laoId: number.laoId, finding });
    else bagFindings.push({ laoId: NO_LAO, finding });
  }
  return {
    provinces: [...provinces]
      .sort(([left], [right]) => left - right)
      .map(([provinceNo, { laos, findings }]) => ({
        provinceNo,
        laos: laos.sort((left, right) => left.laoId - right.laoId),
        findings,
      })),
    bagFindings,
  };
}

/** LAO × module × month: what every LAO of the snapshot has, whether files came for it or not. */
export function partitionsOf(laos: number, months: number): number {
  return laos * MODULES.length * months;
}
