/** How much of a bag is believed: bounds against bags that were made to exhaust memory, disk or patience. */

export interface BagLimits {
  /** Files in the bag, listed or not. */
  readonly maxFiles: number;
  /** Files that are no partition's and no reference table's: listed by name in memory. */
  readonly maxOtherFiles: number;
  /** Folders inside each other. */
  readonly maxDepth: number;
  readonly maxLaos: number;
  readonly maxMonths: number;
  /** Bytes of one reference table, of bag-info and of snapshot.json together with its reading. */
  readonly maxReferenceBytes: number;
  readonly maxManifestBytes: number;
  /** A partition file's inflated bytes. */
  readonly maxFileBytes: number;
  /** Inflated to stored bytes, looked at above `ratioFromBytes`: sound tables stay below 60, a bomb of zeros is above 1,000. */
  readonly maxRatio: number;
  readonly ratioFromBytes: number;
  /** All files of a ZIP, inflated. */
  readonly maxZipBytes: number;
}

export const BAG_LIMITS: BagLimits = {
  maxFiles: 3_000_000,
  maxOtherFiles: 20_000,
  maxDepth: 12,
  maxLaos: 20_000,
  maxMonths: 60,
  maxReferenceBytes: 256 * 2 ** 20,
  maxManifestBytes: 2 ** 30,
  maxFileBytes: 16 * 2 ** 30,
  maxRatio: 250,
  ratioFromBytes: 32 * 2 ** 20,
  maxZipBytes: 512 * 2 ** 30,
};
