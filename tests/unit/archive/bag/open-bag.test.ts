/** Which bags are refused before anything is loaded, and what is found of those that are not. */

import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { BAG_LIMITS } from "@/lib/archive/bag/limits";
import { openBag } from "@/lib/archive/bag/open-bag";
import { journalRows, LAO, makeBag, OTHER_LAO, sealBag } from "../../../support/make-bag";
import { makeZip, type ZipEntry, zipEntriesOf } from "../../../support/make-zip";

const JOURNAL = `${LAO}/accounting/2024-01/journal`;
const sound = () => makeBag({ files: { [JOURNAL]: journalRows(4) } });
const at = (root: string, ...parts: string[]) => path.join(root, ...parts);

async function refusal(bag: string): Promise<string> {
  try {
    await (await openBag(bag)).close();
  } catch (error) {
    expect(error).toMatchObject({ name: "AppError", code: "bag/refused" });
    return (error as Error).message;
  }
  return "not refused";
}

async function findingsOf(bag: string) {
  const opened = await openBag(bag);
  await opened.close();
  return opened.findings;
}

describe("a sound bag", () => {
  it("gives its snapshot, its LAOs by province, its months and its files", async () => {
    const files = {
      [`${LAO}/accounting/2024-02/journal`]: [],
      [JOURNAL]: journalRows(2),
      [`${LAO}/budget/2024-01/budget_lines`]: [],
    };
    const laos = [
      [OTHER_LAO, "อบต.", "กุดน้ำใส", "ค้อวัง", "35", "ยโสธร"],
      [LAO, "ทต.", "ดงเจริญ", "เมือง", "10", "สมุทรปราการ"],
    ];
    const bag = await openBag(makeBag({ files, reference: { laos } }));
    expect(bag.snapshot).toMatchObject({
      id: "test-bag",
      kind: "recovered",
      period: { from: "2024-01-06", to: "2024-02-29" },
    });
    expect(bag.months).toEqual(["2024-01", "2024-02"]);
    expect(bag.laos.map((lao) => lao.code)).toEqual([LAO, OTHER_LAO]);
    expect([...bag.files()].map((file) => `${file.table.name} ${file.month}`)).toEqual([
      "journal 2024-01",
      "journal 2024-02",
      "budget_lines 2024-01",
    ]);
    expect([...bag.files({ table: "journal", provinceCode: "10" })].length).toBe(2);
    expect([...bag.files({ provinceCode: "35" })]).toEqual([]);
    expect(bag.reference.classifications).toEqual([
      { kind: "plan", code: "00110", name: "แผนงานบริหารงานทั่วไป", parent_code: null },
    ]);
    expect([bag.fileCount, bag.findings]).toEqual([3, []]);
    await bag.close();
  });

  it("is the same bag as a ZIP, with either manifest, and after BagIt 0.97", async () => {
    const root = sound();
    const folder = await openBag(root);
    const zip = await openBag(makeZip(zipEntriesOf(root)));
    expect([zip.digest, zip.findings, [...zip.files()]]).toEqual([folder.digest, [], [...folder.files()]]);
    for (const algorithms of [["sha512"], ["sha256", "sha512"]] as const)
      expect(await findingsOf(makeBag({ files: { [JOURNAL]: journalRows(4) }, algorithms }))).toEqual([]);
    writeFileSync(at(root, "bagit.txt"), "BagIt-Version: 0.97\r\nTag-File-Character-Encoding: UTF-8\r\n");
    rmSync(at(root, "bag-info.txt"));
    rmSync(at(root, "tagmanifest-sha256.txt"));
    expect(await findingsOf(root)).toEqual([]);
  });

  it("has another identity when its content differs, or a file of it is gone", async () => {
    const digest = async (root: string) => {
      const bag = await openBag(root);
      await bag.close();
      return bag.digest;
    };
    const root = sound();
    const [first, again] = [await digest(root), await digest(sound())];
    expect(again).toBe(first);
    rmSync(at(root, "data/laos", `${JOURNAL}.csv.gz`));
    expect(await digest(root)).not.toBe(first);
    expect(await digest(makeBag({ files: { [JOURNAL]: journalRows(6) } }))).not.toBe(first);
    expect(await digest(makeBag({ files: { [JOURNAL]: journalRows(4) }, snapshot: { title: "อื่น" } }))).not.toBe(first);
  });

  it("may name files with percent signs and line ends in its manifest", async () => {
    const root = sound();
    writeFileSync(at(root, "data/50%\n.txt"), "x");
    sealBag(root);
    const manifest = readFileSync(at(root, "manifest-sha256.txt"), "utf8").replace(
      "data/50%\n.txt",
      "data/50%25%0A.txt",
    );
    writeFileSync(at(root, "manifest-sha256.txt"), manifest);
    rmSync(at(root, "tagmanifest-sha256.txt"));
    expect(await findingsOf(root)).toEqual([]);
  });
});

