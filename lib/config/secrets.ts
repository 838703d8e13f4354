/** Secrets of this installation: made once, kept in the data folder, readable by its owner only. */
import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const schema = z.object({ databasePassword: z.string().min(20), sessionSecret: z.string().min(20) });
export type Secrets = z.infer<typeof schema>;

/** Reads the secrets of that data folder; makes them the first time, safely beside another process that does the same. */
export function readSecrets(dataFolder: string): Secrets {
  const file = path.join(dataFolder, "secrets.json");
  const fresh = `${file}.${process.pid}`;
  mkdirSync(dataFolder, { recursive: true });
  const made: Secrets = {
    databasePassword: randomBytes(24).toString("base64url"),
    sessionSecret: randomBytes(32).toString("base64url"),
  };
  try {
    writeFileSync(fresh, JSON.stringify(made), { mode: 0o600 });
    linkSync(fresh, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(fresh, { force: true });
  }
  return schema.parse(JSON.parse(readFileSync(file, "utf8")));
}
