import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { FINDING_CODES } from "@/lib/finding/finding";
import type { PayloadFile } from "@/lib/sample/bag-writer";
import { DAMAGE_KINDS, DAMAGES, type DamageKind, damageOffice } from "@/lib/sample/damage/damage-office";
import { TIE_DAMAGES } from "@/lib/sample/damage/tie-damage";
import type { DamageTruth } from "@/lib/sample/damage/truth";
import { runHalfYear } from "@/lib/sample/half-year";
import { planOffices } from "@/lib/sample/offices";
import { settleOptions } from "@/lib/sample/options";
import { partitionFiles } from "@/lib/sample/partition-files";
import { accountRecords, classificationRecords, officeReference } from "@/lib/sample/reference-files";
import { checkTies } from "../check-ties";
import { type Bag, type Row, readBooks, satangOf } from "../read-bag";

const SEED = 4;
const office = planOffices(settleOptions({ out: "", seed: SEED }))[3];
if (!office) throw new Error("no office");
const half = runHalfYear(office, SEED);
const NEIGHBOUR = "06999999";

type Damaged = ReturnType<typeof damageOffice>;
const done = new Map<DamageKind | undefined, Damaged>();

/** The files of one LAO of ordinary size, damaged in one way. */
function damage(kind?: DamageKind): Damaged {
  const known = done.get(kind);
  if (known) return known;
  const files = partitionFiles(half, { seed: SEED, encoding: "utf-8", edition: "recovered" });
  const orders = kind ? [[kind] as const] : [];
  const made = damageOffice(half.office, NEIGHBOUR, files, orders, { seed: SEED, gzipLevel: 1 });
  done.set(kind, made);
  return made;
}

const sound = new Map(damage().payload.map((file) => [file.path, file]));
const soundBooks = readBooks(
  [...sound].map(([path, file]) => [path, file.written as Buffer] as const),
  "utf-8",
);

function table(records: readonly string[], columns: string): Row[] {
  return records.map((record) =>
    Object.fromEntries(columns.split(",").map((name, at) => [name, record.split(",")[at] ?? ""])),
  );
}
const own = officeReference(half);
const reference: Bag["reference"] = new Map([
  ["bank_accounts", table(own.bank_accounts, "lao_code,bank_account_no,bank,branch,kind,account_code")],
  ["series", table(own.series, "lao_code,series,last_before")],
  ["units", table(own.units, "unit_code,lao_code")],
  [
    "accounts",
    table(
      accountRecords().map((record) => record.replace(/,.*?,(\d),(\d),/, ",$1,$2,")),
      "account_code,level,postable",
    ),
  ],
  ["classifications", table(classificationRecords(), "kind,code")],
]);

const breachesOf = (books: Bag["books"]) => checkTies({ folder: "", snapshot: {}, reference, books }, office.code);

/** Paths whose bytes in the folder are not those of the sound archive. */
function changedPaths(payload: readonly PayloadFile[]): string[] {
  const now = new Map(payload.map((file) => [file.path, file]));
  return [...new Set([...sound.keys(), ...now.keys()])].filter((path) => {
    const [before, after] = [sound.get(path)?.written, now.get(path)?.written];
    return !(before && after && before.equals(after));
  });
}

const linesOf = (bytes: Buffer | null | undefined) =>
  gunzipSync(bytes ?? Buffer.alloc(0))
    .toString("latin1")
    .split(/\r?\n/);

