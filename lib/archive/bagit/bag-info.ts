/** Reads `bag-info.txt` (`package-info.txt` before 0.96) for its form and its Payload-Oxum (RFC 8493, 2.2.2). */
import { measurePayload } from "./check-files";
import { type Context, forEachTagLine } from "./listing";

const NAMES = ["bag-info.txt", "package-info.txt"];

/** Compares `octets.files` with the payload. */
async function checkOxum(at: Context, file: string, value: string): Promise<void> {
  const parts = /^(\d+)\.(\d+)$/.exec(value);
  if (!parts) {
    at.remarks.error("bag-info/oxum", file, JSON.stringify(value));
    return;
  }
  const { bytes, files } = await measurePayload(at);
  if (BigInt(parts[1] ?? "") !== BigInt(bytes) || BigInt(parts[2] ?? "") !== BigInt(files))
    at.remarks.error("bag-info/oxum-differs", file, `${value} ≠ ${bytes}.${files}`);
}

async function checkOne(at: Context, file: string): Promise<void> {
  const sums: string[] = [];
  let hasLabel = false;
  await forEachTagLine(at, file, (line, lineNo) => {
    if (line.trim() === "") return;
    // a value goes on in lines that begin with white space
    if (/^[ \t]/.test(line) && hasLabel) return;
    const [, label = "", gap = "", value = ""] = /^([^:]*):([ \t]*)(.*)$/s.exec(line) ?? [];
    if (label.trim() === "") {
      at.remarks.error("bag-info/line", file, String(lineNo));
      return;
    }
    hasLabel = true;
    if (label !== label.trim() || gap.length !== 1) at.remarks.warn("bag-info/loose", file, String(lineNo));
    if (label.trim().toLowerCase() === "payload-oxum") sums.push(value.trim());
  });
  if (sums.length > 1) at.remarks.strict(at.declaration.isStrict, "bag-info/oxum-twice", file);
  for (const sum of new Set(sums)) await checkOxum(at, file, sum);
}

export async function checkBagInfo(at: Context): Promise<void> {
  for (const file of NAMES) if (at.paths.has(file)) await checkOne(at, file);
}
