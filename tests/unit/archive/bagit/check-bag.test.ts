/** Which bags are valid as BagIt alone, versions 0.93 to 1.0, and what is said of those that are not. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Command } from "commander";
import { afterEach, describe, expect, it } from "vitest";
import { addCheckCommand } from "@/bin/commands/check";
import type { Door } from "@/bin/door";
import { operatorActor } from "@/lib/access/actor";
import { checkBag } from "@/lib/archive/bagit/check-bag";
import { makeBag } from "../../../support/make-bag";
import { digestOf, makeBagIt } from "../../../support/make-bagit";
import { makeZip, zipEntriesOf } from "../../../support/make-zip";

const VERSIONS = ["0.93", "0.94", "0.95", "0.96", "0.97", "1.0"];
const HELLO = { "data/hello.txt": "hello\n" };

/** Codes of errors and warnings, each with the path or line it is about. */
async function look(bag: string) {
  const check = await checkBag(bag);
  const told = (remarks: typeof check.errors) => remarks.map(({ code, detail }) => `${code} ${detail}`.trim());
  return { isValid: check.isValid, errors: told(check.errors), warnings: told(check.warnings) };
}

const sound = { isValid: true, errors: [], warnings: [] };
const manifestOf = (...lines: string[]) => `${lines.join("\n")}\n`;
const md5 = (text: string) => digestOf("md5", text);

describe("a sound bag", () => {
  it.each(VERSIONS)("of version %s is valid, as a folder and as a ZIP", async (version) => {
    const root = makeBagIt({ version });
    expect(await look(root)).toEqual(sound);
    expect(await look(makeZip(zipEntriesOf(root)))).toEqual(sound);
    expect((await checkBag(root)).version).toBe(version);
  });

  it.each(["md5", "sha1", "sha224", "sha256", "sha384", "sha512"])("may be sealed by %s", async (algorithm) => {
    expect(await look(makeBagIt({ algorithms: [algorithm] }))).toEqual(sound);
    const changed = makeBagIt({ algorithms: [algorithm], later: { "data/hello.txt": "hellO\n" } });
    expect((await look(changed)).errors).toEqual(["file/checksum data/hello.txt"]);
  });

  it("may be sealed by several at once, and each of them is compared", async () => {
    const algorithms = ["md5", "sha1", "sha256", "sha512"];
    expect(await look(makeBagIt({ algorithms }))).toEqual(sound);
    const root = makeBagIt({ algorithms, later: { "manifest-sha1.txt": `${"0".repeat(40)}  data/hello.txt\n` } });
    expect((await look(root)).errors).toContain("file/checksum data/hello.txt");
  });

  it("may have capital digests, tabs, one space, CRLF and CR", async () => {
    for (const end of ["\n", "\r\n", "\r"]) {
      const text = `${md5("hello\n").toUpperCase()}\tdata/hello.txt${end}`;
      const files = { "manifest-md5.txt": text, "bag-info.txt": `Contact-Name: A${end}  B${end}` };
      const bagit = `BagIt-Version: 1.0${end}Tag-File-Character-Encoding: UTF-8${end}`;
      const root = makeBagIt({ algorithms: ["md5"], payload: HELLO, files: { ...files, "bagit.txt": bagit } });
      expect(await look(root)).toEqual(sound);
    }
  });

  it("may have no payload, no tag manifest and no bag-info.txt", async () => {
    const root = makeBagIt({ payload: {}, files: { "bag-info.txt": null }, hasTagManifest: false });
    expect(await look(root)).toEqual(sound);
  });

  it("may hold another bag, empty files, names with spaces and Thai names", async () => {
    const payload = {
      "data/bag/bagit.txt": "BagIt-Version: 9.9\n",
      "data/bag/manifest-md5.txt": "no manifest of this bag\n",
      "data/empty": "",
      "data/ชื่อ ภาษาไทย.txt": "ก",
    };
    expect(await look(makeBagIt({ payload }))).toEqual(sound);
  });

  it("may give a label of bag-info.txt twice, and uncommon white space is only remarked on", async () => {
    const twice = { "bag-info.txt": "Contact-Name: A\nContact-Name: B\n" };
    expect(await look(makeBagIt({ files: twice }))).toEqual(sound);
    const loose = { "bag-info.txt": "Contact-Name : A\nContact-Email\t:\tB\nNote:C\n" };
    const { isValid, warnings } = await look(makeBagIt({ version: "0.97", files: loose }));
    expect([isValid, warnings]).toEqual([true, ["bag-info/loose 1", "bag-info/loose 2", "bag-info/loose 3"]]);
  });

  it("may keep its tag files in another encoding", async () => {
    const latin = (text: string) => Buffer.from(text, "latin1");
    const utf16be = (text: string) => Buffer.from(text, "utf16le").swap16();
    const payload = { "data/hello.txt": "hello\n" };
    const files = { "bag-info.txt": "Contact-Name: José\n" };
    for (const [encoding, encode] of [
      ["ISO-8859-1", latin],
      ["UTF-16BE", utf16be],
      ["UTF-16", utf16be],
      ["UTF-16LE", (text: string) => Buffer.from(text, "utf16le")],
      ["UTF-16", (text: string) => Buffer.from(`\ufeff${text}`, "utf16le")],
    ] as const) {
      const check = await look(makeBagIt({ version: "0.97", encoding, encode, payload, files }));
      expect([encoding, check.isValid, check.errors]).toEqual([encoding, true, []]);
    }
    const wrong = makeBagIt({ version: "0.97", encoding: "UTF-8", encode: utf16be, payload });
    expect((await look(wrong)).isValid).toBe(false);
  });

  it("may be an archive of this portal", async () => {
    expect(await look(makeBag({}))).toEqual(sound);
  });
});

