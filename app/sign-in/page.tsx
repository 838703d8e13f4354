/** The way in. Whoever is signed in already goes on to where they wanted. */
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { answerPage } from "@/app/_http/answer-page";
import { currentSession } from "@/app/_session/current-actor";
import { safeReturnPath } from "@/app/_session/return-path";
import { readQuery, type SearchParams } from "@/app/_ui/href";
import { FRAME } from "@/lib/wording/screen";
import { SIGN_IN } from "@/lib/wording/sign-in";
import { SignInForm } from "./sign-in-form";

export const metadata: Metadata = { title: SIGN_IN.title };

export default function SignInPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  return answerPage(async () => {
    const returnPath = safeReturnPath(readQuery(await searchParams).return);
    if (await currentSession()) redirect(returnPath);
    return (
      <main className="mx-auto max-w-md px-4 py-12">
        <p className="font-semibold">{FRAME.portal}</p>
        <p className="text-soft">{SIGN_IN.lead}</p>
        <h1 className="mt-6 text-2xl">{SIGN_IN.title}</h1>
        <SignInForm returnPath={returnPath} />
        <p className="mt-6">{SIGN_IN.help}</p>
        <p className="text-soft">{SIGN_IN.duration}</p>
        <p className="mt-6">
          <a href="/verify" className="inline-block py-1">
            {FRAME.verify}
          </a>
        </p>
      </main>
    );
  });
}
