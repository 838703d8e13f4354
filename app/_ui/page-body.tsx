/** The sheet that every page of the portal is written on. */
import type { ReactNode } from "react";

export function PageBody({ children }: { readonly children: ReactNode }) {
  return <main className="mx-auto max-w-[90rem] px-4 pt-4 pb-16 print:max-w-none print:p-0">{children}</main>;
}
