/** Keeps a report at hand on the reader's pages; a plain form, so that it works without scripts. */
import { REPORT_LIST } from "@/lib/wording/report-list";
import { pinAction } from "./pin-action";

interface PinButtonProps {
  readonly reportId: string;
  readonly title: string;
  readonly isPinned: boolean;
}

export function PinButton({ reportId, title, isPinned }: PinButtonProps) {
  return (
    <form action={pinAction}>
      <input type="hidden" name="report" value={reportId} />
      <input type="hidden" name="pin" value={isPinned ? "0" : "1"} />
      <button type="submit" className="link-button" aria-label={REPORT_LIST.pinOf(title, isPinned)}>
        {isPinned ? REPORT_LIST.unpin : REPORT_LIST.pin}
      </button>
    </form>
  );
}
