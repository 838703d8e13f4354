/**
 * Names the content of a bag as it lies there, not only as its manifest declares it: a file mended or damaged after the manifest was
 * written is other content. One pass over the stored bytes, a few hundredths of the time that loading takes.
 */
import { createHash } from "node:crypto";
import type { Bag } from "@/lib/archive/bag/bag";

const PIECE_BYTES = 1 << 20;

/** Hexadecimal. Equal exactly when everything that a load reads is equal. */
export async function contentDigest(bag: Bag): Promise<string> {
  const whole = createHash("sha256").update(bag.digest);
  for (const file of bag.files()) {
    const stored = await bag.openFile(file);
    if (!stored) continue;
    try {
      whole.update(`\n${file.path} ${stored.sizeBytes}\n`);
      for (let position = 0; position < stored.sizeBytes; ) {
        const piece = stored.source.read(position, PIECE_BYTES);
        if (piece.length === 0) break;
        whole.update(piece);
        position += piece.length;
      }
    } finally {
      stored.close();
    }
  }
  return whole.digest("hex");
}
