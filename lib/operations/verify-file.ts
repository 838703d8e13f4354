/**
 * Says what the portal knows of a file, to whoever holds it or a print of it. Not made by `defineOperation`: nobody need be signed in, so there is no
 * actor, no scope and no audit row; nothing is told that does not stand in the file. A network address that asks for too many unknown codes is closed for a while.
 */
import { createHash } from "node:crypto";
import type { Database } from "@/db/client";
import { findIssuedFile } from "@/db/queries/issued-file";
import { type AddressLimit, createAddressLimit } from "@/lib/access/address-limit";
import { fewAtOnce } from "@/lib/access/few-at-once";
import { AppError } from "@/lib/errors/app-error";
import { findFileCode } from "@/lib/issued/code-in-file";
import { type FileCode, parseFileCode } from "@/lib/issued/file-code";
import { type FileVerdict, type IssuedFile, judgeFile } from "@/lib/issued/issued-file";
import { VERIFY_SENTENCES } from "@/lib/wording/verify";

/** What may be sent to be checked; 100,000 rows as PDF are half of it. Larger files are for the command line. */
export const CHECKED_BYTES_MAX = 32 * 2 ** 20;

export interface Verification {
  readonly verdict: FileVerdict;
  /** Of the file that was brought, hexadecimal. */
  readonly sha256: string;
  /** Undefined where neither its bytes nor a code in it is known. */
  readonly record: IssuedFile | undefined;
}

export interface BroughtFile {
  readonly bytes: Buffer;
  /** The code that whoever brings it read on it. */
  readonly told?: FileCode | undefined;
}

export interface VerifyContext {
  readonly database: Database;
  readonly now: Date;
  /** Network address that asks; null where it cannot be told. */
  readonly address?: string | null;
  readonly limit?: AddressLimit;
}

/** Of this process, for everybody. */
const addresses = createAddressLimit();
const oneOfFew = fewAtOnce(4, 40, VERIFY_SENTENCES.busy);

/** Undefined for a code that was never given. Throws AppError("input/invalid") for a text that is no code, ("access/locked") past the limit. */
export async function lookUpFile(context: VerifyContext, codeText: string): Promise<IssuedFile | undefined> {
  const code = parseFileCode(codeText);
  if (!code) throw new AppError("input/invalid", VERIFY_SENTENCES.noCode);
  return limited(context, () => findIssuedFile(context.database, { code }));
}

/**
 * By the bytes first, then by the code among the file's properties, then by the one that was told.
 * @param read gives the whole file, bounded by the caller; called when it is its turn, so that few are in memory at once
 */
export async function verifyFile(context: VerifyContext, read: () => Promise<BroughtFile>): Promise<Verification> {
  return oneOfFew(async () => {
    const { bytes, told } = await read();
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const record = await limited(context, async () => {
      const code = (await findFileCode(bytes)) ?? told;
      const known = await findIssuedFile(context.database, { sha256 });
      return known ?? (code && findIssuedFile(context.database, { code }));
    });
    return { verdict: judgeFile(record, sha256), sha256, record };
  });
}

/** Counts what was not found, as `sign-in` counts wrong passwords. */
async function limited(
  { address = null, now, limit = addresses }: VerifyContext,
  look: () => Promise<IssuedFile | undefined>,
): Promise<IssuedFile | undefined> {
  if (address !== null && limit.isClosed(address, now)) throw new AppError("access/locked", VERIFY_SENTENCES.closed);
  const found = await look();
  if (!found && address !== null) limit.countFailure(address, now);
  return found;
}
