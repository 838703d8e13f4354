import "server-only";
/**
 * The answer about a file on its way from the upload to the page that shows it: a cookie of a few minutes, named by the address. Not in the address
 * itself, since a link must not be able to say that somebody's file is genuine.
 */
import { randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { z } from "zod";
import { cookieName, cookieOptions } from "@/app/_session/cookie-name";
import { readServerEnv } from "@/lib/config/env";

const SECONDS = 600;
const NAME_CHARACTERS_MAX = 120;

const schema = z.object({
  id: z.string(),
  verdict: z.enum(["genuine", "altered", "unfinished", "unknown"]),
  sha256: z.string(),
  name: z.string(),
});

export type CheckedFile = z.infer<typeof schema>;

/** Gives the name to put into the address, as `checked`. */
export async function keepCheckedFile(file: Omit<CheckedFile, "id">): Promise<string> {
  const { address } = readServerEnv();
  const id = randomBytes(8).toString("hex");
  const value = JSON.stringify({ ...file, id, name: file.name.slice(0, NAME_CHARACTERS_MAX) });
  (await cookies()).set(cookieName("checked", address), value, { ...cookieOptions(address), maxAge: SECONDS });
  return id;
}

/** Undefined where the address names none, or it was long ago. */
export async function readCheckedFile(id: string | undefined): Promise<CheckedFile | undefined> {
  const text = (await cookies()).get(cookieName("checked", readServerEnv().address))?.value;
  if (id === undefined || text === undefined) return undefined;
  try {
    const file = schema.parse(JSON.parse(text));
    return file.id === id ? file : undefined;
  } catch {
    // Somebody's own invention: as good as none.
    return undefined;
  }
}
