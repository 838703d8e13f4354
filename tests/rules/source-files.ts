/** The project's own source files and what each imports, for the tests about the code itself. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "../..");

export interface SourceFile {
  /** From the project's root, with `/`. */
  readonly path: string;
  readonly text: string;
  /** Imported modules: `lib/…`-like paths for the project's own, package names otherwise. */
  readonly imports: readonly string[];
}

function filesBelow(folder: string): string[] {
  return readdirSync(path.join(root, folder)).flatMap((name) => {
    const place = path.posix.join(folder, name);
    if (name === "node_modules") return [];
    return statSync(path.join(root, place)).isDirectory() ? filesBelow(place) : [place];
  });
}

function importsOf(file: string, text: string): string[] {
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^;"']*?from\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)|(?:^|\n)import\s+["']([^"']+)["']/g,
  );
  return [...found].map((match) => {
    const name = match[1] ?? match[2] ?? match[3] ?? "";
    if (name.startsWith("@/")) return name.slice(2);
    return name.startsWith(".") ? path.posix.join(path.posix.dirname(file), name) : name;
  });
}

/** All TypeScript and JavaScript below the given top folders. */
export function readSources(...folders: readonly string[]): SourceFile[] {
  return folders
    .flatMap(filesBelow)
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file))
    .map((file) => {
      const text = readFileSync(path.join(root, file), "utf8");
      return { path: file, text, imports: importsOf(file, text) };
    });
}
