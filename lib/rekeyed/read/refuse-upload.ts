/** Refuses an uploaded file with a sentence that says what is wrong and what to do. */
import { AppError } from "@/lib/errors/app-error";

export function refuseUpload(message: string, cause?: unknown): never {
  throw new AppError("input/invalid", message, { cause });
}

/** Too large to be read at all. */
export function refuseSize(message: string): never {
  throw new AppError("too-large", message);
}
