/** Head of the open pages: they have no menu, since whoever reads them need not be signed in. */
import { FRAME } from "@/lib/wording/screen";

export function OpenHead() {
  return (
    <p className="no-print border-b border-rule pb-2">
      <a href="/" className="inline-block py-1 font-semibold text-ink no-underline">
        {FRAME.portal}
      </a>
    </p>
  );
}
