/** Brings the portal's database up: the operator's server or the embedded one, migrated, with the restricted role in place. */
import { createHmac } from "node:crypto";
import path from "node:path";
import postgres from "postgres";
import type { Env } from "@/lib/config/env";
import { readSecrets } from "@/lib/config/secrets";
import { AppError } from "@/lib/errors/app-error";
import { startEmbeddedServer } from "./embedded/embedded-server";
import { grantPortalRole } from "./grants";
import { backfillDerived } from "./load/backfill-derived";
import { migrate } from "./migrate";

const EMBEDDED_DATABASE = "portal";

export interface PortalDatabase {
  /** Role that owns the tables: migrations, loading. */
  readonly ownerUrl: string;
  /** Restricted role: everything that answers people. */
  readonly appUrl: string;
  readonly isEmbedded: boolean;
  readonly release: () => Promise<void>;
}

/** Opens and migrates. Throws an AppError("set-up") that says what the operator can do when the server cannot be used. */
export async function openPortalDatabase(env: Env, projectRoot: string): Promise<PortalDatabase> {
  const dataFolder = path.resolve(projectRoot, env.PORTAL_DATA_DIR);
  const secrets = readSecrets(dataFolder);
  if (env.DATABASE_URL) {
    const prepared = await prepare(env.DATABASE_URL, secrets.databasePassword);
    return { ...prepared, isEmbedded: false, release: async () => undefined };
  }
  const server = await startEmbeddedServer({ projectRoot, dataFolder, password: secrets.databasePassword });
  try {
    await createIfMissing(server.url, EMBEDDED_DATABASE);
    const prepared = await prepare(`${server.url}/${EMBEDDED_DATABASE}`, secrets.databasePassword);
    return { ...prepared, isEmbedded: true, release: server.release };
  } catch (error) {
    await server.release();
    throw error;
  }
}

async function prepare(ownerUrl: string, fallbackKey: string): Promise<{ ownerUrl: string; appUrl: string }> {
  try {
    await migrate(ownerUrl);
    await backfillDerived(ownerUrl);
    return { ownerUrl, appUrl: await grantPortalRole(ownerUrl, rolePassword(ownerUrl, fallbackKey)) };
  } catch (error) {
    const code = (error as { code?: string }).code ?? "";
    if (["ECONNREFUSED", "ENOTFOUND", "CONNECT_TIMEOUT", "28P01", "28000", "3D000"].includes(code)) {
      throw new AppError("set-up", `ต่อฐานข้อมูลไม่ได้ (${code}) — โปรดตรวจ DATABASE_URL: ที่อยู่ ชื่อฐานข้อมูล ผู้ใช้ และรหัสผ่าน`, {
        cause: error,
      });
    }
    throw error;
  }
}

/** Derived from the owner's password, so that two copies on one database agree on it without telling each other. */
function rolePassword(ownerUrl: string, fallbackKey: string): string {
  const url = new URL(ownerUrl);
  return createHmac("sha256", url.password || fallbackKey)
    .update(`portal role of ${url.pathname}`)
    .digest("base64url");
}

async function createIfMissing(serverUrl: string, name: string): Promise<void> {
  const client = postgres(`${serverUrl}/postgres`, { max: 1, onnotice: () => undefined });
  try {
    await client.unsafe(`create database ${name}`);
  } catch (error) {
    const code = (error as { code?: string }).code;
    // Already there, or being made by another process at this moment.
    if (code !== "42P04" && code !== "23505") throw error;
  } finally {
    await client.end();
  }
}
