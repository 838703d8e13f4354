"use server";
/** Signs in and gives the browser its cookie; otherwise says so on the same page. Next compares Origin with Host for actions. */
import { redirect } from "next/navigation";
import { formText } from "@/app/_http/form-text";
import { toProblem } from "@/app/_http/problem";
import { currentAddress } from "@/app/_session/current-address";
import { database } from "@/app/_session/database";
import { safeReturnPath } from "@/app/_session/return-path";
import { writeSessionCookie } from "@/app/_session/session-cookie";
import { signIn } from "@/lib/operations/sign-in";

export interface SignInState {
  /** As typed, so that only the password is typed again. */
  readonly email: string;
  readonly message: string | null;
}

export async function signInAction(_before: SignInState, form: FormData): Promise<SignInState> {
  const email = formText(form, "email");
  try {
    const address = await currentAddress();
    const input = { email, password: formText(form, "password"), address };
    const { sessionId } = await signIn({ database: database(), now: new Date() }, input);
    await writeSessionCookie(sessionId);
  } catch (error) {
    return { email, message: toProblem(error).message };
  }
  redirect(safeReturnPath(formText(form, "return")));
}
