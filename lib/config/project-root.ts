/** Where the project lies: migrations, fonts and the export worker are files beside the code, also when the code runs bundled. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

const NAME = "lao-archive-portal";

/** Looks upwards from the running file; the web server, which runs from a copy, is told by PORTAL_ROOT (bin/serve.ts). */
export function findProjectRoot(given: string | undefined = undefined): string {
  if (given) return given;
  for (let folder = import.meta.dirname ?? process.cwd(); ; folder = path.dirname(folder)) {
    const file = path.join(folder, "package.json");
    if (existsSync(file) && JSON.parse(readFileSync(file, "utf8")).name === NAME) return folder;
    if (path.dirname(folder) === folder)
      throw new Error(`no folder of the project ${NAME} above ${import.meta.dirname}`);
  }
}