describe("bagit.txt", () => {
  const bagit = (text: string | Buffer, version = "1.0") => look(makeBagIt({ version, files: { "bagit.txt": text } }));
  const UTF8 = "Tag-File-Character-Encoding: UTF-8\n";

  it("must be there", async () => {
    const root = makeBagIt();
    rmSync(path.join(root, "bagit.txt"));
    expect((await look(root)).errors).toEqual(["declaration/missing"]);
  });

  it("must name a known version", async () => {
    for (const line of [".97", "1", "v1.0", ""])
      expect((await bagit(`BagIt-Version: ${line}\n${UTF8}`)).errors[0]).toMatch(/^declaration\/version /);
    for (const version of ["0.92", "0.98", "2.0"])
      expect((await bagit(`BagIt-Version: ${version}\n${UTF8}`)).errors).toEqual([
        `declaration/unknown-version ${version}`,
      ]);
  });

  it("must name an encoding that exists", async () => {
    expect((await bagit("BagIt-Version: 0.97\n")).errors[0]).toMatch(/^declaration\/encoding/);
    expect((await bagit("BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-99\n")).errors).toEqual([
      "declaration/unknown-encoding UTF-99",
    ]);
  });

  it.each(["0.97", "1.0"])("of %s must be written to the letter", async (version) => {
    for (const line of [`BagIt-Version : ${version}`, `BagIt-Version:  ${version}`, ` BagIt-Version: ${version}`])
      expect((await bagit(`${line}\n${UTF8}`)).errors[0]).toMatch(/^declaration\/version/);
    const wide = `BagIt-Version: ${version}\nTag-File-Character-Encoding : UTF-8\n`;
    expect((await bagit(wide)).errors[0]).toMatch(/^declaration\/encoding/);
  });

  it("may have a trailing blank or a third line in the drafts only", async () => {
    for (const [text, code] of [
      [`BagIt-Version: VERSION \n${UTF8}`, /^declaration\/loose/],
      [`BagIt-Version: VERSION\n${UTF8}Note: more\n`, /^declaration\/more-lines/],
    ] as const) {
      const draft = await bagit(text.replace("VERSION", "0.97"));
      expect([draft.isValid, draft.warnings.length]).toEqual([true, 1]);
      const { errors } = await bagit(text.replace("VERSION", "1.0"));
      expect(errors.length).toBe(1);
      expect(errors[0]).toMatch(code);
    }
  });

  it("may be written loosely before 0.97", async () => {
    const old = await bagit("BagIt-version:0.95\nTag-File-Character-Encoding : utf-8\n");
    expect([old.isValid, old.warnings.length]).toEqual([true, 2]);
  });

  it("must have no byte order mark and be UTF-8", async () => {
    expect((await bagit(`\ufeffBagIt-Version: 0.97\n${UTF8}`)).errors[0]).toBe("declaration/bom");
    expect((await bagit(Buffer.from([0x42, 0xff, 0xfe]))).errors).toEqual(["declaration/text"]);
  });
});

