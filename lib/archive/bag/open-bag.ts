/** Opens an archive bag (BagIt 1.0, RFC 8493, with the contents of ARCHIVE.md): refuses what is unsafe, finds what is damaged. */
import { createHash } from "node:crypto";
import type { LaoCode, LaoType } from "@/lib/office/office";
import type { Bag, BagLao, FileFilter, PartitionFile } from "./bag";
import { checkOtherFiles, checkTagFiles, findUnlisted } from "./bag-findings";
import type { BagStore } from "./bag-store";
import { checkDeclaration } from "./declaration";
import { ALGORITHMS, type ExpectedDigests } from "./digest";
import { BAG_LIMITS, type BagLimits } from "./limits";
import { type Manifest, readManifest } from "./manifest";
import { openStore } from "./open-store";
import { hasKey, lowerBound } from "./path-set";
import { LAO_KEYS, parsePartitionPath, partitionOfKey, pathOfKey } from "./payload-path";
import { type ReferenceRow, readReference } from "./reference";
import { isSystemError, refuseBag } from "./refuse";
import { monthsOf, readSnapshotDescription } from "./snapshot-description";

const SNAPSHOT = "data/snapshot.json";

/** A small file that must be there. */
async function readRequired(store: BagStore, path: string, limits: BagLimits): Promise<Buffer> {
  const file = await store.openFile(path);
  if (!file) return refuseBag(`ไม่มีไฟล์ ${path}`);
  try {
    if (file.sizeBytes > limits.maxReferenceBytes) refuseBag(`ไฟล์ ${path} ใหญ่ผิดปกติ`);
    return file.readAll();
  } finally {
    file.close();
  }
}

async function readManifests(store: BagStore, limits: BagLimits): Promise<readonly Manifest[]> {
  const manifests: Manifest[] = [];
  for (const algorithm of ALGORITHMS) {
    const file = await store.openFile(`manifest-${algorithm}.txt`);
    if (!file) continue;
    try {
      manifests.push(readManifest(file.source, algorithm, limits));
    } finally {
      file.close();
    }
  }
  if (manifests.length === 0) refuseBag("ไม่มีไฟล์ manifest-sha256.txt หรือ manifest-sha512.txt");
  return manifests;
}

/** Keys of all manifests together; a file that only one of two lists counts as listed. */
function unionOfKeys(manifests: readonly Manifest[]): Float64Array {
  const [first, second] = manifests;
  if (!first || !second) return first?.keys ?? new Float64Array(0);
  const extra = second.keys.filter((key) => !hasKey(first.keys, key));
  return extra.length === 0 ? first.keys : Float64Array.from([...first.keys, ...extra]).sort();
}

function toLao(row: ReferenceRow): BagLao {
  return {
    code: (row.lao_code ?? "") as LaoCode,
    type: (row.type ?? "") as LaoType,
    name: row.name ?? "",
    district: row.district ?? "",
    provinceCode: row.province_code ?? "",
    province: row.province ?? "",
  };
}

/** See `Bag.digest`. The first manifest decides, so a second one of the same content changes nothing. */
function contentDigest(snapshot: Buffer, manifest: Manifest, listed: Float64Array, store: BagStore): string {
  const hash = createHash("sha256").update("laas-archive/1\n").update(snapshot);
  for (const path of [...manifest.others.keys()].sort())
    hash.update(`${path}\n${store.paths.others.has(path) ? 1 : 0}`).update(manifest.others.get(path) ?? "");
  for (const key of listed) {
    hash.update(`${key} ${hasKey(store.paths.keys, key) ? 1 : 0}`);
    hash.update(manifest.digestOfKey(key) ?? "");
  }
  return hash.digest("hex");
}

