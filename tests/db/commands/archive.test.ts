/** The command line on a real archive, as an operator types it: bring in, look, hold against an earlier copy, take away, and check what was taken. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addBundleCommand } from "@/bin/commands/bundle";
import { addCheckCommand } from "@/bin/commands/check";
import { addCompareCommand } from "@/bin/commands/compare";
import { addFindingsCommand } from "@/bin/commands/findings";
import { addLoadCommand } from "@/bin/commands/load";
import { addPartitionsCommand } from "@/bin/commands/partitions";
import { addReportCommand } from "@/bin/commands/report";
import { addSearchCommand } from "@/bin/commands/search";
import { addSnapshotsCommand } from "@/bin/commands/snapshots";
import { addVerifyCommand } from "@/bin/commands/verify";
import { closeDatabase, type Database, openDatabase } from "@/db/client";
import { openOwner } from "@/db/owner";
import { makeSample } from "@/lib/sample/make-sample";
import { type CommandOutput, runCommand } from "../../support/run-command";
import { createTestDatabase, type TestDatabase } from "../../support/test-database";

const folder = mkdtempSync(path.join(os.tmpdir(), "commands-"));
const file = (name: string) => path.join(folder, name);
const [recovered, baseline] = [file("recovered"), file("baseline")];

const COMMANDS = {
  check: addCheckCommand,
  load: addLoadCommand,
  snapshots: addSnapshotsCommand,
  partitions: addPartitionsCommand,
  findings: addFindingsCommand,
  report: addReportCommand,
  compare: addCompareCommand,
  search: addSearchCommand,
  bundle: addBundleCommand,
  verify: addVerifyCommand,
} as const;

let test: TestDatabase;
let database: Database;
let lao: string;
let province: string;

/** `portal("check", BAG)`: the name of the command, then its words. */
const portal = (name: keyof typeof COMMANDS, ...words: string[]): Promise<CommandOutput> =>
  runCommand(COMMANDS[name], { database, ownerUrl: test.ownerUrl, now: new Date() }, name, ...words);

const jsonLines = <T>(text: string): T[] =>
  text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as T);

interface SnapshotJson {
  readonly id: string;
  readonly kind: string;
}

let ids: Record<string, string>;

beforeAll(async () => {
  const books = { laos: 2, provinces: 1, seed: 11 };
  await makeSample({ out: recovered, ...books, damage: "heavy" });
  await makeSample({ out: baseline, ...books, damage: "none", edition: "baseline" });
  test = await createTestDatabase();
  database = openDatabase(test.appUrl);
  for (const bag of [baseline, recovered]) await portal("load", bag);
  const snapshots = JSON.parse((await portal("snapshots", "--json")).out) as SnapshotJson[];
  ids = Object.fromEntries(snapshots.map(({ kind, id }) => [kind, id]));
  const owner = openOwner(test.ownerUrl);
  const [first] = await owner<{ lao_code: string; province_code: string }[]>`
    select lao_code, province_code from portal.snapshot_laos order by lao_id limit 1`;
  await owner.end();
  lao = first?.lao_code ?? "";
  province = first?.province_code ?? "";
});

afterAll(async () => {
  await closeDatabase(database);
  await test.drop();
  rmSync(folder, { recursive: true });
});

describe("an archive comes in", () => {
  it("is checked without being loaded, with what a load would find", async () => {
    const checked = jsonLines<{ event: string; findings?: number }>((await portal("check", recovered, "--json")).out);
    const found = jsonLines<{ code: string }>(
      (await portal("findings", "--snapshot", ids.recovered ?? "", "--json")).out,
    );
    expect(checked.filter(({ event }) => event === "finding").length).toBeGreaterThan(10);
    expect(checked.filter(({ event }) => event === "finding")).toHaveLength(found.length);
    expect(checked.at(-1)).toMatchObject({ event: "result" });
  });

  it("is not loaded twice", async () => {
    const before = (await portal("findings", "--snapshot", ids.recovered ?? "", "--json")).out;
    const { out, exitCode } = await portal("load", recovered);
    expect(out).toContain("เนื้อหาตรงกัน");
    expect(exitCode).toBe(0);
    expect((await portal("findings", "--snapshot", ids.recovered ?? "", "--json")).out).toBe(before);
  });

  it("is refused in a sentence when it is no bag", async () => {
    await expect(portal("load", folder)).rejects.toMatchObject({ code: "bag/refused" });
    await expect(portal("check", file("nowhere"))).rejects.toMatchObject({ code: "bag/refused" });
  });

  it("shows its parts, all of them for scripts and the hurt ones for people", async () => {
    const parts = JSON.parse(
      (await portal("partitions", "--snapshot", ids.recovered ?? "", "--lao", lao, "--json")).out,
    ) as { state: string }[];
    const { out } = await portal("partitions", "--snapshot", ids.recovered ?? "", "--lao", lao);
    const hurt = parts.filter(({ state }) => state !== "intact" && state !== "empty");
    expect(hurt.length).toBeGreaterThan(0);
    expect(out.split("\n").filter((line) => line.startsWith(lao))).toHaveLength(hurt.length);
  });
});

