/** The frame of all pages for the signed-in: skip link, head, menu. It checks nothing: every page asks who is reading. */
import { type ReactNode, Suspense } from "react";
import { currentSession } from "@/app/_session/current-actor";
import { SignOutButton } from "@/app/_session/sign-out-button";
import { PageTurn } from "@/app/_ui/page-turn";
import { FRAME } from "@/lib/wording/screen";
import { menuOf } from "./_frame/menu";
import { servedSnapshots } from "./_frame/served-snapshots";
import { SiteHeader } from "./_frame/site-header";
import { SyntheticBanner } from "./_frame/synthetic-banner";

export default async function PortalLayout({ children }: { readonly children: ReactNode }) {
  const session = await currentSession();
  if (!session || session.mustChangePassword) return children;
  const snapshots = await servedSnapshots();
  return (
    <>
      <a href="#content" className="skip-link">
        {FRAME.skip}
      </a>
      <SiteHeader menu={menuOf(session.actor)} userName={session.actor.name} signOut={<SignOutButton />} />
      <Suspense>
        <SyntheticBanner snapshots={snapshots} />
      </Suspense>
      <PageTurn label={FRAME.loading} />
      <div id="content" tabIndex={-1}>
        {children}
      </div>
    </>
  );
}
