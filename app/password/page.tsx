/** The user's own password. Outside of the portal's frame, since whoever must choose a password first gets nowhere else. */
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { answerPage } from "@/app/_http/answer-page";
import { currentSession } from "@/app/_session/current-actor";
import { SignOutButton } from "@/app/_session/sign-out-button";
import { FRAME } from "@/lib/wording/screen";
import { PASSWORD_PAGE } from "@/lib/wording/sign-in";
import { PasswordForm } from "./password-form";

export const metadata: Metadata = { title: PASSWORD_PAGE.title };

export default function PasswordPage() {
  return answerPage(async () => {
    const session = await currentSession();
    if (!session) redirect("/sign-in");
    const isFirst = session.mustChangePassword;
    return (
      <main className="mx-auto max-w-md px-4 py-12">
        <p className="font-semibold">{FRAME.portal}</p>
        <p className="text-soft">{session.actor.name}</p>
        <h1 className="mt-6 text-2xl">{isFirst ? PASSWORD_PAGE.titleFirst : PASSWORD_PAGE.title}</h1>
        <p className="mt-2">{isFirst ? PASSWORD_PAGE.leadFirst : PASSWORD_PAGE.lead}</p>
        <PasswordForm isFirst={isFirst} email={session.actor.email} />
        <div className="mt-6 flex flex-wrap gap-3">
          {!isFirst && (
            <a href="/" className="button">
              {FRAME.home}
            </a>
          )}
          <SignOutButton />
        </div>
      </main>
    );
  });
}
