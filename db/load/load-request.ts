/** What a load is asked for. */
import type { Actor } from "@/lib/access/actor";
import type { LoadProgress } from "./load-meter";

/** What a load makes of the rows once they stand: sums of accounts and months, documents that search reads, digests that snapshots are compared by, books held against each other. */
export type MadeOfRows = "monthly-sums" | "documents" | "digests" | "ties";

export interface LoadRequest {
  /** Folder or ZIP. */
  readonly bag: string;
  readonly ownerUrl: string;
  readonly actor: Actor;
  /** Whether other content may take the place of a snapshot of the same id. */
  readonly replace: boolean;
  readonly now: Date;
  /** For measuring reading and storing alone (bin/bench): reports, search and states of partitions lack what is left out. */
  readonly leaveOut?: readonly MadeOfRows[] | undefined;
  readonly onProgress?: ((progress: LoadProgress) => void) | undefined;
}
