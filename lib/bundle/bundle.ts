/** A bundle that a user asked for, and where its file lies. */
import path from "node:path";
import type { LaoCode } from "@/lib/office/office";

/** `ready` is whole and checked; nothing else is ever handed out. */
export type BundleStatus = "waiting" | "running" | "ready" | "failed" | "cancelled" | "expired";

export interface Bundle {
  /** 32 hexadecimal digits. */
  readonly id: string;
  readonly askedAt: Date;
  readonly snapshotId: string;
  readonly laos: readonly LaoCode[];
  /** `YYYY-MM`; null for all months. */
  readonly month: string | null;
  readonly formats: readonly string[];
  readonly status: BundleStatus;
  /** Reports made, and to be made; the latter is known once the work began. */
  readonly done: number;
  readonly total: number | null;
  readonly expiresAt: Date | null;
  readonly bytes: number | null;
  readonly sha256: string | null;
  /** Sentence for the user, where it failed. */
  readonly trouble: string | null;
}

export function bundleFolder(dataFolder: string): string {
  return path.join(dataFolder, "bundles");
}

export function bundleFile(dataFolder: string, bundleId: string): string {
  return path.join(bundleFolder(dataFolder), `${bundleId}.zip`);
}
