/** Findings about a bag as a whole: tag files and reference files against their check sums, files that nobody listed. */
import { type Finding, makeFinding } from "@/lib/finding/finding";
import { REFERENCE_TABLES } from "../tables";
import type { BagStore } from "./bag-store";
import { ALGORITHMS, type Algorithm, type ExpectedDigests, findSourceMismatch } from "./digest";
import type { BagLimits } from "./limits";
import { forEachLine, type Manifest, parseManifestLine } from "./manifest";
import { hasKey } from "./path-set";
import { type PathKey, partitionOfKey, pathOfKey, placeOfPath, unsafePathReason } from "./payload-path";
import { refuseBag } from "./refuse";

/** Above it the rest is told by one line with its number. */
const MAX_UNLISTED = 2000;

/** A finding about one file of the bag; `lao` null where the file belongs to none. */
function fileFinding(code: Finding["code"], file: string, more: Partial<Finding> = {}): Finding {
  return makeFinding({ code, confidence: "bytes", file, ...more });
}

/** Compares one file with its digests: missing, changed, or nothing. */
async function checkFile(store: BagStore, path: string, expected: ExpectedDigests, table: string | null) {
  const file = await store.openFile(path);
  if (!file) return [fileFinding("file/missing", path, { table })];
  try {
    const mismatch = findSourceMismatch(file.source, expected);
    return mismatch ? [fileFinding("file/checksum", path, { table, ...mismatch })] : [];
  } finally {
    file.close();
  }
}

/** What tag manifests list (RFC 8493, 2.2.1): bagit.txt, bag-info.txt, the payload manifests. */
export async function checkTagFiles(store: BagStore, limits: BagLimits): Promise<Finding[]> {
  const expected = new Map<string, Partial<Record<Algorithm, Buffer>>>();
  for (const algorithm of ALGORITHMS) {
    const name = `tagmanifest-${algorithm}.txt`;
    const file = await store.openFile(name);
    if (!file) continue;
    if (file.sizeBytes > limits.maxReferenceBytes) refuseBag(`${name} ใหญ่ผิดปกติ`);
    forEachLine(file.source, (line, lineNo) => {
      if (line.trim() === "") return;
      const parsed = parseManifestLine(line, algorithm);
      const reason = parsed ? unsafePathReason(parsed.path) : "อ่านไม่ได้";
      if (!parsed || reason) return refuseBag(`บรรทัดที่ ${lineNo} ของ ${name} ใช้ไม่ได้ (${reason})`);
      expected.set(parsed.path, { ...expected.get(parsed.path), [algorithm]: Buffer.from(parsed.digest, "hex") });
    });
    file.close();
  }
  const findings: Finding[] = [];
  for (const [path, digests] of expected) findings.push(...(await checkFile(store, path, digests, null)));
  return findings;
}

/** Listed files that are no partition's: snapshot.json, reference tables, and what the format does not know. */
export async function checkOtherFiles(store: BagStore, manifests: readonly Manifest[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  const paths = new Set(manifests.flatMap((manifest) => [...manifest.others.keys()]));
  for (const path of [...paths].sort()) {
    const expected: Partial<Record<Algorithm, Buffer>> = {};
    for (const manifest of manifests) {
      const digest = manifest.others.get(path);
      if (digest) expected[manifest.algorithm] = digest;
    }
    const table = REFERENCE_TABLES.find((spec) => path === `data/reference/${spec.name}.csv`)?.name ?? null;
    const place = placeOfPath(path);
    for (const finding of await checkFile(store, path, expected, table)) findings.push({ ...finding, ...place });
    // a name below laos/ that no table has: listed, but it cannot be loaded
    if (path.startsWith("data/laos/") && store.paths.others.has(path))
      findings.push(fileFinding("file/unlisted", path, { ...place, expected: "ชื่อไฟล์ตามรูปแบบชุดข้อมูล", found: path }));
  }
  return findings;
}

/** Files below data/ that no manifest lists, and listed ones whose LAO or month the snapshot does not have. */
export function findUnlisted(
  store: BagStore,
  isListed: (path: string) => boolean,
  listed: Float64Array,
  isKnown: (key: PathKey) => boolean,
): Finding[] {
  const findings: Finding[] = [];
  let unnamed = 0;
  const add = (finding: () => Finding) => {
    if (findings.length < MAX_UNLISTED) findings.push(finding());
    else unnamed++;
  };
  const placeOf = (key: PathKey) => {
    const { table, ...place } = partitionOfKey(key);
    return { ...place, table: table.name };
  };
  for (const key of store.paths.keys)
    if (!hasKey(listed, key)) add(() => fileFinding("file/unlisted", pathOfKey(key), placeOf(key)));
  for (const key of listed)
    if (!isKnown(key))
      add(() => fileFinding("file/unlisted", pathOfKey(key), { ...placeOf(key), expected: "อปท. และเดือนของชุดข้อมูล" }));
  for (const path of [...store.paths.others].sort())
    if (path.startsWith("data/") && !isListed(path)) add(() => fileFinding("file/unlisted", path, placeOfPath(path)));
  if (unnamed > 0)
    findings.push(makeFinding({ code: "file/unlisted", confidence: "bytes", count: unnamed, found: "ไฟล์อื่น ๆ อีก" }));
  return findings;
}
