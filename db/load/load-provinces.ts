/**
 * Loads all provinces of a snapshot, two sessions taking turns: while one builds the indexes of a province (the server's work), the other
 * takes in the rows of the next (mostly ours).
 */
import type pg from "pg";
import type { Bag } from "@/lib/archive/bag/bag";
import type { LoadMeter } from "./load-meter";
import type { PlannedProvince } from "./load-plan";
import { copyProvince, finishProvince } from "./load-province";
import type { MadeOfRows } from "./load-request";

export interface ProvincesLoad {
  readonly sessions: readonly [pg.Client, pg.Client];
  readonly bag: Bag;
  readonly snapshotNo: number;
  /** Those not done yet. */
  readonly provinces: readonly PlannedProvince[];
  readonly meter: LoadMeter;
  readonly leaveOut: readonly MadeOfRows[];
}

/** Resolves when every province is committed. On an error both sessions have rolled back; what was committed stays. */
export async function loadProvinces({ sessions, provinces, ...rest }: ProvincesLoad): Promise<void> {
  let finishing: Promise<unknown> = Promise.resolve();
  let storing: Promise<unknown> = Promise.resolve();
  try {
    for (const [index, province] of provinces.entries()) {
      const load = { ...rest, session: sessions[index % 2 === 0 ? 0 : 1], province };
      const copied = await copyProvince(load);
      storing = copied.stored;
      await finishing;
      finishing = finishProvince(load, copied);
      // An error here is seen at the next `await finishing`; until then it must not count as unhandled.
      finishing.catch(() => undefined);
    }
    await finishing;
  } catch (error) {
    // Neither session is asked anything more of its transaction once that is undone.
    await Promise.allSettled([storing, finishing]);
    for (const session of sessions) await session.query("rollback").catch(() => undefined);
    throw error;
  }
}
