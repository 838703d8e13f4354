/** The pool with real worker threads. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { AppError } from "@/lib/errors/app-error";
import { type ExportPool, type ExportPoolOptions, makeExportPool, type StartedExport } from "@/lib/export/export-pool";
import { PIECES_AHEAD } from "@/lib/export/messages";

const root = path.resolve(import.meta.dirname, "../../..");
const folder = mkdtempSync(path.join(tmpdir(), "export-pool-"));
const workerFile = path.join(folder, "worker.mjs");
const pools: ExportPool[] = [];

beforeAll(async () => {
  await build({
    absWorkingDir: root,
    entryPoints: ["tests/fixtures/export/made-up-worker.ts"],
    outfile: workerFile,
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "error",
  });
});
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function makePool(options: Partial<ExportPoolOptions> = {}): ExportPool {
  const pool = makeExportPool({
    workerFile,
    workerData: null,
    threads: 1,
    queueMax: 2,
    perUserMax: 10,
    timeLimitMs: 30_000,
    ...options,
  });
  pools.push(pool);
  return pool;
}

function actor(email: string): Actor {
  return { userId: 1, email, name: email, role: "accountant", grant: { kind: "none" } };
}

function start(
  pool: ExportPool,
  reportId: string,
  params: Record<string, string> = {},
  { email = "a@example.go.th", gone = new AbortController().signal } = {},
): Promise<StartedExport> {
  return pool.start({ actor: actor(email), lao: "06350302", reportId, params, format: "csv" }, gone);
}

async function readAll({ body }: StartedExport): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of body) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe("the export pool", () => {
  it("gives head and bytes in order", async () => {
    const started = await start(makePool(), "count", { pieces: "100", bytes: "1000" });
    expect(started.head).toEqual({ mimeType: "text/plain", fileName: "ทดลอง.txt", asciiName: "trial.txt" });
    const bytes = await readAll(started);
    expect(bytes.length).toBe(100_000);
    for (let index = 0; index < 100; index++) expect(bytes[index * 1000 + 999]).toBe(index);
  });

  it("tells what the operation refuses before a byte is sent, as the same AppError", async () => {
    const refused = start(makePool(), "refused");
    await expect(refused).rejects.toBeInstanceOf(AppError);
    await expect(refused).rejects.toMatchObject({ code: "access/forbidden", message: "ไม่มีสิทธิ์" });
  });

  it("lets a bug through without its message, which may hold figures, but with its kind and place", async () => {
    const error = await start(makePool(), "bug").catch((caught: unknown) => caught as Error & { code?: string });
    expect(error).toMatchObject({ code: "XX001" });
    expect(`${(error as Error).message} ${(error as Error).stack}`).not.toMatch(/1,234|row 7/);
    expect((error as Error).stack).toMatch(/ at /);
  });

  it("fails the stream, rather than ending it, when the file cannot be finished", async () => {
    const started = await start(makePool(), "breaks", { pieces: "9" });
    await expect(readAll(started)).rejects.toMatchObject({ code: "too-large" });
  });

  it("makes no more pieces than are taken", async () => {
    const pool = makePool();
    const gone = new AbortController();
    const started = await start(pool, "count", { pieces: "5000" }, { gone: gone.signal });
    const reader = started.body.getReader();
    for (let taken = 0; taken < 5; taken++) await reader.read();
    await sleep(300);
    await reader.cancel();
    const [made, stoppedBy] = (await readAll(await start(pool, "made"))).toString().split(" ");
    expect(Number(made)).toBe(5 + PIECES_AHEAD + 1);
    expect(stoppedBy).toBe("ExportStoppedError");
  });

  it("stops the work when the reader hangs up, and takes the next job", async () => {
    const pool = makePool();
    const gone = new AbortController();
    const started = await start(pool, "count", { pieces: "100000" }, { gone: gone.signal });
    gone.abort();
    await expect(readAll(started)).rejects.toBeInstanceOf(AppError);
    expect((await readAll(await start(pool, "made"))).toString()).toContain("ExportStoppedError");
  });

  it("takes a job out of the queue when its reader hangs up", async () => {
    const pool = makePool({ queueMax: 1 });
    const first = await start(pool, "count", { pieces: "100000" });
    const gone = new AbortController();
    const waiting = start(pool, "count", {}, { gone: gone.signal });
    gone.abort();
    await expect(waiting).rejects.toMatchObject({ code: "busy" });
    const next = start(pool, "made");
    await first.body.cancel();
    expect((await readAll(await next)).length).toBeGreaterThan(0);
  });

  it("says that it is busy when the queue is full, and when one user asks for too many", async () => {
    const pool = makePool({ queueMax: 1, perUserMax: 2 });
    const running = await start(pool, "count", { pieces: "100000" });
    const waiting = start(pool, "made");
    await expect(start(pool, "made")).rejects.toMatchObject({
      code: "busy",
      message: expect.stringContaining("หลายแฟ้ม"),
    });
    await expect(start(pool, "made", {}, { email: "b@example.go.th" })).rejects.toMatchObject({
      code: "busy",
    });
    await running.body.cancel();
    await readAll(await waiting);
    await readAll(await start(pool, "made"));
  });

  it("outlives a worker that dies", async () => {
    const pool = makePool();
    const started = await start(pool, "crash", { pieces: "100000" });
    await expect(readAll(started)).rejects.toThrow("code 3");
    expect((await readAll(await start(pool, "count"))).length).toBe(10);
  });

  it("ends a job at the time limit, also one that hears nothing any more", async () => {
    const pool = makePool({ timeLimitMs: 200 });
    await expect(start(pool, "spin")).rejects.toMatchObject({ code: "busy" });
    const before = performance.now();
    await expect(start(pool, "silent")).rejects.toMatchObject({ code: "busy" });
    expect(performance.now() - before).toBeLessThan(7_000);
  });

  it("works on several at once, one a thread", async () => {
    const pool = makePool({ threads: 2 });
    const slow = await start(pool, "count", { pieces: "100000" });
    expect((await readAll(await start(pool, "count", { pieces: "3" }))).length).toBe(30);
    await slow.body.cancel();
  });
});
