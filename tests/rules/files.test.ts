/** What every source file keeps to: small, explained at its head, named plainly, no float money, one reader of the environment. */
import { describe, expect, it } from "vitest";
import { readSources } from "./source-files";

const LINES_MAX = 350;
const BANNED = /(^|\/)(utils?|helpers?|common|misc|shared|types|constants|manager|index)(\.tsx?|\/)/;

const files = readSources("app", "bin", "db", "lib");

describe("source files", () => {
  it("have at most 350 lines, wording tables apart", () => {
    const long = files.filter(
      (file) => !file.path.startsWith("lib/wording/") && file.text.split("\n").length > LINES_MAX,
    );
    expect(long.map((file) => `${file.path} (${file.text.split("\n").length})`)).toEqual([]);
  });

  it("say at their head what they are for", () => {
    const silent = files.filter(
      (file) => !/^(#!.*\n)?("use (client|server)";\n+)?(import "server-only";\n+)?\/\*\*/.test(file.text),
    );
    expect(silent.map((file) => file.path)).toEqual([]);
  });

  it("have no junk-drawer names", () => {
    expect(files.map((file) => file.path).filter((file) => BANNED.test(file))).toEqual([]);
  });

  it("hold no float money", () => {
    const floats = files.filter((file) => /\b(parseFloat|toFixed)\s*\(/.test(file.text));
    expect(floats.map((file) => file.path)).toEqual([]);
  });

  it("read the environment in one place, start scripts apart", () => {
    const readers = files.filter(
      (file) => /process\.env\b/.test(file.text) && !file.path.startsWith("bin/") && file.path !== "lib/config/env.ts",
    );
    expect(readers.map((file) => file.path)).toEqual([]);
  });

  it("keep pages and routes thin", () => {
    const thick = files.filter((file) => {
      const lines = file.text.split("\n").length;
      return (file.path.endsWith("/page.tsx") && lines > 60) || (file.path.endsWith("/route.ts") && lines > 60);
    });
    expect(thick.map((file) => file.path)).toEqual([]);
  });

  it("switch no check off", () => {
    const off = files.filter((file) =>
      /@ts-ignore|@ts-nocheck|@ts-expect-error|biome-ignore(?! lint\/a11y)/.test(file.text),
    );
    expect(off.map((file) => file.path)).toEqual([]);
  });
});
