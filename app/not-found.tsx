/** Shown for addresses that do not exist and for books that the reader may not see: the two are told apart for nobody. */
import type { Metadata } from "next";
import { TroublePage } from "@/app/_ui/trouble-page";
import { TROUBLE } from "@/lib/wording/screen";

export const metadata: Metadata = { title: TROUBLE.notFoundTitle };

export default function NotFound() {
  return <TroublePage title={TROUBLE.notFoundTitle} sentences={[TROUBLE.notFoundText, TROUBLE.notFoundAdvice]} />;
}
