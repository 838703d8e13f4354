/** The way down from the reader's first page to an LAO, with the archive that was chosen. */
import { href } from "@/app/_ui/href";
import type { Crumb } from "@/app/_ui/page-head";
import type { Actor } from "@/lib/access/actor";
import type { Lao } from "@/lib/office/office";
import { FRAME, LAOS } from "@/lib/wording/screen";

type Reader = Pick<Actor, "grant">;

/** What stands above an LAO: nothing for its own accountant. */
export function aboveLao({ grant }: Reader, lao: Lao, snapshot: string | undefined): Crumb[] {
  if (grant.kind === "lao") return [];
  const province = { label: LAOS.inProvince(lao.province), href: href(`/provinces/${lao.provinceCode}`, { snapshot }) };
  return [...aboveProvince({ grant }, snapshot), province];
}

/** What stands above a province: the nation for those who may see it. */
export function aboveProvince({ grant }: Reader, snapshot: string | undefined): Crumb[] {
  return grant.kind === "nation" ? [{ label: FRAME.allLaos, href: href("/laos", { snapshot }) }] : [];
}
