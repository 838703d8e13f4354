/** Collects short texts into pieces of UTF-8 worth sending, without ever holding a whole file. */
import { setImmediate as nextTurn } from "node:timers/promises";

const CHARACTERS_A_CHUNK = 32 * 1024;

/** Gives the texts as bytes, in order; the event loop turns between the pieces. */
export async function* inChunks(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let waiting = "";
  for await (const text of texts) {
    waiting += text;
    if (waiting.length < CHARACTERS_A_CHUNK) continue;
    yield encoder.encode(waiting);
    waiting = "";
    await nextTurn();
  }
  if (waiting !== "") yield encoder.encode(waiting);
}
