"use server";
/** Adds a user. The portal makes the first password and tells it in the answer, this once. */
import { revalidatePath } from "next/cache";
import { formText } from "@/app/_http/form-text";
import { toProblem } from "@/app/_http/problem";
import { requestContext } from "@/app/_session/current-actor";

import { parseGrant } from "@/lib/access/grant";
import { isRole } from "@/lib/access/role";
import { addUser } from "@/lib/operations/add-user";
import { USER_CHANGED, USERS } from "@/lib/wording/users";
import type { UserChange } from "./user-change";

export interface AddUserState extends UserChange {
  /** As typed, so that a refused form is mended and not filled anew. */
  readonly typed: Readonly<Record<"name" | "email" | "right" | "code", string>>;
}

export async function addUserAction(_before: AddUserState, form: FormData): Promise<AddUserState> {
  const [name, email, right, code] = ["name", "email", "right", "code"].map((field) => formText(form, field).trim());
  const typed = { name: name ?? "", email: email ?? "", right: right ?? "", code: code ?? "" };
  const refused = (message: string) => ({ isDone: false, message, initialPassword: null, typed });
  const [role = "", kind = ""] = typed.right.split("/");
  const grant = parseGrant(kind, typed.code === "" ? null : typed.code);
  if (!isRole(role) || !grant) return refused(USERS.badRight);
  try {
    const added = await addUser(await requestContext(), { name: typed.name, email: typed.email, role, grant });
    revalidatePath("/users");
    return {
      isDone: true,
      message: USER_CHANGED.add(added.email, added.grantName),
      initialPassword: added.initialPassword,
      typed: { name: "", email: "", right: "", code: "" },
    };
  } catch (error) {
    return refused(toProblem(error).message);
  }
}