describe("completeness", () => {
  it("wants at least one payload manifest, of an algorithm that can be computed", async () => {
    const none = makeBagIt({ files: { "manifest-sha512.txt": null } });
    expect((await look(none)).errors).toContain("manifest/none");
    const odd = makeBagIt({ files: { "manifest-foo.txt": "00  data/hello.txt\n" } });
    expect((await look(odd)).errors).toEqual(["manifest/algorithm foo"]);
  });

  it("wants the folder data", async () => {
    const root = makeBagIt({ payload: {} });
    rmSync(path.join(root, "data"), { recursive: true });
    expect((await look(root)).errors).toEqual(["payload/no-folder"]);
  });

  it("misses a listed payload file", async () => {
    const root = makeBagIt();
    rmSync(path.join(root, "data/hello.txt"));
    const { errors } = await look(root);
    expect(errors).toContain("file/missing data/hello.txt");
  });

  it("misses a listed tag file, and sees a changed one", async () => {
    const root = makeBagIt();
    rmSync(path.join(root, "bag-info.txt"));
    expect((await look(root)).errors).toEqual(["file/missing bag-info.txt"]);
    const changed = makeBagIt({ later: { "bag-info.txt": "Contact-Name: B\n" } });
    expect((await look(changed)).errors).toEqual(["file/checksum bag-info.txt"]);
  });

  it.each(["0.97", "1.0"])("finds a payload file that no manifest of %s lists", async (version) => {
    const root = makeBagIt({ version, files: { "bag-info.txt": null }, later: { "data/extra": "x" } });
    expect((await look(root)).errors).toEqual(["file/unlisted data/extra"]);
  });

  it("wants every payload file in every manifest from 1.0 on, in one of them before", async () => {
    const files = { "manifest-md5.txt": manifestOf(`${md5("hello\n")}  data/hello.txt`) };
    const parts = { algorithms: ["md5", "sha256"], files };
    expect((await look(makeBagIt({ ...parts, version: "1.0" }))).errors).toEqual([
      "file/unlisted data/folder/ledger.csv",
    ]);
    const draft = await look(makeBagIt({ ...parts, version: "0.97" }));
    expect([draft.isValid, draft.warnings]).toEqual([true, ["file/unlisted data/folder/ledger.csv"]]);
  });

  it("leaves tag files alone that no tag manifest lists", async () => {
    expect(await look(makeBagIt({ later: { "notes/readme.txt": "x" } }))).toEqual(sound);
  });

  it("wants no tag manifest in a tag manifest of 1.0", async () => {
    const [manifest, sum] = ["manifest-md5.txt", `${md5("hello\n")}  data/hello.txt\n`];
    const other = `${md5(sum)}  ${manifest}\n`;
    const files = {
      [manifest]: sum,
      "tagmanifest-md5.txt": `${md5(sum)}  ${manifest}\n${digestOf("md5", other)}  tagmanifest-MD5.txt\n`,
      "tagmanifest-MD5.txt": other,
    };
    const parts = { algorithms: ["md5"], payload: HELLO, hasTagManifest: false, files };
    expect((await look(makeBagIt(parts))).errors).toEqual(["tag-manifest/lists-itself tagmanifest-MD5.txt"]);
    expect((await look(makeBagIt({ ...parts, version: "0.97" }))).isValid).toBe(true);
  });

  it("wants every payload manifest in a tag manifest of 1.0", async () => {
    const files = { "tagmanifest-md5.txt": "" };
    const parts = { algorithms: ["md5"], hasTagManifest: false, files };
    expect((await look(makeBagIt(parts))).errors).toEqual(["tag-manifest/lacks-manifest manifest-md5.txt"]);
    expect((await look(makeBagIt({ ...parts, version: "0.97" }))).isValid).toBe(true);
  });
});

