/** Faults of bytes: files lost, cut, overwritten, flipped, strayed; gzip members broken in the middle. */
import { gzipSync } from "node:zlib";
import { ANY, columnOf, type Draft, type Fault, truthOf } from "./draft";
import { type BookFile, encodeText, packRows, packText } from "./sound-books";

const missing: Fault = (draft) => {
  const file = draft.take(ANY);
  if (!file) return undefined;
  draft.replace(file, null);
  return truthOf(file, { kind: "f-missing", codes: ["file/missing"], states: ["partial", "lost"] });
};

const missingPartition: Fault = (draft) => {
  const files = draft.takePartition(["accounting", "revenue", "expenditure", "budget"], (all) =>
    all.some(({ rows }) => rows.length > 0),
  );
  const [first] = files ?? [];
  if (!files || !first) return undefined;
  for (const file of files) draft.replace(file, null);
  return truthOf(first, {
    kind: "f-missing-partition",
    codes: ["file/missing"],
    table: null,
    files: files.map(({ path }) => path),
    states: ["lost"],
  });
};

const packedAgain: Fault = (draft) => {
  const file = draft.take(ANY);
  if (!file) return undefined;
  const bytes = Buffer.from(draft.sound(file));
  bytes.writeUInt32LE(1_720_310_400, 4);
  draft.replace(file, bytes);
  return truthOf(file, { kind: "f-packed-again", codes: ["file/checksum"], states: ["inconsistent"] });
};

const alteredLater: Fault = (draft) => {
  const file = draft.take(["cheques", "receipts", "requisitions", "journal"], 2);
  if (!file) return undefined;
  const column = { journal: "description", requisitions: "payee", receipts: "payer" }[file.table] ?? "payee";
  const rows = draft.rowsOf(file);
  const row = draft.chance.below(rows.length);
  (rows[row] as string[])[columnOf(file, column)] = "ผู้อื่น";
  draft.replace(file, packText(packRows(file.header, rows), draft.books.encoding));
  return truthOf(file, { kind: "f-altered-later", codes: ["file/checksum"], states: ["inconsistent"] });
};

/** @param isListed the manifest was made of the cut file: nothing but gzip itself betrays it */
function cut(kind: string, isListed: boolean): Fault {
  return (draft) => {
    const file = draft.take(ANY, 3);
    if (!file) return undefined;
    const bytes = draft.sound(file);
    const short = bytes.subarray(0, 1 + draft.chance.below(bytes.length - 1));
    if (isListed) draft.store(file, short);
    else draft.replace(file, short);
    return truthOf(file, { kind, codes: ["file/truncated"], states: ["partial", "lost"] });
  };
}

const overwritten: Fault = (draft) => {
  const file = draft.take(ANY, 8);
  if (!file) return undefined;
  const bytes = Buffer.from(draft.sound(file));
  const from = 20 + draft.chance.below(Math.max(1, bytes.length - 60));
  bytes.fill(0xa5, from, Math.min(bytes.length - 8, from + 24));
  draft.replace(file, bytes);
  return truthOf(file, {
    kind: "f-overwritten",
    codes: ["file/corrupt", "file/truncated", "file/checksum"],
    states: ["partial", "lost", "inconsistent"],
  });
};

const bitFlip: Fault = (draft) => {
  const file = draft.take(ANY);
  if (!file) return undefined;
  const bytes = Buffer.from(draft.sound(file));
  const at = draft.chance.below(bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << draft.chance.below(8));
  draft.replace(file, bytes);
  return truthOf(file, {
    kind: "f-bit-flip",
    codes: ["file/checksum", "file/corrupt", "file/truncated"],
    states: ["inconsistent", "partial", "lost"],
  });
};

const emptied: Fault = (draft) => {
  const file = draft.take(ANY);
  if (!file) return undefined;
  draft.replace(file, Buffer.alloc(0));
  return truthOf(file, {
    kind: "f-emptied",
    codes: ["file/truncated", "file/corrupt", "file/checksum"],
    states: ["partial", "lost"],
  });
};

/** The file as several gzip members, each of whole lines. */
function members(file: BookFile, draft: Draft, count: number): Buffer[] {
  const lines = packRows(file.header, file.rows).match(/(?:[^"\n]|"(?:[^"]|"")*")*\n/g) ?? [];
  const each = Math.ceil(lines.length / count);
  return Array.from({ length: count }, (_, at) =>
    gzipSync(encodeText(lines.slice(at * each, (at + 1) * each).join(""), draft.books.encoding)),
  ).filter((_, at) => at * each < lines.length);
}

/** Rows on both sides are kept. */
const brokenMember: Fault = (draft) => {
  const file = draft.take(["journal", "receipts", "requisitions", "balances", "budget_lines"], 24);
  if (!file) return undefined;
  const parts = members(file, draft, 4);
  const broken = Buffer.from(parts[1] as Buffer);
  broken.fill(0xff, 12, Math.min(broken.length - 8, 40));
  draft.store(file, Buffer.concat([parts[0] as Buffer, broken, ...parts.slice(2)]));
  const each = Math.ceil((file.rows.length + 1) / 4);
  return truthOf(file, { kind: "f-broken-member", codes: ["file/corrupt"], states: ["partial"] }, [
    each - 1,
    each * 2 - 2,
  ]);
};

const straying: Fault = (draft) => {
  const file = draft.take(ANY);
  if (!file) return undefined;
  const path = file.path.replace(/(\w+)\.csv\.gz$/, "copy-of-$1.csv.gz");
  draft.stray(path, draft.sound(file));
  return truthOf(file, {
    kind: "f-stray-copy",
    codes: ["file/unlisted"],
    files: [path],
    states: ["intact", "inconsistent", "partial"],
  });
};

const leftOut: Fault = (draft) => {
  const file = draft.take(["cheques", "revenue_register", "cash", "balances", "budget_lines"], 3);
  if (!file) return undefined;
  draft.leaveOut(file);
  return truthOf(file, { kind: "f-left-out", codes: ["file/unlisted"], states: ["inconsistent", "partial", "lost"] });
};

export const FILE_FAULTS: Readonly<Record<string, Fault>> = {
  missing,
  missingPartition,
  packedAgain,
  alteredLater,
  truncated: cut("f-truncated", false),
  truncatedBefore: cut("f-truncated-before", true),
  overwritten,
  bitFlip,
  emptied,
  brokenMember,
};

/** Found when a bag is opened; only a bag on disk can have them. */
export const UNLISTED_FAULTS: Readonly<Record<string, Fault>> = { straying, leftOut };