describe("damage", () => {
  it("is none where none was ordered: all ties hold", () => {
    expect(breachesOf(soundBooks)).toEqual([]);
  });

  it("has a way for every code of the catalogue", () => {
    const codes = DAMAGE_KINDS.flatMap((kind) => damage(kind).truth.map((truth) => truth.code));
    expect(new Set(codes)).toEqual(new Set(FINDING_CODES));
    expect(codes).toHaveLength(DAMAGE_KINDS.length);
  });

  it.each(DAMAGE_KINDS)("%s changes what its truth names, and nothing else", (kind) => {
    const { payload, truth } = damage(kind);
    const [known] = truth;
    if (!known) throw new Error("nothing was damaged");
    expect(known).toMatchObject({ kind, lao: office.code });
    const changed = changedPaths(payload);
    if (kind === "left-out-of-manifest") {
      expect(changed).toEqual([]);
      expect(payload.filter((file) => file.listed === null).map((file) => file.path)).toEqual([known.file]);
    } else if (known.file === null) {
      const folder = `data/laos/${known.lao}/${known.module}/${known.month}/`;
      expect(changed).toEqual([...sound.keys()].filter((path) => path.startsWith(folder)));
    } else expect(changed).toEqual([known.file]);
  });

  it.each(DAMAGE_KINDS)("%s is vouched for by the manifest exactly if it was there before the extraction", (kind) => {
    const { payload, truth } = damage(kind);
    const code = truth[0]?.code ?? "";
    const unlike = payload.filter(({ listed, written }) => !(listed && written && listed.equals(written)));
    if (!code.startsWith("file/")) return expect(unlike).toEqual([]);
    expect(unlike.length).toBeGreaterThan(0);
    // What the manifest does list is the sound file.
    for (const { path, listed } of unlike)
      if (listed) expect(listed.equals(sound.get(path)?.listed as Buffer)).toBe(true);
  });

  it.each(DAMAGE_KINDS.filter((kind) => kind in DAMAGES && damage(kind).truth[0]?.code.startsWith("row/")))(
    "%s stands in the rows that its truth gives",
    (kind) => {
      const { payload, truth } = damage(kind);
      const known = truth[0] as DamageTruth;
      const [from, to] = known.rows ?? [0, 0];
      const before = linesOf(sound.get(known.file ?? "")?.written);
      const after = linesOf(payload.find((file) => file.path === known.file)?.written);
      const first = after.findIndex((line, at) => line !== before[at]);
      // Cells with line breaks make a record longer than a line: never fewer lines before it than records.
      expect(first).toBeGreaterThanOrEqual(Math.min(from, to));
      expect(first - from).toBeLessThan(12);
    },
  );

  const tieOf: Readonly<Record<string, RegExp>> = {
    "tie/number-gap": / T10 /,
    "tie/entry-unbalanced": / T1 /,
    "tie/balance": / T2 /,
    "tie/carry-forward": / T3 /,
    "tie/cross-module": / T[4-9] /,
    "tie/dangling": / T11 /,
    "tie/silent-partition": / T(10|3|2) /,
  };
  it.each(Object.keys(TIE_DAMAGES) as DamageKind[])(
    "%s leaves every file readable and breaks the tie of its code",
    (kind) => {
      const { payload, truth } = damage(kind);
      const books = readBooks(
        payload.map((file) => [file.path, file.written as Buffer] as const),
        "utf-8",
      );
      const breaches = breachesOf(books);
      expect(breaches.some((breach) => tieOf[truth[0]?.code ?? ""]?.test(breach))).toBe(true);
    },
  );

  it("says to the satang what is missing", () => {
    const rows = (name: string) => [...(soundBooks.get(office.code)?.get(name)?.values() ?? [])].flat();
    const sum = (name: string, key: string, column: string, docs: readonly string[]) =>
      rows(name)
        .filter((row) => docs.includes(row[key] ?? "") && row.cancelled !== "1")
        .reduce((total, row) => total + satangOf(row[column]), 0n)
        .toString();
    for (const [kind, name, key, column] of [
      ["receipts-removed", "receipts", "receipt_no", "amount"],
      ["requisitions-removed", "requisitions", "treasury_no", "gross"],
      ["entries-removed", "journal", "entry_no", "debit"],
    ] as const) {
      const known = damage(kind).truth[0] as DamageTruth;
      expect(known.docs.length).toBeGreaterThan(0);
      expect(known.amounts).toEqual([sum(name, key, column, known.docs)]);
    }
    const { payload, truth } = damage("line-removed");
    const books = readBooks(
      payload.map((file) => [file.path, file.written as Buffer] as const),
      "utf-8",
    );
    const off = -BigInt(truth[0]?.amounts[0] ?? "0");
    expect(breachesOf(books)).toContain(`${office.code} T1 ${truth[0]?.docs[0]} is off by ${off}`);
  });
});