describe("reports leave", () => {
  it("in every format, the same to a file and to standard output but for its code", async () => {
    for (const format of ["json", "csv"]) {
      const words = ["trial-balance", "--lao", lao, "--month", "2024-03", "--format", format];
      const { bytes } = await portal("report", ...words);
      const { notes } = await portal("report", ...words, "--out", file(`tb.${format}`));
      expect(notes).toContain(`tb.${format}`);
      expect(readFileSync(file(`tb.${format}`)).length).toBe(bytes.length);
    }
    for (const [format, magic] of [
      ["pdf", "%PDF-"],
      ["xlsx", "PK"],
    ]) {
      const { bytes } = await portal(
        "report",
        "trial-balance",
        "--lao",
        lao,
        "--month",
        "2567-03",
        "--format",
        format ?? "",
      );
      expect(bytes.subarray(0, magic?.length).toString("latin1")).toBe(magic);
    }
  });

  it("need one place, an account that is one, and leave no file behind when they fail", async () => {
    await expect(portal("report", "trial-balance")).rejects.toMatchObject({ code: "input/invalid" });
    const out = file("none.pdf");
    const wrong = portal("report", "ledger", "--lao", lao, "--account", "12", "--format", "pdf", "--out", out);
    await expect(wrong).rejects.toMatchObject({ code: expect.stringMatching(/^input/) });
    expect(() => readFileSync(out)).toThrow("ENOENT");
  });

  it("are found by search", async () => {
    const [entry] = jsonLines<{ number: string }>(
      (await portal("search", "--lao", lao, "RV", "--period", "มี.ค. 2567", "--json")).out,
    );
    expect(entry?.number).toContain("RV");
  });
});

describe("two copies are held against each other", () => {
  const sides = () => ["--left", ids.baseline ?? "", "--right", ids.recovered ?? ""];

  it("of an LAO: its parts with their verdicts, amounts in baht", async () => {
    const { out } = await portal("compare", ...sides(), "--lao", lao, "--json");
    const { kind, parts } = JSON.parse(out) as { kind: string; parts: { verdict: string; tables: object[] }[] };
    expect(kind).toBe("lao");
    const verdicts = new Set(parts.map(({ verdict }) => verdict));
    for (const verdict of ["same", "undecidable", "only-right"]) expect(verdicts, verdict).toContain(verdict);
    expect(out).toMatch(/"rightAmount": "[\d.]+\.\d\d"/);
    const { out: forPeople } = await portal("compare", ...sides(), "--lao", lao);
    expect(forPeople).toMatch(/ตรงกัน\t\d+\n$/);
  });

  it("of a province: a line an LAO", async () => {
    const { out } = await portal("compare", ...sides(), "--province", province);
    expect(out.trim().split("\n")).toHaveLength(2);
    expect(out).toContain(lao);
  });

  it("only of snapshots that are loaded", async () => {
    await expect(
      portal("compare", "--left", "nothing", "--right", ids.recovered ?? "", "--lao", lao),
    ).rejects.toMatchObject({
      code: expect.stringMatching(/not-found|input/),
    });
  });
});

describe("a file that left is checked", () => {
  const issue = async (name: string, format: string) => {
    const words = ["cash-receipts-book", "--lao", lao, "--month", "2024-03", "--format", format];
    await portal("report", ...words, "--out", file(name));
    return file(name);
  };

  it("genuine, back to the bag", async () => {
    const { out, exitCode } = await portal("verify", await issue("book.pdf", "pdf"), "--bag", recovered);
    expect(exitCode, out).toBe(0);
    expect(out).toContain("book.pdf: แฟ้มนี้เป็นของจริง");
    expect(out.match(/✓/g)).toHaveLength(6);
    expect(out).not.toContain("✗");
  });

  it("genuine, but not from that bag", async () => {
    const { out, exitCode } = await portal("verify", await issue("book.xlsx", "xlsx"), "--bag", baseline);
    expect(exitCode).toBe(5);
    expect(out).toContain("✗");
  });

  it("altered, unknown, or not there", async () => {
    const bytes = readFileSync(await issue("changed.pdf", "pdf"));
    bytes.writeUInt8(bytes.readUInt8(300) ^ 1, 300);
    writeFileSync(file("changed.pdf"), bytes);
    expect((await portal("verify", file("changed.pdf"))).exitCode).toBe(3);
    writeFileSync(file("foreign.pdf"), "%PDF-1.7 of somebody else");
    const { out, exitCode } = await portal("verify", file("foreign.pdf"), "--json");
    expect(exitCode).toBe(4);
    expect(JSON.parse(out)).toMatchObject({ verdict: "unknown", code: null });
    await expect(portal("verify", file("not-there.pdf"))).rejects.toMatchObject({ code: "input/invalid" });
  });

  it("with all the others of its bundle", async () => {
    const zip = file("march.zip");
    await portal("bundle", "--lao", lao, "--month", "2024-03", "--formats", "csv", "--out", zip);
    const { out, exitCode } = await portal("verify", zip, "--json");
    expect(exitCode, out).toBe(0);
    const files = jsonLines<{ verdict: string }>(out);
    expect(files.length).toBeGreaterThan(20);
    expect(files.every(({ verdict }) => verdict === "genuine")).toBe(true);
  });
});