/** What is done to a sound bag, and what the refusal must name. */
const REFUSED: readonly [name: string, damage: (root: string) => void, says: RegExp][] = [
  ["no bagit.txt", (root) => rmSync(at(root, "bagit.txt")), /bagit\.txt/],
  [
    "an unknown BagIt version",
    (root) => writeFileSync(at(root, "bagit.txt"), "BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n"),
    /2\.0/,
  ],
  ["fetch.txt", (root) => writeFileSync(at(root, "fetch.txt"), "https://example.org/x 1 data/x\n"), /fetch\.txt/],
  ["no manifest", (root) => rmSync(at(root, "manifest-sha256.txt")), /manifest-sha256\.txt/],
  [
    "a manifest line that is none",
    (root) => appendFileSync(at(root, "manifest-sha256.txt"), "what is this\n"),
    /บรรทัดที่ \d+ ของ manifest/,
  ],
  [
    "an unknown format",
    (root) => writeFileSync(at(root, "data/snapshot.json"), '{"format":"laas-archive/9"}'),
    /laas-archive\/9.*laas-archive\/1/,
  ],
  ["snapshot.json that is no JSON", (root) => writeFileSync(at(root, "data/snapshot.json"), "{"), /snapshot\.json/],
  ["no snapshot.json", (root) => rmSync(at(root, "data/snapshot.json")), /snapshot\.json/],
  ["no laos.csv", (root) => rmSync(at(root, "data/reference/laos.csv")), /laos\.csv/],
  [
    "laos.csv without one readable LAO",
    (root) => writeFileSync(at(root, "data/reference/laos.csv"), "a,b\n1,2\n"),
    /อปท\./,
  ],
  [
    "a link to a file",
    (root) => symlinkSync("/etc/passwd", at(root, "data/laos", LAO, "accounting/2024-01/balances.csv.gz")),
    /ลิงก์/,
  ],
  ["a link to a folder", (root) => symlinkSync("/etc", at(root, "data/laos/99999999")), /ลิงก์/],
  ["a link beside the payload", (root) => symlinkSync("/etc/passwd", at(root, "notes.txt")), /ลิงก์/],
  [
    "a link in place of data",
    (root) => {
      renameSync(at(root, "data"), at(root, "..", "elsewhere"));
      symlinkSync("../elsewhere", at(root, "data"));
    },
    /ลิงก์/,
  ],
  ["a pipe", (root) => execFileSync("mkfifo", [at(root, "data/pipe")]), /ไม่ใช่ไฟล์ธรรมดา/],
  ...[
    "../outside",
    "data/../../outside",
    "/etc/passwd",
    "data//x",
    "data/./x",
    "data\\x",
    "C:/x",
    "~/x",
    "data/\u0001",
  ].map((name): [string, (root: string) => void, RegExp] => [
    `the path ${JSON.stringify(name)}`,
    (root) => appendFileSync(at(root, "manifest-sha256.txt"), `${"0".repeat(64)}  ${name}\n`),
    /ชื่อไฟล์ในบรรทัดที่/,
  ]),
  [
    "a tag manifest that leaves the bag",
    (root) => appendFileSync(at(root, "tagmanifest-sha256.txt"), `${"0".repeat(64)}  ../../etc/passwd\n`),
    /tagmanifest/,
  ],
  [
    "one file with two digests",
    (root) => appendFileSync(at(root, "manifest-sha256.txt"), `${"0".repeat(64)}  data/laos/${JOURNAL}.csv.gz\n`),
    /สองครั้ง/,
  ],
  [
    "one other file with two digests",
    (root) => appendFileSync(at(root, "manifest-sha256.txt"), `${"0".repeat(64)}  data/snapshot.json\n`),
    /สองครั้ง/,
  ],
  [
    "names that differ only by case",
    (root) => appendFileSync(at(root, "manifest-sha256.txt"), `${"0".repeat(64)}  data/laos/${JOURNAL}.CSV.gz\n`),
    /ตัวพิมพ์/,
  ],
  [
    "names that differ only by Unicode form",
    (root) =>
      appendFileSync(
        at(root, "manifest-sha256.txt"),
        `${"0".repeat(64)}  data/caf\u00e9\n${"0".repeat(64)}  data/cafe\u0301\n`,
      ),
    /รูปอักขระ/,
  ],
];

