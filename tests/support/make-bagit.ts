/** Makes plain BagIt bags of any version for tests: sound ones, which a test changes by giving single files as they shall stand. */
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export interface BagItParts {
  readonly version?: string;
  readonly algorithms?: readonly string[];
  /** Payload by its path in the bag. */
  readonly payload?: Readonly<Record<string, string>>;
  /** Names of the payload in the manifests, where they are not the paths. */
  readonly listedAs?: Readonly<Record<string, string>>;
  /** Other files before the tag manifest is made, or in place of the usual ones; null leaves one out. */
  readonly files?: Readonly<Record<string, string | Buffer | null>>;
  /** After the tag manifest was made. */
  readonly later?: Readonly<Record<string, string | Buffer>>;
  /** Turns the text of tag files (but bagit.txt) into bytes. */
  readonly encode?: (text: string) => Buffer;
  readonly encoding?: string;
  readonly hasTagManifest?: boolean;
}

const PAYLOAD = { "data/hello.txt": "hello\n", "data/folder/ledger.csv": "a,b\n1,2\n" };

export function digestOf(algorithm: string, bytes: string | Buffer): string {
  return createHash(algorithm).update(bytes).digest("hex");
}

export function makeBagIt(parts: BagItParts = {}): string {
  const { version = "1.0", algorithms = ["sha512"], payload = PAYLOAD, encoding = "UTF-8" } = parts;
  const encode = parts.encode ?? ((text: string) => Buffer.from(text));
  const root = path.join(mkdtempSync(path.join(tmpdir(), "bagit-")), "bag");
  const tags = new Map<string, Buffer>();
  const payloadBytes = Object.values(payload).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  tags.set("bagit.txt", Buffer.from(`BagIt-Version: ${version}\nTag-File-Character-Encoding: ${encoding}\n`));
  tags.set("bag-info.txt", encode(`Payload-Oxum: ${payloadBytes}.${Object.keys(payload).length}\n`));
  for (const algorithm of algorithms) {
    const lines = Object.entries(payload).map(
      ([at, text]) => `${digestOf(algorithm, text)}  ${parts.listedAs?.[at] ?? at}\n`,
    );
    tags.set(`manifest-${algorithm}.txt`, encode(lines.join("")));
  }
  for (const [at, bytes] of Object.entries(parts.files ?? {}))
    if (bytes === null) tags.delete(at);
    else tags.set(at, typeof bytes === "string" ? encode(bytes) : bytes);
  if (parts.hasTagManifest ?? true)
    for (const algorithm of algorithms) {
      const listed = [...tags].filter(([at]) => !/^(data\/|tagmanifest-)/.test(at));
      const lines = listed.map(([at, bytes]) => `${digestOf(algorithm, bytes)}  ${at}\n`);
      tags.set(`tagmanifest-${algorithm}.txt`, encode(lines.join("")));
    }
  mkdirSync(path.join(root, "data"), { recursive: true });
  const all = [...Object.entries(payload), ...tags, ...Object.entries(parts.later ?? {})];
  for (const [at, bytes] of all) {
    mkdirSync(path.dirname(path.join(root, at)), { recursive: true });
    writeFileSync(path.join(root, at), bytes);
  }
  return root;
}
