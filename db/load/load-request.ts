/** What a load is asked for. */
import type { Actor } from "@/lib/access/actor";
import type { LoadProgress } from "./load-meter";

export interface LoadRequest {
  /** Folder or ZIP. */
  readonly bag: string;
  readonly ownerUrl: string;
  readonly actor: Actor;
  /** Whether other content may take the place of a snapshot of the same id. */
  readonly replace: boolean;
  readonly now: Date;
  /** For measuring reading and storing alone (bin/bench): the books are not held against each other, and no partition is judged by them. */
  readonly areTiesLeftOut?: boolean | undefined;
  readonly onProgress?: ((progress: LoadProgress) => void) | undefined;
}
