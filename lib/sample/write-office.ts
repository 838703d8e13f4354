/** One LAO from plan to files: keeps its books, damages them where asked, writes them into the bag. Runs in the main thread or in a worker. */
import { type Listing, writePayload } from "./bag-writer";
import { damageOffice, planDamage } from "./damage/damage-office";
import type { DamageTruth } from "./damage/truth";
import { runHalfYear } from "./half-year";
import type { SampleOffice } from "./offices";
import type { SampleSettings } from "./options";
import { partitionFiles } from "./partition-files";
import { type OfficeReference, officeReference } from "./reference-files";

/** What an office needs besides its plan; plain values, so that they can be sent to a worker. */
export type OfficeSettings = Pick<SampleSettings, "out" | "seed" | "damage" | "encoding" | "edition" | "gzipLevel">;

export interface OfficeJob {
  readonly office: SampleOffice;
  /** Another LAO's code: where a strayed row comes from. */
  readonly neighbour: string;
}

export interface WrittenOffice {
  readonly listing: Listing;
  readonly reference: OfficeReference;
  readonly journalLines: number;
  readonly truth: readonly DamageTruth[];
}

export function writeOffice({ office, neighbour }: OfficeJob, settings: OfficeSettings): WrittenOffice {
  const half = runHalfYear(office, settings.seed);
  const files = partitionFiles(half, settings);
  const orders = planDamage(office, settings.damage, settings.seed);
  const { payload, truth } = damageOffice(office, neighbour, files, orders, settings);
  const listing = writePayload(settings.out, payload);
  return { listing, reference: officeReference(half), journalLines: half.journalLines, truth };
}
