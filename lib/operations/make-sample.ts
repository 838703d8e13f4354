/** Makes a sample archive in a folder. It touches no database and shows nobody's books, so it needs neither scope nor audit row. */
import { type SampleResult, makeSample as writeSample } from "@/lib/sample/make-sample";
import type { SampleOptions } from "@/lib/sample/options";

/**
 * Writes a complete bag `laas-archive/1` of made-up books into `options.out`; with damage, the truth about it stands beside the
 * bag in `<out>.truth.json`. AppErrors: `input/invalid`, `conflict` when the folder is not empty.
 */
export function makeSample(options: SampleOptions): Promise<SampleResult> {
  return writeSample(options);
}
