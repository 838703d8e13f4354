/** The frame of a wide table: it scrolls inside itself, by finger and by keyboard, and never widens the page. */
import type { ReactNode } from "react";

interface LedgerRegionProps {
  readonly label: string;
  /** The table fits a desktop: there the page scrolls and the head stays at the window's top. */
  readonly fits?: boolean;
  readonly children: ReactNode;
}

export function LedgerRegion({ label, fits = true, children }: LedgerRegionProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className={`ledger-region ${fits ? "fits" : ""}`} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
