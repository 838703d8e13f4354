/** Programs outside Node that tests look at files with. A missing one fails the set-up with the command that installs it: never a silent skip. */
import { accessSync, constants } from "node:fs";
import path from "node:path";

const INSTALL: Readonly<Record<string, string>> = {
  pdftotext: "apt-get install -y poppler-utils qpdf",
  pdftoppm: "apt-get install -y poppler-utils qpdf",
  pdfinfo: "apt-get install -y poppler-utils qpdf",
  pdffonts: "apt-get install -y poppler-utils qpdf",
  qpdf: "apt-get install -y poppler-utils qpdf",
  zbarimg: "apt-get install -y zbar-tools",
  soffice: "apt-get install -y libreoffice-calc-nogui",
};

/** Full path of a program on PATH; throws with the command that installs it. */
export function requireTool(name: keyof typeof INSTALL & string): string {
  for (const folder of (process.env.PATH ?? "").split(path.delimiter)) {
    const file = path.join(folder, name);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // not in this folder: the next one may have it
    }
  }
  throw new Error(`The tests need «${name}», which is not on this machine. Install it: ${INSTALL[name] ?? name}`);
}
