/** A ZIP that grows file by file: readable by other programs, and after a stop at any byte the same ZIP as without one. */
import { createHash } from "node:crypto";
import { appendFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openUnfinishedZip, type UnfinishedZip } from "@/lib/bundle/unfinished-zip";
import { readZip } from "../../support/read-zip";

const AT = new Date("2026-11-22T03:04:06Z");
const FILES = [
  ["06350302 ทต.ศรีแก้ว/01 งบทดลอง/2567-03.csv", "ยอดยกมา,1,234.50\n".repeat(400)],
  ["06350302 ทต.ศรีแก้ว/02 บัญชีแยกประเภท.pdf", "%PDF ".repeat(30)],
  ["ว่าง.csv", ""],
] as const;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "zip-"));
});
afterAll(() => rm(folder, { recursive: true }));

const open = (name: string, of = "list", at = AT, bytesMax = 1_000_000) =>
  openUnfinishedZip({ file: path.join(folder, name), of, at, bytesMax });

async function* pieces(text: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += 100) yield bytes.subarray(at, at + 100);
}

async function addMissing(zip: UnfinishedZip): Promise<void> {
  for (const [name, text] of FILES)
    if (!zip.has(name)) await zip.add({ name, remark: "r", bytes: pieces(text), isDeflated: name.endsWith("csv") });
}

async function whole(name: string): Promise<Buffer> {
  const zip = await open(name);
  await addMissing(zip);
  await zip.finish();
  return readFile(path.join(folder, name));
}

it("is read by another library, with Thai names and times of Bangkok", async () => {
  const zip = await open("plain.zip");
  await addMissing(zip);
  const { bytes, sha256 } = await zip.finish();
  const file = await readFile(path.join(folder, "plain.zip"));
  expect(bytes).toBe(file.length);
  expect(createHash("sha256").update(file).digest("hex")).toBe(sha256);
  const read = await readZip(file);
  expect(read.map((one) => [one.name, one.bytes.toString("utf8")])).toEqual(FILES.map((one) => [...one]));
  const { at } = read[0] ?? { at: AT };
  expect([at.getFullYear(), at.getMonth() + 1, at.getDate(), at.getHours(), at.getMinutes()]).toEqual([
    2026, 11, 22, 10, 4,
  ]);
  expect((await readdir(folder)).filter((name) => name.startsWith("plain.zip"))).toEqual(["plain.zip"]);
});

it("goes on after a stop at any byte, and comes out the same to the byte", async () => {
  const expected = await whole("reference.zip");
  const stopped = await open("stopped.zip");
  await addMissing(stopped);
  await stopped.close();
  const file = path.join(folder, "stopped.zip");
  const [bytes, progress] = [await readFile(`${file}.unfinished`), await readFile(`${file}.progress`)];
  for (let cut = 0; cut <= bytes.length; cut += 97) {
    await writeFile(`${file}.unfinished`, bytes.subarray(0, cut));
    await writeFile(`${file}.progress`, progress);
    expect((await whole("stopped.zip")).equals(expected)).toBe(true);
    await rm(file);
  }
  for (let cut = 0; cut <= progress.length; cut += 31) {
    await writeFile(`${file}.unfinished`, bytes);
    await writeFile(`${file}.progress`, progress.subarray(0, cut));
    expect((await whole("stopped.zip")).equals(expected)).toBe(true);
    await rm(file);
  }
});

it("keeps what is done, and cuts off what was being written", async () => {
  const first = await open("kept.zip");
  const [name, text] = FILES[0];
  await first.add({ name, remark: "r", bytes: pieces(text), isDeflated: true });
  const size = first.size();
  await first.close();
  await appendFile(path.join(folder, "kept.zip.unfinished"), "half a file");
  const second = await open("kept.zip", "list", new Date("2026-12-01T00:00:00Z"));
  expect([second.at, second.has(name), second.size()]).toEqual([AT, true, size]);
  await second.close();
});

it("begins anew for another list", async () => {
  const first = await open("other.zip");
  await addMissing(first);
  await first.close();
  const second = await open("other.zip", "another list");
  expect([second.entries.length, second.size()]).toEqual([0, 0]);
  await second.close();
});

it("gives no name to a ZIP whose disk lost bytes", async () => {
  const zip = await open("lost.zip");
  await addMissing(zip);
  const file = path.join(folder, "lost.zip.unfinished");
  const bytes = await readFile(file);
  bytes[150] = (bytes[150] ?? 0) ^ 0xff;
  await writeFile(file, bytes);
  await expect(zip.finish()).rejects.toThrow();
  expect((await readdir(folder)).includes("lost.zip")).toBe(false);
  await truncate(file, 0);
});

it("refuses to grow beyond its bound, and a failed file leaves the others", async () => {
  const zip = await open("bound.zip", "list", AT, 400);
  await zip.add({ name: "a", remark: "", bytes: pieces("a".repeat(100)), isDeflated: false });
  await expect(
    zip.add({ name: "b", remark: "", bytes: pieces("b".repeat(500)), isDeflated: false }),
  ).rejects.toMatchObject({ code: "too-large" });
  await zip.add({ name: "c", remark: "", bytes: pieces("c"), isDeflated: false });
  await zip.finish();
  const read = await readZip(await readFile(path.join(folder, "bound.zip")));
  expect(read.map((one) => one.name)).toEqual(["a", "c"]);
});
