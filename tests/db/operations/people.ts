/** People for the tests of sign-in and users: actors of each role, and accounts made the ordinary way. */
import type { Database } from "@/db/client";
import { type Actor, operatorActor } from "@/lib/access/actor";
import { type AddUserInput, addUser } from "@/lib/operations/add-user";
import type { OperationContext } from "@/lib/operations/define-operation";
import { resumeSession } from "@/lib/operations/resume-session";
import { signIn } from "@/lib/operations/sign-in";

export const NOW = new Date("2026-11-22T03:00:00Z");
export const PASSWORD = "ฝนตกที่ทุ่งนาเมื่อวานนี้";

export function later(minutes: number): Date {
  return new Date(NOW.getTime() + minutes * 60_000);
}

export function asOperator(database: Database, now = NOW): OperationContext {
  return { actor: operatorActor("tester"), now, database };
}

export const ACCOUNTANT: AddUserInput = {
  email: "accountant@example.go.th",
  name: "สมหญิง บัญชีดี",
  role: "accountant",
  grant: { kind: "lao", lao: "06350302" as never },
  password: PASSWORD,
  mustChange: false,
};

export function administrator(email: string): AddUserInput {
  return {
    email,
    name: "ผู้ดูแล ระบบ",
    role: "administrator",
    grant: { kind: "none" },
    password: PASSWORD,
    mustChange: false,
  };
}

/** Signs in and gives what a request of that person would carry. */
export async function signedIn(
  database: Database,
  email: string,
  password = PASSWORD,
  now = NOW,
): Promise<{ actor: Actor; sessionId: string }> {
  const { sessionId } = await signIn({ database, now }, { email, password });
  const session = await resumeSession({ database, now }, sessionId);
  if (!session) throw new Error("a fresh session does not count");
  return { actor: session.actor, sessionId };
}

export async function addPerson(database: Database, person: AddUserInput): Promise<void> {
  await addUser(asOperator(database), person);
}
