/** The chain from the archive bag to a file that somebody holds, link by link: what was recorded when the file was made against what is there now. */

/**
 * `file` its bytes are those on record · `snapshot` the archive is the same load's · `partitions` the stored rows that the report rests on are those that were
 * loaded · `report` the report says the same today · `bag` the bag is the one that was loaded · `bag-files` the bag's files are those that its manifest lists
 */
export type ChainLinkId = "file" | "snapshot" | "partitions" | "report" | "bag" | "bag-files";

export interface ChainLink {
  readonly id: ChainLinkId;
  readonly holds: boolean;
  /** What was compared, or what differs: digests, counts, labels. */
  readonly detail: string;
}

/** What a report rests on: enough to find its files in a bag. */
export interface RestsOn {
  readonly laos: readonly string[];
  readonly tables: readonly { readonly table: string; readonly months: readonly string[] }[];
  /** `module/month` of parts that were found damaged when the archive was loaded. */
  readonly damaged: readonly string[];
}
