/** Writes a file of a command so that it is whole or not there. */
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { AppError } from "@/lib/errors/app-error";

/** The file appears when it is whole: what fails in the middle leaves none behind. Throws AppError("set-up") where it cannot be written. */
export async function writeWhole(file: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const unfinished = `${file}.unfinished`;
  try {
    await pipeline(Readable.from(bytes), createWriteStream(unfinished));
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined || !["ENOENT", "EACCES", "EISDIR", "ENOSPC", "EROFS"].includes(code)) throw error;
    throw new AppError("set-up", `เขียนแฟ้ม ${file} ไม่ได้ (${code}) — โปรดตรวจที่เก็บแฟ้มและสิทธิเขียน`, { cause: error });
  }
}
