/** The first line of a stream, without its end: how a password is handed to a command. */
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

/** Empty when the stream ends before a line does begin. */
export async function readFirstLine(stream: Readable): Promise<string> {
  const lines = createInterface({ input: stream });
  for await (const line of lines) {
    lines.close();
    return line;
  }
  return "";
}