describe("manifest lines", () => {
  const bagOf = (text: string, version = "0.97") =>
    makeBagIt({ version, algorithms: ["md5"], payload: HELLO, files: { "manifest-md5.txt": text } });
  const line = (name: string) => `${md5("hello\n")}  ${name}`;

  it("that cannot be read make the bag invalid", async () => {
    for (const bad of ["nonsense", `${md5("")}`, "abc  data/hello.txt", `${"g".repeat(32)}  data/hello.txt`])
      expect((await look(bagOf(manifestOf(line("data/hello.txt"), bad)))).errors).toEqual(["manifest/line 2"]);
  });

  it("must not leave the bag", async () => {
    for (const place of [
      "../../../README.md",
      "data/../../x",
      "/outside/foo",
      "~/foo",
      "~root/foo",
      "C:\\Windows\\System32\\setx.exe",
      "\\\\?\\UNC\\server\\setx.exe",
      "%HomeDrive%\\Windows\\setx.exe",
      "data\\..\\..\\x",
    ]) {
      const { errors } = await look(bagOf(manifestOf(line("data/hello.txt"), line(place))));
      expect([place, errors]).toEqual([place, [`path/unsafe ${place}`]]);
    }
  });

  it("must lie below data/ in a payload manifest, and outside of it in a tag manifest of 1.0", async () => {
    const { errors } = await look(bagOf(manifestOf(line("data/hello.txt"), line("bagit.txt"))));
    expect(errors).toEqual(["manifest/not-payload bagit.txt"]);
    const tag = { "tagmanifest-md5.txt": manifestOf(line("data/hello.txt")) };
    const parts = { algorithms: ["md5"], payload: HELLO, hasTagManifest: false, files: tag };
    expect((await look(makeBagIt(parts))).errors).toContain("tag-manifest/payload data/hello.txt");
    expect((await look(makeBagIt({ ...parts, version: "0.97" }))).isValid).toBe(true);
  });

  it("may repeat a file with the same digest in the drafts only, with another one never", async () => {
    const same = manifestOf(line("data/hello.txt"), line("data/hello.txt"));
    expect(await look(bagOf(same))).toEqual({ ...sound, warnings: ["manifest/twice data/hello.txt"] });
    expect((await look(bagOf(same, "1.0"))).errors).toEqual(["manifest/twice data/hello.txt"]);
    const other = manifestOf(line("data/hello.txt"), `${md5("x")}  data/hello.txt`);
    for (const version of ["0.97", "1.0"])
      expect((await look(bagOf(other, version))).errors).toEqual(["manifest/contradiction data/hello.txt"]);
  });

  it("may have md5sum's star, a leading ./ and a detour inside of the bag, with a remark", async () => {
    for (const name of ["*data/hello.txt", "./data/hello.txt", "*./data/hello.txt", "data/../data/./hello.txt"])
      expect(await look(bagOf(manifestOf(line(name))))).toEqual({ ...sound, warnings: [`path/loose ${name}`] });
  });

  it("have line ends and the percent sign encoded", async () => {
    const payload = { "data/a\nb": "1", "data/a\rb": "2", "data/100%": "3", "data/a b": "4" };
    const listedAs = { "data/a\nb": "data/a%0Ab", "data/a\rb": "data/a%0db", "data/100%": "data/100%25" };
    for (const version of ["0.97", "1.0"]) {
      const { isValid, errors } = await look(makeBagIt({ version, payload, listedAs }));
      expect([version, isValid, errors]).toEqual([version, true, []]);
    }
    const space = makeBagIt({ payload: { "data/a b": "4" }, listedAs: { "data/a b": "data/a%20b" } });
    expect((await look(space)).errors).toContain("file/missing data/a%20b");
  });

  it("mean the encoded name in 1.0 and the name as it stands in the drafts", async () => {
    const payload = { "data/50%25": "as it stands", "data/50%": "decoded" };
    const listedAs = { "data/50%": "data/50%25", "data/50%25": "data/50%2525" };
    expect(await look(makeBagIt({ version: "1.0", payload, listedAs }))).toEqual(sound);
    expect(await look(makeBagIt({ version: "0.97", payload }))).toEqual(sound);
  });

  it("find their file in another Unicode form, with a remark", async () => {
    const [nfc, nfd] = ["data/Núñez".normalize("NFC"), "data/Núñez".normalize("NFD")];
    const one = makeBagIt({ version: "0.97", payload: { [nfd]: "" }, listedAs: { [nfd]: nfc } });
    expect(await look(one)).toEqual({ ...sound, warnings: [`path/normalization ${nfc}`] });
    const digest = digestOf("sha512", "");
    const text = manifestOf(`${digest}  ${nfc}`, `${digest}  ${nfd}`);
    const both = makeBagIt({ version: "0.97", payload: { [nfc]: "" }, files: { "manifest-sha512.txt": text } });
    expect((await look(both)).isValid).toBe(true);
  });

  it("that differ only in case are remarked on; one file may stand for both if the digest is one", async () => {
    const both = makeBagIt({ payload: { "data/hello.txt": "x", "data/HELLO.txt": "x" } });
    const warnings = ["path/look-alike data/hello.txt · data/HELLO.txt"];
    expect(await look(both)).toEqual({ ...sound, warnings });
    const kept = bagOf(manifestOf(line("data/hello.txt"), line("data/HELLO.txt")));
    expect(await look(kept)).toEqual({ ...sound, warnings });
    const lost = bagOf(manifestOf(line("data/hello.txt"), `${md5("x")}  data/HELLO.txt`));
    expect((await look(lost)).errors).toEqual(["file/missing data/HELLO.txt"]);
    const wrong = makeBagIt({ payload: HELLO, listedAs: { "data/hello.txt": "data/Hello.txt" } });
    expect((await look(wrong)).errors).toContain("file/missing data/Hello.txt");
  });

  it("may name what some systems cannot hold, with a remark", async () => {
    const root = makeBagIt({ payload: { "data/aux.txt": "x", "data/a:b": "y", "data/back\\slash": "z" } });
    const { isValid, warnings } = await look(root);
    expect([isValid, warnings.length]).toEqual([true, 3]);
  });

  it("may follow a byte order mark, with a remark", async () => {
    const root = bagOf(`\ufeff${manifestOf(line("data/hello.txt"))}`);
    expect(await look(root)).toEqual({ ...sound, warnings: ["tag-file/bom"] });
  });

  it("must be text in the declared encoding", async () => {
    const bytes = Buffer.concat([Buffer.from(`${line("data/hello.txt")}\n`), Buffer.from([0xff, 0xfe])]);
    const root = makeBagIt({ algorithms: ["md5"], payload: HELLO, files: { "manifest-md5.txt": bytes } });
    expect((await look(root)).errors).toContain("tag-file/text UTF-8");
  });
});

