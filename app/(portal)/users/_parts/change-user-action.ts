"use server";
/** Disables, enables or resets the user that the form names. Whether the asker may is the operations' business. */
import { revalidatePath } from "next/cache";
import { formText } from "@/app/_http/form-text";
import { toProblem } from "@/app/_http/problem";
import { requestContext } from "@/app/_session/current-actor";
import type { OperationContext } from "@/lib/operations/define-operation";
import { disableUser } from "@/lib/operations/disable-user";
import { enableUser } from "@/lib/operations/enable-user";
import { resetUser } from "@/lib/operations/reset-user";
import { USER_CHANGED } from "@/lib/wording/users";
import { NO_CHANGE, type UserChange } from "./user-change";

export async function changeUserAction(_before: UserChange, form: FormData): Promise<UserChange> {
  try {
    const answer = await change(await requestContext(), formText(form, "change"), formText(form, "email"));
    revalidatePath("/users");
    return answer;
  } catch (error) {
    return { isDone: false, message: toProblem(error).message, initialPassword: null };
  }
}

async function change(context: OperationContext, what: string, email: string): Promise<UserChange> {
  const done = { isDone: true, initialPassword: null };
  switch (what) {
    case "disable":
      await disableUser(context, { email });
      return { ...done, message: USER_CHANGED.disable(email) };
    case "enable":
      await enableUser(context, { email });
      return { ...done, message: USER_CHANGED.enable(email) };
    case "reset": {
      const { initialPassword } = await resetUser(context, { email });
      return { ...done, message: USER_CHANGED.reset(email), initialPassword };
    }
    default:
      return NO_CHANGE;
  }
}
