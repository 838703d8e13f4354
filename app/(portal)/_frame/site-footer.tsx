/** The foot of every page: where anybody can check a file or a paper. */
import { FRAME } from "@/lib/wording/screen";

export function SiteFooter() {
  return (
    <footer className="no-print border-t border-rule">
      <div className="mx-auto max-w-[90rem] px-4 py-3">
        <a href="/verify" className="inline-block py-1">
          {FRAME.verify}
        </a>
      </div>
    </footer>
  );
}