describe("bag-info.txt", () => {
  const info = (text: string, version = "1.0") => look(makeBagIt({ version, files: { "bag-info.txt": text } }));

  it("is made of labels and values", async () => {
    expect((await info("Contact-Name: A\nno label here\n")).errors).toEqual(["bag-info/line 2"]);
    expect((await info(": value\n")).errors).toEqual(["bag-info/line 1"]);
    expect((await info("  begins with a continued line\n")).errors).toEqual(["bag-info/line 1"]);
    expect(await info("Note: a: b\n\tgoes on\n\nContact-Name: \n")).toEqual(sound);
  });

  it("has a Payload-Oxum that is true", async () => {
    for (const sum of ["14.1", "13.2", "0.0"])
      expect((await info(`Payload-Oxum: ${sum}\n`)).errors).toEqual([`bag-info/oxum-differs ${sum} ≠ 14.2`]);
    expect((await info("Payload-Oxum: many\n")).errors).toEqual(['bag-info/oxum "many"']);
    expect((await info("payload-oxum: 14.2\n")).isValid).toBe(true);
  });

  it("has it once from 1.0 on", async () => {
    const twice = "Payload-Oxum: 14.2\nPayload-Oxum: 14.2\n";
    expect((await info(twice)).errors).toEqual(["bag-info/oxum-twice"]);
    expect((await info(twice, "0.97")).isValid).toBe(true);
  });

  it("is called package-info.txt in the first drafts", async () => {
    const files = { "bag-info.txt": null, "package-info.txt": "Payload-Oxum: 1.1\n" };
    expect((await look(makeBagIt({ version: "0.93", files }))).errors).toEqual(["bag-info/oxum-differs 1.1 ≠ 14.2"]);
  });
});

describe("fetch.txt", () => {
  const holey = (text: string, version = "0.97") => makeBagIt({ version, files: { "fetch.txt": text } });
  const URL = "http://example.org/hello.txt";

  it("leaves a bag valid when all that it names is there", async () => {
    expect(await look(holey(`${URL} 6 data/hello.txt\n${URL} - data/folder/ledger.csv\n`))).toEqual(sound);
  });

  it("makes it incomplete when something is not", async () => {
    const root = holey(`${URL} 6 data/hello.txt\n`);
    rmSync(path.join(root, "data/hello.txt"));
    expect((await look(root)).errors).toContain("fetch/not-fetched data/hello.txt");
  });

  it("has an address, a length or -, and a name that stays in the bag", async () => {
    for (const bad of [`${URL} data/hello.txt`, `${URL} six data/hello.txt`, "hello 6 data/hello.txt"])
      expect((await look(holey(`${bad}\n`))).errors).toEqual(["fetch/line 1"]);
    for (const place of ["../../x", "/outside/foo", "~/foo", "~root/foo", "C:\\x", "\\\\?\\UNC\\x", "%HomeDrive%\\x"])
      expect((await look(holey(`${URL} - ${place}\n`))).errors).toEqual([`path/unsafe ${place}`]);
  });

  it("names payload that the manifests list, from 1.0 on", async () => {
    const text = `${URL} - hello.txt\n`;
    expect((await look(holey(text, "1.0"))).errors).toEqual(["fetch/not-payload hello.txt"]);
    expect((await look(holey(text))).isValid).toBe(true);
  });
});

