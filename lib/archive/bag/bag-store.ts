/** Where a bag's files lie: a folder or a ZIP. Both give the same bytes for the same path, and refuse links alike. */
import type { ByteSource } from "../gzip/byte-source";
import type { PathSet } from "./path-set";

/** An opened file. Close it after use. */
export interface StoredFile {
  readonly sizeBytes: number;
  readonly source: ByteSource;
  /** Some bytes could not be had from the container, so the rest is missing. */
  readonly isCutShort: boolean;
  readAll(): Buffer;
  close(): void;
}

export interface BagStore {
  /** Every file, by its path from the bag's root. */
  readonly paths: PathSet;
  /** Undefined if there is no such file. */
  openFile(path: string): Promise<StoredFile | undefined>;
  close(): Promise<void>;
}
