/** Made-up archives of a size, kept between runs: whole ones for queries and pages, and ones of journal and requisitions alone for loading. */
import { createHash } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { makeSample } from "@/lib/operations/make-sample";
import type { SampleEdition } from "@/lib/sample/earlier-edition";

/** Journal lines of an LAO on average: 10 million over 7,850 LAOs. Larger archives have more LAOs, not larger ones. */
const LINES_A_LAO = 1274;
const LAOS_A_PROVINCE = 103;
/** Tables of the loading measurement. */
const LOADED_FILES = /\/(journal|requisitions)\.csv\.gz$/;

export interface BenchArchive {
  readonly snapshot: string;
  readonly folder: string;
}

/** An archive of about so many journal lines, without damage, or the same books as of an earlier day; made the first time. */
export async function benchArchive(
  dataFolder: string,
  lines: number,
  edition: SampleEdition = "recovered",
): Promise<BenchArchive> {
  const mark = edition === "baseline" ? "-baseline" : "";
  const folder = path.join(dataFolder, "archives", `whole-${lines}${mark}`);
  const archive = { folder, snapshot: `sample-${lines}${mark}` };
  if (existsSync(`${folder}.done`)) return archive;
  process.stderr.write(`making an archive of ${lines} journal lines …\n`);
  rmSync(folder, { recursive: true, force: true });
  const laos = Math.max(1, Math.round(lines / LINES_A_LAO));
  await makeSample({
    out: folder,
    laos,
    provinces: Math.ceil(laos / LAOS_A_PROVINCE),
    journalLines: lines,
    seed: lines,
    damage: "none",
    edition,
    gzipLevel: 6,
    workerFile: new URL("./sample-worker.mjs", import.meta.url),
  });
  writeFileSync(`${folder}.done`, "");
  return archive;
}

/** The same archive with journal and requisitions alone: the files themselves, under a manifest of their own. */
export async function loadArchiveOf(dataFolder: string, lines: number): Promise<BenchArchive> {
  const whole = await benchArchive(dataFolder, lines);
  const folder = path.join(dataFolder, "archives", `load-${lines}`);
  const snapshot = `load-${lines}`;
  if (existsSync(`${folder}.done`)) return { folder, snapshot };
  rmSync(folder, { recursive: true, force: true });
  const description = JSON.stringify({ ...readJson(path.join(whole.folder, "data/snapshot.json")), id: snapshot });
  const kept: string[] = [`${sha256(description)}  data/snapshot.json`];
  for (const entry of readFileSync(path.join(whole.folder, "manifest-sha256.txt"), "utf8").trim().split("\n")) {
    const file = entry.slice(entry.indexOf("  ") + 2);
    if (file === "data/snapshot.json" || (file.startsWith("data/laos/") && !LOADED_FILES.test(file))) continue;
    kept.push(entry);
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    linkSync(path.join(whole.folder, file), path.join(folder, file));
  }
  writeFileSync(path.join(folder, "data/snapshot.json"), description);
  writeFileSync(path.join(folder, "bagit.txt"), "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
  writeFileSync(path.join(folder, "manifest-sha256.txt"), `${kept.join("\n")}\n`);
  writeFileSync(`${folder}.done`, "");
  return { folder, snapshot };
}

function readJson(file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