describe("what could harm", () => {
  it("is an error: links, devices' places, broken ZIPs, two folders in one ZIP, no bag at all", async () => {
    const linked = makeBagIt();
    symlinkSync("/etc/hostname", path.join(linked, "data/link"));
    const empty = mkdtempSync(path.join(tmpdir(), "bagit-"));
    const two = makeZip([{ name: "a/bagit.txt" }, { name: "b/bagit.txt" }]);
    for (const bag of [linked, two, path.join(empty, "nowhere"), makeZip([{ name: "../bagit.txt" }])])
      expect((await look(bag)).errors[0]).toMatch(/^unreadable/);
    expect((await look(empty)).errors).toEqual(["declaration/missing"]);
  });

  it("is not that folders nest deeply", async () => {
    expect(await look(makeBagIt({ payload: { [`data/${"a/".repeat(40)}x`]: "x" } }))).toEqual(sound);
  });
});

describe("portal check --bagit-only", () => {
  afterEach(() => {
    process.exitCode = undefined;
  });

  async function run(...words: string[]) {
    const [out, notes]: [string[], string[]] = [[], []];
    const door: Door = {
      actor: operatorActor("somchai"),
      isTerminal: false,
      print: async (text) => void out.push(String(text)),
      note: (line) => void notes.push(line),
      withPortal: () => Promise.reject(new Error("no database is needed")),
    };
    const program = new Command("portal").exitOverride();
    addCheckCommand(program, door);
    await program.parseAsync(["check", "--bagit-only", ...words], { from: "user" });
    return { out: out.join(""), notes, exitCode: process.exitCode };
  }

  it("ends with 0 for a valid bag and keeps remarks apart", async () => {
    const root = makeBagIt({ version: "0.97", files: { "bag-info.txt": "A : b\n" } });
    const { out, notes, exitCode } = await run(root);
    expect([out, exitCode]).toEqual(["ถูกต้องตาม BagIt รุ่น 0.97 (valid)\n", 0]);
    expect(notes.length).toBe(1);
  });

  it("ends with 1 for an invalid one, with one reason a line in Thai and English", async () => {
    const root = makeBagIt({ later: { "data/extra\nline": "x", "data/hello.txt": "y" } });
    const { out, exitCode } = await run(root);
    expect(exitCode).toBe(1);
    const lines = out.trimEnd().split("\n");
    expect(lines.length).toBe(3);
    for (const line of lines) expect(line).toMatch(/^ไม่ถูกต้อง \(invalid\): .*[ก-๙].* — [a-z A-Z-]+ \[/);
    expect(out).toContain("data/extra\\nline");
  });

  it("prints one JSON object with --json", async () => {
    const root = makeBagIt({ version: "0.95", files: { "manifest-sha512.txt": null } });
    const { out, exitCode } = await run(root, "--json");
    const told = JSON.parse(out);
    expect(exitCode).toBe(1);
    expect(told).toMatchObject({ isValid: false, version: "0.95", encoding: "UTF-8", payloadFiles: 2 });
    expect(told.errors[0]).toMatchObject({ code: "manifest/none", th: expect.any(String), en: expect.any(String) });
  });

  it("keeps at most 1,000 reasons and counts the rest", async () => {
    const root = makeBagIt({ payload: {} });
    mkdirSync(path.join(root, "data"), { recursive: true });
    const lines = Array.from({ length: 1200 }, (_, index) => `${md5("")}  data/${index}`);
    const text = manifestOf(...lines);
    const { out } = await run(makeBagIt({ payload: {}, algorithms: ["md5"], files: { "manifest-md5.txt": text } }));
    expect(out.trimEnd().split("\n").length).toBe(1001);
    expect(out).toContain("และอีก 200 รายการ");
  });
});