describe("a bag is refused for", () => {
  it.each(REFUSED)("%s", async (_, damage, says) => {
    const root = sound();
    damage(root);
    expect(await refusal(root)).toMatch(says);
  });

  it.each([
    ["id", "Has Capitals"],
    ["title", ""],
    ["kind", "guessed"],
    ["asOf", "2567-07-06"],
    ["period.to", { period: { from: "2024-01-06", to: "2024-02-30" } }],
    ["period", { period: { from: "2024-03-01", to: "2024-02-01" } }],
    ["period", { period: { from: "1990-03-01", to: "2024-02-01" } }],
    ["fiscalYear", 2024],
    ["encoding", "utf-16"],
    ["synthetic", "yes"],
  ])("a bad %s in snapshot.json, naming the key", async (key, value) => {
    const snapshot = typeof value === "object" ? value : { [key]: value };
    expect(await refusal(makeBag({ snapshot }))).toMatch(new RegExp(`snapshot\\.json.*${key.replace(".", "\\.")}`));
  });

  it("not being there, or being neither folder nor ZIP", async () => {
    expect(await refusal("/nowhere/at/all")).toMatch(/ไม่พบ/);
    expect(await refusal("/dev/null")).toMatch(/ไม่ใช่โฟลเดอร์หรือไฟล์ ZIP/);
    const root = sound();
    expect(await refusal(at(root, "bagit.txt"))).toMatch(/ZIP/);
  });

  it("more files than a nation has", async () => {
    await expect(openBag(sound(), { ...BAG_LIMITS, maxFiles: 5 })).rejects.toMatchObject({ code: "bag/refused" });
  });

  it("a file in the way of its path", async () => {
    expect(await refusal(at(sound(), "bagit.txt", "bag"))).toMatch(/ENOTDIR/);
  });
});

describe("a ZIP is refused for", () => {
  const entries = zipEntriesOf(sound());
  const first = entries[0] as ZipEntry;
  const top = String(first.name).split("/")[0];
  const cases: readonly [name: string, entries: readonly ZipEntry[], says: RegExp][] = [
    ["a name that leaves it", [...entries, { name: `${top}/../../x` }], /ออกนอกชุดข้อมูล/],
    ["an absolute name", [...entries, { name: "/etc/x" }], /ตำแหน่งเต็ม/],
    ["a backslash", [...entries, { name: `${top}\\..\\x` }], /\\/],
    ["a name that is no UTF-8", [...entries, { name: Buffer.from([0x62, 0x61, 0x67, 0x2f, 0xff]) }], /UTF-8/],
    ["a second folder", [...entries, { name: "other/x" }], /โฟลเดอร์เดียว/],
    ["a file beside the folder", [...entries, { name: "readme" }], /โฟลเดอร์เดียว/],
    ["a link", [...entries, { name: `${top}/data/x`, bytes: Buffer.from("/etc/passwd"), mode: 0o120777 }], /ลิงก์/],
    ["a device", [...entries, { name: `${top}/data/x`, mode: 0o020666 }], /ไม่ใช่ไฟล์ธรรมดา/],
    [
      "a password",
      [...entries, { name: `${top}/data/x`, bytes: Buffer.alloc(12), claimedBytes: 0, flags: 1 }],
      /รหัสผ่าน/,
    ],
    ["an unknown packing method", [...entries, { name: `${top}/data/x`, method: 99 }], /วิธีบีบอัด/],
    [
      "a partition file twice",
      [...entries, ...entries.filter((entry) => String(entry.name).endsWith(".gz"))],
      /ชื่อเดียวกัน/,
    ],
    ["another file twice", [...entries, first], /ชื่อเดียวกัน/],
    [
      "a bomb",
      [...entries, { name: `${top}/data/x`, bytes: Buffer.alloc(40 * 2 ** 20), isDeflated: true }],
      /ใหญ่ผิดปกติ/,
    ],
    ["nothing in it", [], /bagit\.txt/],
  ];
  it.each(cases)("%s", async (_, given, says) => {
    expect(await refusal(makeZip(given))).toMatch(says);
  });

  it("an early end", async () => {
    const zip = makeZip(entries);
    truncateSync(zip, 5000);
    expect(await refusal(zip)).toMatch(/ขาดหรือเสียหาย/);
  });
});

