/** The way down from the reader's first page to an LAO, with the archive that was chosen. */
import { href } from "@/app/_ui/href";
import type { Crumb } from "@/app/_ui/page-head";
import type { Actor } from "@/lib/access/actor";
import { fullLaoName, type Lao } from "@/lib/office/office";
import { isLao, isNation, type Place, type Province } from "@/lib/office/place";
import { FRAME, LAOS } from "@/lib/wording/screen";

type Reader = Pick<Actor, "grant">;

/** What stands above an LAO: nothing for its own accountant. */
export function aboveLao({ grant }: Reader, lao: Lao, snapshot: string | undefined): Crumb[] {
  if (grant.kind === "lao") return [];
  return [...aboveProvince({ grant }, snapshot), provinceCrumb(lao, snapshot)];
}

/** What stands above a report: the LAO or the province that it is about, and what stands above that. */
export function abovePlace(reader: Reader, place: Place, snapshot: string | undefined): Crumb[] {
  if (isNation(place)) return aboveProvince(reader, snapshot);
  if (!isLao(place)) return [...aboveProvince(reader, snapshot), provinceCrumb(place, snapshot)];
  const home = { label: fullLaoName(place), href: href(`/lao/${place.code}`, { snapshot }) };
  return [...aboveLao(reader, place, snapshot), home];
}

function provinceCrumb({ province, provinceCode }: Province, snapshot: string | undefined): Crumb {
  return { label: LAOS.inProvince(province), href: href(`/provinces/${provinceCode}`, { snapshot }) };
}

/** What stands above a province: the nation for those who may see it. */
export function aboveProvince({ grant }: Reader, snapshot: string | undefined): Crumb[] {
  return grant.kind === "nation" ? [{ label: FRAME.allLaos, href: href("/laos", { snapshot }) }] : [];
}