function* listFiles(
  laos: readonly BagLao[],
  listed: Float64Array,
  present: Float64Array,
  months: ReadonlySet<string>,
  filter: FileFilter,
): Generator<PartitionFile> {
  for (const lao of laos) {
    if (filter.provinceCode !== undefined && lao.provinceCode !== filter.provinceCode) continue;
    if (filter.lao !== undefined && lao.code !== filter.lao) continue;
    const first = Number(lao.code) * LAO_KEYS;
    const keys = listed.slice(lowerBound(listed, first), lowerBound(listed, first + LAO_KEYS));
    // by table, then month; a key's order is month, then table
    keys.sort((left, right) => (left % 16) - (right % 16) || left - right);
    for (const key of keys) {
      const partition = partitionOfKey(key);
      if (!months.has(partition.month) || (filter.table !== undefined && partition.table.name !== filter.table))
        continue;
      yield { ...partition, path: pathOfKey(key), isPresent: hasKey(present, key) };
    }
  }
}

async function readBag(path: string, store: BagStore, limits: BagLimits): Promise<Bag> {
  if (store.paths.others.has("fetch.txt")) refuseBag("มีไฟล์ fetch.txt ซึ่งอ้างถึงข้อมูลที่อยู่ที่อื่น ชุดข้อมูลต้องครบในตัวเอง");
  if (!store.paths.others.has("bagit.txt")) refuseBag("ไม่มีไฟล์ bagit.txt จึงไม่ใช่ชุดข้อมูลแบบ BagIt");
  checkDeclaration(await readRequired(store, "bagit.txt", limits));
  const snapshotBytes = await readRequired(store, SNAPSHOT, limits);
  const snapshot = readSnapshotDescription(snapshotBytes, limits);
  const months = monthsOf(snapshot.period);
  const manifests = await readManifests(store, limits);
  const isListed = (at: string) => manifests.some((manifest) => manifest.digestOf(at) !== undefined);
  if (!isListed(SNAPSHOT)) refuseBag(`manifest ไม่ได้ระบุไฟล์ ${SNAPSHOT}`);
  const tagFindings = await checkTagFiles(store, limits);
  const { reference, findings } = await readReference(store.openFile, isListed, snapshot.encoding, limits);
  const laos = (reference.laos ?? [])
    .map(toLao)
    .sort((left, right) => (left.provinceCode + left.code < right.provinceCode + right.code ? -1 : 1));

  const listed = unionOfKeys(manifests);
  const [monthSet, laoSet] = [new Set<string>(months), new Set<string>(laos.map((lao) => lao.code))];
  const isKnown = (key: number) => {
    const { lao, month } = partitionOfKey(key);
    return laoSet.has(lao) && monthSet.has(month);
  };
  const [firstManifest] = manifests;
  if (!firstManifest) throw new Error("a bag without manifests was not refused");
  const present = store.paths.keys;
  return {
    path,
    snapshot,
    months,
    digest: contentDigest(snapshotBytes, firstManifest, listed, store),
    reference,
    laos,
    findings: [
      ...tagFindings,
      ...(await checkOtherFiles(store, manifests)),
      ...findings,
      ...findUnlisted(store, isListed, listed, isKnown),
    ],
    fileCount: listed.reduce((count, key) => count + (isKnown(key) ? 1 : 0), 0),
    limits,
    files: (filter = {}) => listFiles(laos, listed, present, monthSet, filter),
    expectedDigests(file) {
      const key = parsePartitionPath(file.path);
      const digests: { -readonly [Name in keyof ExpectedDigests]: ExpectedDigests[Name] } = {};
      for (const manifest of manifests) {
        const digest = key === undefined ? undefined : manifest.digestOfKey(key);
        if (digest) digests[manifest.algorithm] = digest;
      }
      return digests;
    },
    openFile: (file) => store.openFile(file.path),
    close: () => store.close(),
  };
}

/**
 * Opens a folder or a ZIP and reads all of it but the partition files. Close the bag after use.
 * @throws AppError("bag/refused") with what to do, if nothing of it can or may be loaded
 */
export async function openBag(path: string, limits: BagLimits = BAG_LIMITS): Promise<Bag> {
  let store: BagStore | undefined;
  try {
    store = await openStore(path, limits);
    return await readBag(path, store, limits);
  } catch (error) {
    await store?.close();
    if (isSystemError(error)) refuseBag(`เครื่องนี้อ่าน ${path} ไม่ได้ (${error.code}) โปรดตรวจสิทธิ์และสื่อบันทึก`, error);
    throw error;
  }
}
