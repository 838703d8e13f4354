/** `portal check --bagit-only`: is a bag valid as BagIt alone? Exit code 0 valid, 1 invalid; the reasons stand one on a line. */
import { checkBagIt } from "@/lib/operations/check-bagit";
import { BAGIT_WORDS, sayBagIt } from "@/lib/wording/bagit";
import type { Door } from "../door";

type Remark = Awaited<ReturnType<typeof checkBagIt>>["errors"][number];

function toLine(kind: string, { code, at, detail }: Remark): string {
  const { th, en } = sayBagIt(code, at, detail);
  return `${kind}: ${th} — ${en}${at ? ` [${at}]` : ""}${detail ? ` [${detail}]` : ""}`;
}

function toJson({ code, at, detail }: Remark) {
  return { code, at, detail, ...sayBagIt(code, at, detail) };
}

/** Reasons on standard output, warnings on standard error; with `json` one object on standard output. Gives the exit code. */
export async function printBagItCheck(door: Pick<Door, "print" | "note">, bag: string, json: boolean): Promise<number> {
  const check = await checkBagIt(bag);
  const { errors, warnings, ...facts } = check;
  if (json) {
    await door.print(`${JSON.stringify({ ...facts, errors: errors.map(toJson), warnings: warnings.map(toJson) })}\n`);
    return check.isValid ? 0 : 1;
  }
  for (const warning of warnings) door.note(toLine(BAGIT_WORDS.warning, warning));
  if (check.warningCount > warnings.length) door.note(BAGIT_WORDS.more(check.warningCount - warnings.length));
  const lines = errors.map((error) => toLine(BAGIT_WORDS.invalid, error));
  if (check.errorCount > errors.length) lines.push(BAGIT_WORDS.more(check.errorCount - errors.length));
  if (check.isValid) lines.push(BAGIT_WORDS.valid(check.version ?? ""));
  await door.print(`${lines.join("\n")}\n`);
  return check.isValid ? 0 : 1;
}
