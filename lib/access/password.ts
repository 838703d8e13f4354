/** Passwords: kept as argon2id only, compared in even time, made at random where the portal chooses one. */
import { randomInt } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/** OWASP's first choice for argon2id: 19 MiB, two passes. A single-thread hash takes some 30 ms. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Of nobody: verified where there is no account, so that an unknown address takes as long to refuse as a known one. */
const NOBODYS_HASH =
  "$argon2id$v=19$m=19456,t=2,p=1$Ecs9dSsWra9jKnZhyuDCEQ$FIqltcCsFcV6pvNSEJhqoAfkEmUMLyem1QI5S59eaF0";

/** Without signs that look alike on paper (0 o, 1 l i), since an initial password is read out or copied by hand. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
const GROUPS = 4;
const LETTERS_A_GROUP = 4;

/** One spelling of composed letters, whatever the keyboard; never NFKC, which takes Thai words apart. */
function spell(password: string): string {
  return password.normalize("NFC");
}

export function hashPassword(password: string): Promise<string> {
  return hash(spell(password), ARGON2ID);
}

/** Takes the same time for a wrong password and for no account (`null`), which is never right. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const isRight = await verify(passwordHash ?? NOBODYS_HASH, spell(password));
  return passwordHash !== null && isRight;
}

/** 16 letters in groups, e.g. `kfm7-q2xw-9hvt-cpre`: 79 bits. */
export function generatePassword(): string {
  const group = () => Array.from({ length: LETTERS_A_GROUP }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  return Array.from({ length: GROUPS }, group).join("-");
}
