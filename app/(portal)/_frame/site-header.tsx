/** The thin head of every page: the portal's name, the menu, who is signed in. */
import type { ReactNode } from "react";
import { FRAME } from "@/lib/wording/screen";
import type { MenuItem } from "./menu";

interface SiteHeaderProps {
  readonly menu: readonly MenuItem[];
  readonly userName: string;
  /** Left out for those who read no books. */
  readonly search: ReactNode;
  readonly keyboard: ReactNode;
  readonly signOut: ReactNode;
}

export function SiteHeader({ menu, userName, search, keyboard, signOut }: SiteHeaderProps) {
  return (
    <header className="no-print border-b border-rule">
      <div className="mx-auto flex max-w-[90rem] flex-wrap items-center gap-x-6 gap-y-1 px-4 py-2">
        <a href="/" className="inline-block py-1 font-semibold text-ink no-underline">
          {FRAME.portal}
        </a>
        <nav aria-label={FRAME.menu}>
          <ul className="flex flex-wrap gap-x-5">
            {menu.map((item) => (
              <li key={item.href}>
                <a href={item.href} className="inline-block py-1.5">
                  {item.label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {search && <div className="w-full md:ml-auto md:w-auto">{search}</div>}
        <div className={`flex flex-wrap items-center gap-x-4 gap-y-1 ${search ? "" : "md:ml-auto"}`}>
          <span className="text-soft">{userName}</span>
          <a href="/password" className="inline-block py-1.5">
            {FRAME.password}
          </a>
          {keyboard}
          {signOut}
        </div>
      </div>
    </header>
  );
}
