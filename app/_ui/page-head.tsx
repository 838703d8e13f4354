/** The head of every page: where one is, what the page is, and its answer in one sentence. */
import type { ReactNode } from "react";
import { FRAME } from "@/lib/wording/screen";
import { Sentence } from "./sentence";

export interface Crumb {
  readonly label: string;
  readonly href: string;
}

interface PageHeadProps {
  readonly crumbs?: readonly Crumb[];
  readonly title: string;
  /** Below the title: whose books, which period. */
  readonly subtitle?: ReactNode;
  /** The answer, with figures. */
  readonly lead?: string;
}

export function PageHead({ crumbs = [], title, subtitle, lead }: PageHeadProps) {
  return (
    <>
      {crumbs.length > 0 && (
        <nav aria-label={FRAME.crumbs} className="no-print">
          <ol className="flex flex-wrap items-center gap-x-2 text-base">
            {crumbs.map((crumb) => (
              <li key={crumb.href} className="flex items-center gap-x-2">
                <a href={crumb.href} className="inline-block py-1">
                  {crumb.label}
                </a>
                <span aria-hidden="true" className="text-soft">
                  ›
                </span>
              </li>
            ))}
            <li aria-current="page" className="py-1 text-soft">
              {title}
            </li>
          </ol>
        </nav>
      )}
      <header className="mt-2">
        <h1 className="text-2xl print:text-center print:text-xl">{title}</h1>
        {subtitle && <p className="text-soft print:text-center">{subtitle}</p>}
        {lead && (
          <p className="mt-2 max-w-[110ch] text-lg print:text-base">
            <Sentence text={lead} />
          </p>
        )}
      </header>
    </>
  );
}
