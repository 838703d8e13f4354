/**
 * `portal verify`: is a file, or every file of a bundle, the one that the portal made, and does the chain behind it hold, back to the bag? Exit code 0
 * genuine, 3 altered, 4 unknown or never finished, 5 genuine but a link of the chain does not hold; 1 anything else.
 */
import { readFile, stat } from "node:fs/promises";
import type { Command } from "commander";
import { openBundle } from "@/lib/bundle/read-bundle";
import { AppError } from "@/lib/errors/app-error";
import type { ChainLink } from "@/lib/issued/chain";
import { parseFileCode, showFileCode } from "@/lib/issued/file-code";
import { checkBagOfFile } from "@/lib/operations/check-bag-of-file";
import type { OperationContext } from "@/lib/operations/define-operation";
import { recheckIssuedFile } from "@/lib/operations/recheck-issued-file";
import { type Verification, verifyFile } from "@/lib/operations/verify-file";
import { sayLink, VERDICTS, VERIFY_COMMAND } from "@/lib/wording/verify";
import type { Door } from "../door";

interface Options {
  readonly bag?: string;
  readonly code?: string;
  readonly json?: boolean;
}

const FILE_BYTES_MAX = 512 * 2 ** 20;
const EXIT = { genuine: 0, altered: 3, unknown: 4, unfinished: 4 } as const;
const CHAIN_BROKEN = 5;

export function addVerifyCommand(program: Command, door: Door): void {
  program
    .command("verify")
    .description("ตรวจว่าแฟ้มเป็นของจริงหรือไม่ — is a file, or every file of a bundle, as the portal made it?")
    .argument("<file>", "PDF, Excel, CSV, JSON, or the ZIP of a bundle")
    .option("--bag <bag>", "also back to the archive bag that it was made from, a folder or ZIP")
    .option("--code <code>", "the code printed on it, where the file has lost its own")
    .option("--json", "for scripts: one JSON object a file")
    .addHelpText("after", "\nExit code: 0 genuine, 3 altered, 4 unknown, 5 genuine but the chain behind it is broken.")
    .action((file: string, options: Options) =>
      door.withPortal(async ({ context }) => {
        const bundle = await openBundle(await mustBeFile(file));
        process.exitCode = bundle
          ? await verifyBundle(door, context, bundle, options)
          : await verifyOne(door, context, { name: file, bytes: await readFile(file) }, options);
      }),
    );
}

interface Brought {
  readonly name: string;
  readonly bytes: Buffer;
}

async function verifyOne(door: Door, context: OperationContext, brought: Brought, options: Options): Promise<number> {
  const { name, bytes } = brought;
  const told = options.code === undefined ? undefined : parseFileCode(options.code);
  const found = await verifyFile({ database: context.database, now: context.now }, async () => ({ bytes, told }));
  const links = await linksOf(context, found, options);
  if (options.json) await door.print(`${JSON.stringify(toJson(brought, found, links))}\n`);
  else await door.print(`${linesOf(name, found, links).join("\n")}\n`);
  if (found.verdict !== "genuine") return EXIT[found.verdict];
  return links.every(({ holds }) => holds) ? 0 : CHAIN_BROKEN;
}

/** Every file by the list and by its record; the worst of them is the exit code. */
async function verifyBundle(
  door: Door,
  context: OperationContext,
  files: NonNullable<Awaited<ReturnType<typeof openBundle>>>,
  options: Options,
): Promise<number> {
  let worst = 0;
  for await (const { name, bytes, sha256, listedSha256 } of files) {
    if (sha256 !== listedSha256) {
      await door.print(`${VERIFY_COMMAND.notAsListed(name)}\n`);
      worst = worse(worst, EXIT.altered);
    }
    // The index is no report: the list alone speaks for it.
    if (!name.endsWith(".html") && sha256 !== "")
      worst = worse(worst, await verifyOne(door, context, { name, bytes }, options));
  }
  return worst;
}

/** Altered before unknown before a broken chain. */
function worse(a: number, b: number): number {
  const order = [0, CHAIN_BROKEN, EXIT.unknown, EXIT.altered];
  return order.indexOf(b) > order.indexOf(a) ? b : a;
}

async function linksOf(context: OperationContext, found: Verification, { bag }: Options): Promise<ChainLink[]> {
  const { record, sha256, verdict } = found;
  if (!record) return [];
  const own: ChainLink = { id: "file", holds: verdict === "genuine", detail: sha256 };
  if (verdict !== "genuine") return [own];
  const { links, restsOn } = await recheckIssuedFile(context, { file: record });
  const ofBag = bag === undefined ? [] : await checkBagOfFile(bag, record.snapshotDigest, restsOn);
  return [own, ...links, ...ofBag];
}

function linesOf(name: string, { verdict, record }: Verification, links: readonly ChainLink[]): string[] {
  const { title, text } = VERDICTS[verdict];
  const facts = record
    ? [`  ${showFileCode(record.code)} · ${record.printed.title} · ${record.printed.place} · ${record.printed.period}`]
    : [];
  const said = links.map((link) => `  ${link.holds ? "✓" : "✗"} ${sayLink(link)}`);
  return [`${name}: ${title}`, ...facts, ...(verdict === "genuine" ? [] : [`  ${text}`]), ...said];
}

function toJson({ name }: Brought, { verdict, sha256, record }: Verification, links: readonly ChainLink[]) {
  return {
    file: name,
    verdict,
    sha256,
    code: record ? showFileCode(record.code) : null,
    recorded: record ?? null,
    links,
  };
}

async function mustBeFile(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new AppError("input/invalid", VERIFY_COMMAND.noFile(path));
  if (found.size > FILE_BYTES_MAX && !path.endsWith(".zip")) throw new AppError("too-large", VERIFY_COMMAND.tooLarge);
  return path;
}
