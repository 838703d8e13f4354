/**
 * The Postgres that comes along when the operator names none: real server binaries, data in the project's data folder,
 * loopback only, a free port. Adopts a server that is still running (also one whose starter was killed).
 */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { findBinaries } from "./binaries";
import { withLock } from "./lock";
import { findServerUser, type ServerUser } from "./server-user";
import { isAlive, joinUsers, leaveUsers } from "./users-of-server";

const SUPERUSER = "portal_owner";
const START_MS_MAX = 60_000;

export interface EmbeddedServer {
  /** URL of the superuser, without a database name at its end: append one. */
  readonly url: string;
  /** Leaves the server; stops it if nobody else uses it. */
  readonly release: () => Promise<void>;
}

export interface EmbeddedOptions {
  readonly projectRoot: string;
  /** Where `postgres/` is to lie, absolute. */
  readonly dataFolder: string;
  readonly password: string;
}

/** Starts or adopts the server of that data folder. Works as root and as an ordinary user. */
export async function startEmbeddedServer(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const user = findServerUser();
  const home = findHome(options.dataFolder, user);
  const users = path.join(home, "users");
  const data = path.join(home, "data");
  const lock = path.join(home, "lock");
  const port = await withLock(lock, async () => {
    joinUsers(users);
    const running = await findRunning(data, options.password);
    if (running !== undefined) return running;
    const native = findBinaries(options.projectRoot, user, shelterOf(options.dataFolder));
    if (!existsSync(path.join(data, "PG_VERSION"))) initialise(native, home, data, options.password, user);
    return start(native, home, data, options.password, user);
  });
  return {
    url: urlOf(port, options.password),
    release: () =>
      withLock(lock, async () => {
        if (leaveUsers(users)) await stop(data);
      }),
  };
}

function urlOf(port: number, password: string): string {
  return `postgres://${SUPERUSER}:${encodeURIComponent(password)}@127.0.0.1:${port}`;
}

/** A folder outside the project, for projects that lie where the server's user may not go (below a closed home folder). */
function shelterOf(dataFolder: string): string {
  return path.join("/var/tmp", `portal-postgres-${createHash("sha256").update(dataFolder).digest("hex").slice(0, 12)}`);
}

function findHome(dataFolder: string, user: ServerUser): string {
  mkdirSync(dataFolder, { recursive: true });
  if (!user) return makeHome(path.join(dataFolder, "postgres"), user);
  chmodSync(dataFolder, 0o711);
  const reachable =
    spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", dataFolder], { stdio: "ignore", cwd: "/", ...user }).status === 0;
  return makeHome(path.join(reachable ? dataFolder : shelterOf(dataFolder), "postgres"), user);
}

function makeHome(home: string, user: ServerUser): string {
  mkdirSync(home, { recursive: true });
  if (user) chownSync(home, user.uid, user.gid);
  return home;
}

/** initdb into a folder aside, renamed when complete: a kill in between leaves nothing half-made. Thai order, UTF-8 (STACK.md §2.1). */
function initialise(native: string, home: string, data: string, password: string, user: ServerUser): void {
  const half = `${data}.new`;
  const passwordFile = path.join(home, "initial-password");
  rmSync(half, { recursive: true, force: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  const made = spawnSync(
    path.join(native, "bin", "initdb"),
    [
      ...["-D", half, "-U", SUPERUSER, "--pwfile", passwordFile, "--auth=scram-sha-256", "--encoding=UTF8"],
      ...["--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=th-TH"],
    ],
    { encoding: "utf8", cwd: home, ...user },
  );
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || String(made.error)}`);
  renameSync(half, data);
}

function settings(port: number): string[] {
  const sharedMb = Math.max(64, Math.min(1024, Math.floor(os.totalmem() / 2 ** 20 / 8)));
  const pairs: Record<string, string> = {
    port: String(port),
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    shared_buffers: `${sharedMb}MB`,
    maintenance_work_mem: "256MB",
    work_mem: "32MB",
    max_connections: "60",
    // Loading attaches thousands of partitions in one transaction.
    max_locks_per_transaction: "1024",
    // No replicas here: COPY into a new table then writes no log.
    wal_level: "minimal",
    max_wal_senders: "0",
    max_wal_size: "4GB",
    jit: "off",
    timezone: "Asia/Bangkok",
  };
  return Object.entries(pairs).flatMap(([key, value]) => ["-c", `${key}=${value}`]);
}

async function start(native: string, home: string, data: string, password: string, user: ServerUser): Promise<number> {
  const until = Date.now() + START_MS_MAX;
  while (Date.now() < until) {
    const port = await findFreePort();
    const log = openSync(path.join(home, "server.log"), "a", 0o600);
    const child = spawn(path.join(native, "bin", "postgres"), ["-D", data, ...settings(port)], {
      detached: true,
      stdio: ["ignore", log, log],
      cwd: home,
      ...user,
    });
    child.unref();
    // A server killed a moment ago still holds its lock for half a second: it exits, and we try again.
    let hasExited = false;
    child.once("exit", () => {
      hasExited = true;
    });
    while (!hasExited && Date.now() < until) {
      if (await answers(port, password)) return port;
      await sleep(50);
    }
    await sleep(200);
  }
  throw new Error(`the embedded Postgres does not start; see ${path.join(home, "server.log")}`);
}

async function answers(port: number, password: string, data?: string): Promise<boolean> {
  const client = postgres(`${urlOf(port, password)}/postgres`, {
    max: 1,
    connect_timeout: 3,
    onnotice: () => undefined,
  });
  try {
    const [row] = await client<{ folder: string }[]>`select current_setting('data_directory') as folder`;
    return data === undefined || row?.folder === data;
  } catch {
    return false; // not up yet, or another server: the caller tries again or starts one
  } finally {
    await client.end({ timeout: 1 });
  }
}

/** Port of the server that runs on this data folder, if one does; waits for one that is just starting. */
async function findRunning(data: string, password: string): Promise<number | undefined> {
  const until = Date.now() + START_MS_MAX;
  while (Date.now() < until) {
    const known = readPidFile(data);
    if (!known || !isAlive(known.pid)) return undefined;
    if (known.port !== undefined && (await answers(known.port, password, data))) return known.port;
    if (!isPostgres(known.pid)) return undefined;
    await sleep(200);
  }
  return undefined;
}

/** After a crash another program may carry the number in the pid file. */
function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("postgres");
  } catch {
    return process.platform !== "linux";
  }
}

function readPidFile(data: string): { pid: number; port: number | undefined } | undefined {
  const file = path.join(data, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, "utf8").split("\n");
  return { pid: Number(lines[0]), port: lines[3] ? Number(lines[3]) : undefined };
}

async function stop(data: string): Promise<void> {
  const running = readPidFile(data);
  if (!running || !isAlive(running.pid)) return;
  process.kill(running.pid, "SIGINT");
  const until = Date.now() + START_MS_MAX;
  while (isAlive(running.pid) && existsSync(path.join(data, "postmaster.pid")) && Date.now() < until) await sleep(20);
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no free port")),
      );
    });
  });
}
