/** Whose books a report is about: one LAO's, or those of all LAOs of a province, or of the nation, together. */
import type { Lao } from "./office";

export interface Province {
  readonly provinceCode: string;
  readonly province: string;
}

/** All LAOs of the country together: in the place of a province, under a code that none has. */
export const NATION: Province = { provinceCode: "all", province: "ทั้งประเทศ" };

export function isNation({ provinceCode }: Pick<Province, "provinceCode">): boolean {
  return provinceCode === NATION.provinceCode;
}

export type Place = Lao | Province;

export function isLao(place: Place): place is Lao {
  return "code" in place;
}
