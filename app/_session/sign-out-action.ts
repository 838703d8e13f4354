"use server";
/** Signs out: the session ends in the database first, so that the cookie is worthless even if the browser keeps it. */
import { redirect } from "next/navigation";
import { endCurrentSession } from "./end-current-session";
import { dropSessionCookie } from "./session-cookie";

export async function signOutAction(): Promise<void> {
  await endCurrentSession();
  await dropSessionCookie();
  redirect("/sign-in");
}
