/** Whose books a report is about: one LAO's, or those of all LAOs of a province together. */
import type { Lao } from "./office";

export interface Province {
  readonly provinceCode: string;
  readonly province: string;
}

export type Place = Lao | Province;

export function isLao(place: Place): place is Lao {
  return "code" in place;
}
