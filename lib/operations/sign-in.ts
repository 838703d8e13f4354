/**
 * Proves an e-mail address and a password, and starts a session. Not made by `defineOperation`: nobody is signed in yet, so
 * there is no actor and no scope. Count, audit row and session are written in one transaction all the same.
 */
import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { Database } from "@/db/client";
import { openSignIn, type SignInAccount } from "@/db/queries/user-sign-in";
import { withSignIn } from "@/db/scoped";
import { recordSignIn, type SignInAttempt } from "@/db/writes/sign-in";
import { type AddressLimit, createAddressLimit } from "@/lib/access/address-limit";
import { emailSchema } from "@/lib/access/email";
import { fewAtOnce } from "@/lib/access/few-at-once";
import { countFailure, isLocked, NO_FAILURES } from "@/lib/access/lockout";
import { verifyPassword } from "@/lib/access/password";
import { PASSWORD_LENGTH_MAX } from "@/lib/access/password-rule";
import { AppError } from "@/lib/errors/app-error";

export interface SignedIn {
  readonly sessionId: string;
  readonly userId: number;
  readonly mustChangePassword: boolean;
}

// Room for letters of several code units before they are composed; only a guard against passwords of megabytes.
const inputSchema = z.object({
  email: emailSchema,
  password: z
    .string()
    .min(1)
    .max(PASSWORD_LENGTH_MAX * 4),
  address: z.string().max(64).nullable().optional(),
});

/** Two, of a pool of four: people who read always find a connection. */
const oneOfFew = fewAtOnce(2, 200);

/** Of this process, for all accounts. */
const addresses = createAddressLimit();

/**
 * Throws AppError("access/signed-out") with one and the same sentence for an unknown address, a wrong password, a locked and
 * a disabled account, after the same work: nobody learns from it which addresses exist. Throws AppError("access/locked") to a network
 * address that failed too often, whatever the account, before any work.
 */
export async function signIn(
  context: { readonly database: Database; readonly now: Date; readonly limit?: AddressLimit },
  input: {
    readonly email: string;
    readonly password: string;
    /** Network address that asks; null where it cannot be told. */
    readonly address?: string | null;
  },
): Promise<SignedIn> {
  const { now, limit = addresses } = context;
  const parsed = inputSchema.safeParse(input);
  if (!parsed.success) throw refusal();
  const { email, password, address } = parsed.data;
  if (address && limit.isClosed(address, now)) throw closedAddress();
  const signedIn = await oneOfFew(() =>
    withSignIn(context.database, email, async (db) => {
      const account = await openSignIn(db);
      const attempt = await prove(account, password, context.now);
      await recordSignIn(db, attempt);
      if (!account || attempt.sessionId === null) return null;
      return { sessionId: attempt.sessionId, userId: account.userId, mustChangePassword: account.mustChangePassword };
    }),
  );
  // Outside of the transaction, which must keep the count and the audit row.
  if (!signedIn) {
    if (address) limit.countFailure(address, now);
    throw refusal();
  }
  return signedIn;
}

async function prove(account: SignInAccount | undefined, password: string, now: Date): Promise<SignInAttempt> {
  const closed = account && (account.isDisabled ? "disabled" : isLocked(account.count, now) ? "locked" : undefined);
  const isRight = await verifyPassword(account && !closed ? account.passwordHash : null, password);
  const count = account?.count ?? NO_FAILURES;
  if (closed) return { outcome: closed, at: now, count, sessionId: null };
  if (!isRight) return { outcome: "wrong", at: now, count: countFailure(count, now), sessionId: null };
  return { outcome: "ok", at: now, count: NO_FAILURES, sessionId: randomBytes(24).toString("base64url") };
}

function refusal(): AppError {
  return new AppError(
    "access/signed-out",
    "เข้าสู่ระบบไม่ได้: อีเมลหรือรหัสผ่านไม่ถูกต้อง หรือบัญชีนี้ถูกระงับ — โปรดตรวจแล้วลองใหม่ หากใส่รหัสผ่านผิดติดกัน 5 ครั้ง ระบบจะพักบัญชีไว้ 15 นาทีหรือนานกว่านั้น หากจำรหัสผ่านไม่ได้ โปรดติดต่อผู้ดูแลระบบ",
  );
}

function closedAddress(): AppError {
  return new AppError(
    "access/locked",
    "มีการใส่รหัสผ่านผิดจากเครือข่ายนี้มากเกินไป ระบบจึงพักการเข้าสู่ระบบจากเครือข่ายนี้ไว้ — โปรดรอ 15 นาทีแล้วลองใหม่ หากท่านไม่ได้เป็นผู้ใส่รหัสผ่านผิด โปรดแจ้งผู้ดูแลระบบ",
  );
}