describe("a bag that is not refused", () => {
  it("file/checksum: a changed reference or tag file is found and read on", async () => {
    const root = sound();
    appendFileSync(at(root, "data/reference/accounts.csv"), "1101010102.001,เงินทดรองราชการ,5,1,D\n");
    appendFileSync(at(root, "bag-info.txt"), "Note: changed\n");
    const bag = await openBag(root);
    expect(bag.findings).toMatchObject([
      { code: "file/checksum", lao: null, table: null, file: "bag-info.txt" },
      { code: "file/checksum", lao: null, table: "accounts", file: "data/reference/accounts.csv" },
    ]);
    expect(bag.reference.accounts?.length).toBe(3);
    await bag.close();
  });

  it("file/missing: reference tables other than laos.csv may be gone", async () => {
    const root = sound();
    rmSync(at(root, "data/reference/units.csv"));
    expect(await findingsOf(root)).toMatchObject([{ code: "file/missing", table: "units", lao: null }]);
    expect(await findingsOf(makeBag({ reference: { units: null } }))).toMatchObject([
      { code: "file/missing", table: "units" },
    ]);
  });

  it("row/value: an unreadable reference row is left out, the others are read", async () => {
    const bag = await openBag(
      makeBag({
        reference: {
          accounts: [
            ["1101010101.001", "เงินสด", "ห้า", "1", "D"],
            ["1101010102.001", "อื่น", "5", "1", "D"],
          ],
        },
      }),
    );
    expect(bag.findings).toMatchObject([
      { code: "row/value", table: "accounts", column: "level", rowFrom: 1, lao: null },
    ]);
    expect(bag.reference.accounts).toMatchObject([{ account_code: "1101010102.001" }]);
    await bag.close();
  });

  it("file/unlisted: files that no manifest lists are named by their place, and not given out", async () => {
    const root = sound();
    const folder = at(root, "data/laos", LAO, "accounting/2024-01");
    linkSync(at(folder, "journal.csv.gz"), at(folder, "copy-of-journal.csv.gz"));
    linkSync(at(folder, "journal.csv.gz"), at(folder, "balances.csv.gz"));
    writeFileSync(at(root, "data/notes.txt"), "x");
    const bag = await openBag(root);
    const place = { code: "file/unlisted", lao: LAO, module: "accounting", month: "2024-01" };
    expect(bag.findings).toMatchObject([
      { ...place, table: "balances" },
      { ...place, table: null, file: `data/laos/${LAO}/accounting/2024-01/copy-of-journal.csv.gz` },
      { code: "file/unlisted", lao: null, file: "data/notes.txt" },
    ]);
    expect([...bag.files()].map((file) => file.table.name)).toEqual(["journal"]);
    await bag.close();
  });

  it("file/unlisted: listed files of an LAO, month or table that the snapshot does not have are not loaded", async () => {
    const files = {
      "09999999/accounting/2024-01/journal": [],
      [`${LAO}/accounting/2023-12/journal`]: [],
      [`${LAO}/budget/2024-01/journal`]: [],
      [`${LAO}/accounting/2024-01/balances`]: [],
    };
    const bag = await openBag(makeBag({ files }));
    expect(bag.findings.map((finding) => finding.code)).toEqual(["file/unlisted", "file/unlisted", "file/unlisted"]);
    expect([...bag.files()].map((file) => file.path)).toEqual([`data/laos/${LAO}/accounting/2024-01/balances.csv.gz`]);
    await bag.close();
  });

  it("in a folder with a name that no manifest can hold stays readable", async () => {
    const root = sound();
    const moved = at(root, "..", "ชุด ข้อมูล %");
    cpSync(root, moved, { recursive: true });
    mkdirSync(at(moved, "data/empty"));
    expect(await findingsOf(moved)).toEqual([]);
  });
});
