/** Damage to whole files, done after the manifest was made: lost, cut, overwritten, swapped, strayed. */
import type { Damage } from "./draft";
import { amountAt, documentAt, take, takePartition, truthOf, write } from "./draft";

const ANY = ["journal", "balances", "cash", "receipts", "revenue_register", "requisitions", "cheques", "budget_lines"];
const LONG = ["journal", "receipts", "requisitions", "cheques"];

const missingFile: Damage = (draft) => {
  const file = take(draft, ANY, 1);
  if (!file) return undefined;
  draft.wounds.set(file, { kind: "missing" });
  return truthOf(draft, file, { code: "file/missing", kind: "file-missing" });
};

const missingPartition: Damage = (draft) => {
  const files = takePartition(draft, ["revenue", "expenditure", "accounting"]);
  const [first] = files ?? [];
  if (!files || !first) return undefined;
  for (const file of files) draft.wounds.set(file, { kind: "missing" });
  return { ...truthOf(draft, first, { code: "file/missing", kind: "partition-missing" }), table: null, file: null };
};

const headerByte: Damage = (draft) => {
  const file = take(draft, ANY, 1);
  if (!file) return undefined;
  draft.wounds.set(file, { kind: "header-byte" });
  return truthOf(draft, file, { code: "file/checksum", kind: "file-packed-again" });
};

/** Somebody changed an amount after the extraction: the file is sound gzip, yet not the one that was signed for. */
const altered: Damage = (draft) => {
  const file = take(draft, ["cheques", "receipts"], 2);
  if (!file) return undefined;
  const row = draft.random.int(0, file.records.length - 1);
  const amount = amountAt(file, row, "amount");
  const copy = { ...file, records: [...file.records] };
  write(copy, row, "amount", `${(amount + 100_000n) / 100n}.${String(amount % 100n).padStart(2, "0")}`);
  draft.wounds.set(file, { kind: "altered", records: copy.records });
  const docs = [documentAt(file, row)];
  return truthOf(
    draft,
    file,
    { code: "file/checksum", kind: "amount-altered-later", docs, column: "amount", amounts: ["100000"] },
    [row, row],
  );
};

const truncated: Damage = (draft) => {
  const file = take(draft, LONG, 8);
  if (!file) return undefined;
  draft.wounds.set(file, { kind: "truncated" });
  return truthOf(draft, file, { code: "file/truncated", kind: "file-truncated" });
};

const corrupt: Damage = (draft) => {
  const file = take(draft, LONG, 8);
  if (!file) return undefined;
  draft.wounds.set(file, { kind: "corrupt" });
  return truthOf(draft, file, { code: "file/corrupt", kind: "file-corrupt" });
};

const strayCopy: Damage = (draft) => {
  const file = take(draft, ["budget_lines", "journal", "receipts"], 1);
  if (!file) return undefined;
  const path = file.path.replace(`${file.table}.csv.gz`, `${file.table}-old.csv.gz`);
  draft.strays.push({ path, copyOf: file });
  return { ...truthOf(draft, file, { code: "file/unlisted", kind: "stray-copy" }), file: path };
};

const leftOut: Damage = (draft) => {
  const file = take(draft, ["cheques", "revenue_register", "cash"], 1);
  if (!file) return undefined;
  draft.unlisted.add(file);
  return truthOf(draft, file, { code: "file/unlisted", kind: "left-out-of-manifest" });
};

export const FILE_DAMAGES = {
  "file-missing": missingFile,
  "partition-missing": missingPartition,
  "file-packed-again": headerByte,
  "amount-altered-later": altered,
  "file-truncated": truncated,
  "file-corrupt": corrupt,
  "stray-copy": strayCopy,
  "left-out-of-manifest": leftOut,
} as const satisfies Record<string, Damage>;
