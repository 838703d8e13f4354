/** The portal's web server over the bench's database, and one user's session on it. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import path from "node:path";
import { createInterface } from "node:readline";
import { findProjectRoot } from "@/lib/config/project-root";
import { BENCH_DATA_DIR } from "./bench-database";

export interface BenchServer {
  /** GET with the session's cookies; throws when the answer is no success. */
  readonly get: (place: string, query: Readonly<Record<string, string>>) => Promise<Response>;
  readonly stop: () => Promise<void>;
}

export async function startBenchServer(user: {
  readonly email: string;
  readonly password: string;
}): Promise<BenchServer> {
  const root = findProjectRoot();
  const child = spawn(process.execPath, [path.join(root, "dist", "serve.mjs"), "--empty"], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      PORT: String(await freePort()),
      HOST: "127.0.0.1",
      PORTAL_DATA_DIR: BENCH_DATA_DIR,
      DATABASE_URL: "",
      PORTAL_URL: "",
    },
  });
  const ended = once(child, "exit");
  const stop = async (): Promise<void> => {
    child.kill("SIGTERM");
    await ended;
  };
  try {
    const address = await readAddress(child.stdout, ended);
    const cookies = await signIn(address, user);
    const get = async (place: string, query: Readonly<Record<string, string>>): Promise<Response> => {
      const response = await fetch(`${address}${place}?${new URLSearchParams(query)}`, {
        headers: { cookie: cookies },
        redirect: "manual",
      });
      if (!response.ok) throw new Error(`${place}: ${response.status} ${(await response.text()).slice(0, 300)}`);
      return response;
    };
    return { get, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function readAddress(output: NodeJS.ReadableStream, ended: Promise<unknown>): Promise<string> {
  const lines = createInterface({ input: output });
  const ready = (async () => {
    for await (const line of lines) if (line.startsWith("ready: ")) return line.slice("ready: ".length);
    return undefined;
  })();
  const address = await Promise.race([ready, ended.then(() => undefined)]);
  if (address === undefined) throw new Error("the portal for the bench did not start");
  return address;
}

/** By next-auth's own address, as a program signs in. */
async function signIn(address: string, user: { readonly email: string; readonly password: string }): Promise<string> {
  const cookies = new Map<string, string>();
  const keep = (response: Response): void => {
    for (const line of response.headers.getSetCookie()) {
      const [name = "", value = ""] = (line.split(";")[0] ?? "").split(/=(.*)/s);
      cookies.set(name, value);
    }
  };
  const asHeader = (): string => [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const form = await fetch(`${address}/api/auth/csrf`);
  keep(form);
  const { csrfToken } = (await form.json()) as { csrfToken: string };
  const answer = await fetch(`${address}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: asHeader(), origin: address },
    body: new URLSearchParams({ ...user, csrfToken, json: "true" }),
  });
  keep(answer);
  if (answer.status >= 400) throw new Error(`the bench's user could not sign in: ${answer.status}`);
  return asHeader();
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
