/** The frame of all pages for the signed-in: skip link, head, menu. It checks nothing: every page asks who is reading. */
import { type ReactNode, Suspense } from "react";
import { currentSession } from "@/app/_session/current-actor";
import { SignOutButton } from "@/app/_session/sign-out-button";
import { PageTurn } from "@/app/_ui/page-turn";
import { FRAME } from "@/lib/wording/screen";
import { Keyboard } from "./_frame/keyboard";
import { menuOf } from "./_frame/menu";
import { QuickSearch } from "./_frame/quick-search";
import { servedSnapshots } from "./_frame/served-snapshots";
import { letterOf, shortcutsOf } from "./_frame/shortcuts";
import { SiteFooter } from "./_frame/site-footer";
import { SiteHeader } from "./_frame/site-header";
import { SyntheticBanner } from "./_frame/synthetic-banner";

export default async function PortalLayout({ children }: { readonly children: ReactNode }) {
  const session = await currentSession();
  if (!session || session.mustChangePassword) return children;
  const snapshots = await servedSnapshots();
  const { grant } = session.actor;
  const shortcuts = shortcutsOf(session.actor).map((one) => ({ ...one, letter: letterOf(one.code) }));
  return (
    <>
      <a href="#content" className="skip-link">
        {FRAME.skip}
      </a>
      <SiteHeader
        menu={menuOf(session.actor)}
        userName={session.actor.name}
        search={
          grant.kind !== "none" && (
            <Suspense>
              <QuickSearch />
            </Suspense>
          )
        }
        keyboard={
          <Suspense>
            <Keyboard shortcuts={shortcuts} ownLao={grant.kind === "lao" ? grant.lao : null} />
          </Suspense>
        }
        signOut={<SignOutButton />}
      />
      <Suspense>
        <SyntheticBanner snapshots={snapshots} />
      </Suspense>
      <PageTurn label={FRAME.loading} />
      <div id="content" tabIndex={-1}>
        {children}
      </div>
      <SiteFooter />
    </>
  );
}
