/** Postgres refuses to run as root: finds the system user that it runs as instead. */
import { readFileSync } from "node:fs";

/** uid and gid to start Postgres with; null when the present user will do. */
export type ServerUser = { readonly uid: number; readonly gid: number } | null;

/** As root: the user `postgres` if the machine has one, else `nobody`; both need an entry in the password file, or initdb fails. */
export function findServerUser(): ServerUser {
  if (process.getuid?.() !== 0) return null;
  const entries = new Map(
    readFileSync("/etc/passwd", "utf8")
      .split("\n")
      .map((line) => line.split(":"))
      .map(([name, , uid, gid]) => [name, { uid: Number(uid), gid: Number(gid) }] as const),
  );
  const user = entries.get("postgres") ?? entries.get("nobody");
  if (!user) throw new Error("no system user to run Postgres as: neither postgres nor nobody is in /etc/passwd");
  return user;
}
