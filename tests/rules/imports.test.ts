/** Imports go one way: app, bin → lib/operations → db → nouns → words (README, «The house»). */
import { describe, expect, it } from "vitest";
import { readSources } from "./source-files";

const WORDS = ["money", "period", "office", "finding", "errors", "wording", "config"];
const LEVELS = ["words", "nouns", "db", "operations", "doors"] as const;
type Level = (typeof LEVELS)[number];

/** Files of the doors that open the database for the operations; nothing else of a door may. */
const MAY_OPEN_DATABASE = [
  "app/_session/database.ts",
  "bin/door.ts",
  "bin/serve.ts",
  "bin/serve/sample.ts",
  "bin/export-worker.ts",
  "bin/bundle-worker.ts",
  "bin/bench/",
];

function levelOf(file: string): Level | undefined {
  const [top, second] = file.split("/");
  if (top === "app" || top === "bin" || file.startsWith("proxy")) return "doors";
  if (top === "db") return "db";
  if (top !== "lib") return undefined;
  if (second === "operations" || second === "export") return "operations";
  return WORDS.includes(second ?? "") ? "words" : "nouns";
}

const files = readSources("app", "bin", "db", "lib");

describe("imports", () => {
  it("never point upwards", () => {
    const wrong = files.flatMap((file) => {
      const from = levelOf(file.path);
      return file.imports.flatMap((target) => {
        const to = levelOf(target);
        if (!from || !to) return [];
        if (from === "doors" && to === "db" && !MAY_OPEN_DATABASE.some((place) => file.path.startsWith(place)))
          return [`${file.path} → ${target}`];
        return LEVELS.indexOf(to) > LEVELS.indexOf(from) ? [`${file.path} → ${target}`] : [];
      });
    });
    expect(wrong).toEqual([]);
  });

  it("reach a library only from the folder that owns it", () => {
    const owners: readonly { library: RegExp; places: readonly string[] }[] = [
      { library: /^(drizzle-orm|postgres|pg|pg-copy-streams)(\/|$)/, places: ["db/", "bin/bench/"] },
      { library: /^(exceljs|harfbuzzjs)(\/|$)/, places: ["lib/render/", "bin/bench/"] },
      { library: /^(next|react|react-dom|next-auth)(\/|$)/, places: ["app/", "proxy.ts"] },
      { library: /^yauzl$/, places: ["lib/archive/", "lib/bundle/", "lib/rekeyed/read/"] },
      { library: /^qrcode-generator$/, places: ["lib/render/"] },
      { library: /^(saxes|csv-parse)(\/|$)/, places: ["lib/rekeyed/read/"] },
      { library: /^@node-rs\/argon2$/, places: ["lib/access/"] },
      { library: /^commander$/, places: ["bin/"] },
    ];
    const wrong = files.flatMap((file) =>
      file.imports
        .filter((target) =>
          owners.some(
            ({ library, places }) => library.test(target) && !places.some((place) => file.path.startsWith(place)),
          ),
        )
        .map((target) => `${file.path} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it("make no cycles", () => {
    const byPath = new Map(files.map((file) => [file.path.replace(/\.(ts|tsx|mjs)$/, ""), file]));
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (name: string, trail: readonly string[]): void => {
      if (trail.includes(name)) {
        cycles.push([...trail.slice(trail.indexOf(name)), name].join(" → "));
        return;
      }
      if (done.has(name)) return;
      for (const target of byPath.get(name)?.imports ?? []) if (byPath.has(target)) visit(target, [...trail, name]);
      done.add(name);
    };
    for (const name of byPath.keys()) visit(name, []);
    expect(cycles).toEqual([]);
  });
});
