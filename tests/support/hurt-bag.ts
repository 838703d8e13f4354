/** Takes rows and files out of a sample bag, each LAO in another way, so that what reports say of it can be held against the sound bag. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";

export interface BagFile {
  readonly lao: string;
  readonly module: string;
  readonly month: string;
  readonly table: string;
}

export class HurtBag {
  /** How often a file was really changed. */
  filesHurt = 0;

  constructor(readonly folder: string) {}

  laos(): string[] {
    return readdirSync(path.join(this.folder, "data/laos")).sort();
  }

  private pathOf({ lao, module, month, table }: BagFile): string {
    return path.join("data/laos", lao, module, month, `${table}.csv.gz`);
  }

  private read(file: BagFile): { readonly head: string; readonly records: readonly string[] } {
    const place = path.join(this.folder, this.pathOf(file));
    const [head = "", ...lines] = gunzipSync(readFileSync(place)).toString("utf8").split("\n");
    return { head, records: lines.filter((line) => line.trim() !== "") };
  }

  /** None where there is no file. */
  records(file: BagFile): readonly string[] {
    return existsSync(path.join(this.folder, this.pathOf(file))) ? this.read(file).records : [];
  }

  /** Records by place; `change` gives what is left of them. The manifest is made to agree, as if the loss came before the extraction. */
  rewrite(file: BagFile, change: (records: readonly string[]) => readonly string[]): void {
    const inside = this.pathOf(file);
    const { head, records } = this.read(file);
    const left = change(records);
    if (left.join("\n") !== records.join("\n")) this.filesHurt += 1;
    const bytes = gzipSync([head, ...left, ""].join("\n"));
    writeFileSync(path.join(this.folder, inside), bytes);
    const digest = createHash("sha256").update(bytes).digest("hex");
    this.relist((line) => (line.endsWith(`  ${inside}`) ? `${digest}  ${inside}` : line));
  }

  /** The file ends early; the manifest still knows it whole. */
  cut(file: BagFile, share: number): void {
    const place = path.join(this.folder, this.pathOf(file));
    this.filesHurt += 1;
    const bytes = readFileSync(place);
    writeFileSync(place, bytes.subarray(0, Math.floor(bytes.length * share)));
  }

  /** The file is gone; the manifest still lists it. */
  remove(file: BagFile): void {
    this.filesHurt += 1;
    rmSync(path.join(this.folder, this.pathOf(file)));
  }

  /** Manifests of tags would have to follow; the sample's are left out, which BagIt allows. */
  private relist(change: (line: string) => string): void {
    const manifest = path.join(this.folder, "manifest-sha256.txt");
    writeFileSync(manifest, readFileSync(manifest, "utf8").split("\n").map(change).join("\n"));
    rmSync(path.join(this.folder, "tagmanifest-sha256.txt"), { force: true });
  }
}
