"use server";
/** Changes the password, then signs in with it: the change has ended every session, the present one too. */
import { redirect } from "next/navigation";
import { formText } from "@/app/_http/form-text";
import { toProblem } from "@/app/_http/problem";
import { currentSession } from "@/app/_session/current-actor";
import { database } from "@/app/_session/database";
import { writeSessionCookie } from "@/app/_session/session-cookie";
import { changePassword } from "@/lib/operations/change-password";
import { signIn } from "@/lib/operations/sign-in";
import { PASSWORD_PAGE } from "@/lib/wording/sign-in";

export interface PasswordState {
  readonly message: string | null;
}

export async function changePasswordAction(_before: PasswordState, form: FormData): Promise<PasswordState> {
  const [current, next] = [formText(form, "current"), formText(form, "next")];
  if (next !== formText(form, "again")) return { message: PASSWORD_PAGE.different };
  const session = await currentSession();
  if (!session) redirect("/sign-in");
  try {
    const context = { actor: session.actor, now: new Date(), database: database() };
    const outcome = await changePassword(context, { current, next });
    if (outcome !== "changed") return { message: PASSWORD_PAGE[outcome] };
    const { sessionId } = await signIn(context, { email: session.actor.email, password: next });
    await writeSessionCookie(sessionId);
  } catch (error) {
    return { message: toProblem(error).message };
  }
  redirect("/");
}
